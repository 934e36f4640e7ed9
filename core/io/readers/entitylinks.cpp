// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/entitylinks.h"

#include <QSet>
#include <algorithm>
#include <map>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestDescription = 4'000;
constexpr qsizetype mostWritten = 32'000'000; // units of all notes, with descriptions at length
constexpr qsizetype mostEnds = 100;           // of one link
const QStringList times{u"startDate"_s, u"endDate"_s, u"date"_s};

class Joining
{
public:
    explicit Joining(Entities &entities)
        : m_entities(entities),
          m_gone(entities.all.size(), false),
          m_named(entities.all.size(), false)
    {
    }

    void run()
    {
        for (size_t i = 0; i < m_entities.all.size(); ++i)
            join(i);
        for (const auto &[holder, posts] : m_posts)
            givePost(holder, posts);
        describeProperties();
        leaveOut();
    }

private:
    struct Post {
        size_t link = 0;
        size_t organisation = 0;
    };

    Entity &at(size_t place) { return m_entities.all[place]; }
    static constexpr size_t none = static_cast<size_t>(-1);
    [[nodiscard]] size_t placeOf(const QString &id) const { return m_entities.byId.value(id, none); }

    void refuse(size_t place, const QString &why)
    {
        m_entities.refuse(at(place), why);
        m_gone[place] = true;
    }

    void join(size_t place)
    {
        switch (kindOf(at(place))) {
        case EntityKind::Page:
            return joinPage(place);
        case EntityKind::Note:
            return joinNote(place);
        case EntityKind::Link:
            return joinLink(place);
        case EntityKind::Thing:
            return joinThing(place);
        case EntityKind::Event:
            return joinEvent(place);
        default:
            return;
        }
    }

    /// Places of the entities that a property names; refuses the whole when one is not there.
    bool ends(size_t place, const QStringList &ids, std::vector<size_t> &out)
    {
        for (const QString &id : ids) {
            const size_t end = placeOf(id);
            if (end == none) {
                refuse(place, u"there is no “%1” in this file"_s.arg(id.left(200)));
                return false;
            }
            out.push_back(end);
        }
        return true;
    }

    void joinPage(size_t place)
    {
        std::vector<size_t> documents;
        if (!ends(place, at(place).values(u"document"_s), documents))
            return;
        if (documents.empty() || kindOf(at(documents.front())) != EntityKind::Document)
            return refuse(place, u"it says of no document that it is its page"_s);
        // Pages come in any order; a number in front puts them into theirs.
        const QString index = at(place).value(u"index"_s).rightJustified(9, u'0').left(9);
        m_pages[documents.front()].insert({index, at(place).values(u"bodyText"_s).join(u"\n\n"_s)});
        m_gone[place] = true;
    }

    void joinNote(size_t place)
    {
        std::vector<size_t> about;
        if (!ends(place, at(place).values(u"entity"_s), about))
            return;
        std::erase_if(about, [this](size_t one) { return !keepsNotes(one); });
        if (about.empty())
            return refuse(place, u"it is about nobody of this file"_s);
        QStringList words = at(place).values(u"description"_s) + at(place).values(u"summary"_s);
        words.prepend(at(place).value(u"name"_s));
        words += leftOver(at(place), {u"entity"_s, u"description"_s, u"summary"_s, u"name"_s});
        words.removeAll(QString());
        const QString line = words.join(u'\n') + label(at(place));
        for (const size_t one : about)
            note(one, line);
        m_gone[place] = true;
    }

    /// Every line is another: it ends with an id.
    void note(size_t holder, const QString &line)
    {
        m_written += line.size();
        auto &properties = at(holder).properties;
        const auto notes = std::ranges::find(properties, QString(own::notes), &Entity::Property::first);
        if (notes == properties.end())
            properties.emplace_back(own::notes, QStringList{line});
        else
            notes->second << line;
    }

    [[nodiscard]] bool keepsNotes(size_t place)
    {
        const EntityKind kind = kindOf(at(place));
        return kind == EntityKind::Agent || kind == EntityKind::Document || kind == EntityKind::Event;
    }

    static QString label(const Entity &entity) { return u" [%1 %2]"_s.arg(entity.schema, entity.id); }

    /// As a line of a note names it.
    QString described(size_t place)
    {
        Entity &entity = at(place);
        const EntityKind kind = kindOf(entity);
        if (kind == EntityKind::Agent)
            return entity.caption();
        m_named[place] = true;
        QString &words = m_described[place];
        if (words.isEmpty()) {
            QStringList more{entity.schema};
            if (kind == EntityKind::Thing)
                more += leftOver(entity, {u"name"_s, u"title"_s});
            words = entity.caption() + u" ("_s + more.join(u"; "_s);
        }
        // What is described again and again must not grow beyond all bounds.
        const qsizetype most = m_written < mostWritten ? longestDescription : 100;
        return words.left(most) + (words.size() > most ? u"…)"_s : u")"_s);
    }

    void joinLink(size_t place)
    {
        const LinkSchema &schema = *linkSchemaOf(at(place).schema);
        if (isQuotation(at(place)))
            return joinQuotation(place);
        if (at(place).schema == "Mention"_L1)
            return joinMention(place);
        std::vector<size_t> sources;
        std::vector<size_t> targets;
        if (!ends(place, at(place).values(schema.source.toString()), sources)
            || !ends(place, at(place).values(schema.target.toString()), targets))
            return;
        if (sources.empty() || targets.empty())
            return refuse(place, u"it names no “%1”"_s.arg(sources.empty() ? schema.source : schema.target));
        if (static_cast<qsizetype>(sources.size() * targets.size()) > mostEnds)
            return refuse(place, u"it joins more than %1 pairs"_s.arg(mostEnds));
        for (const size_t source : sources) {
            for (const size_t target : targets)
                joinPair(place, schema, source, target);
        }
        m_gone[place] = true;
    }

    void joinPair(size_t place, const LinkSchema &schema, size_t source, size_t target)
    {
        const bool isPost = schema.isPost && kindOf(at(source)) == EntityKind::Agent;
        if (isPost) {
            m_posts[source].push_back({place, target});
            return;
        }
        if (keepsNotes(source))
            note(source, lineOf(place, schema, target, u"→"_s));
        else if (keepsNotes(target))
            note(target, lineOf(place, schema, source, u"←"_s));
        else
            m_entities.refuse(at(place), u"neither end is somebody who is kept"_s);
    }

    /// "owns → Acme Ltd, since 2019; percentage: 51 [Ownership own-1]".
    QString lineOf(size_t place, const LinkSchema &schema, size_t other, const QString &arrow)
    {
        const Entity &link = at(place);
        QStringList words;
        for (const QString &property : {u"role"_s, u"relationship"_s, u"label"_s})
            words += link.values(property);
        QString line = words.isEmpty() ? schema.words.toString() : words.join(u", "_s);
        line += u' ' + (link.value(u"onrecordUndirected"_s).isEmpty() ? arrow : u"—"_s) + u' ' + described(other);
        if (const QString time = timeOf(link); !time.isEmpty())
            line += u", "_s + time;
        QStringList placed{schema.source.toString(), schema.target.toString(), u"role"_s, u"relationship"_s, u"label"_s,
                           u"onrecordUndirected"_s};
        const QStringList rest = leftOver(link, placed + times);
        return line + (rest.isEmpty() ? QString() : u"; "_s + rest.join(u"; "_s)) + label(link);
    }

    void joinQuotation(size_t place)
    {
        std::vector<size_t> documents;
        std::vector<size_t> speakers;
        if (!ends(place, at(place).values(u"document"_s), documents)
            || !ends(place, at(place).values(u"entity"_s), speakers))
            return;
        if (documents.size() != 1 || kindOf(at(documents.front())) != EntityKind::Document)
            return refuse(place, u"it says of no document that the words stand in it"_s);
        if (speakers.size() > 1 || (speakers.size() == 1 && kindOf(at(speakers.front())) != EntityKind::Agent))
            return refuse(place, u"its speaker is nobody who can speak"_s);
        if (!speakers.empty())
            at(place).add(own::speaker, {namedAs(at(speakers.front()))});
    }

    /// A form of somebody's name, or what a document mentions.
    void joinMention(size_t place)
    {
        std::vector<size_t> resolved;
        std::vector<size_t> documents;
        if (!ends(place, at(place).values(u"resolved"_s), resolved)
            || !ends(place, at(place).values(u"document"_s), documents))
            return;
        for (const size_t one : resolved) {
            if (kindOf(at(one)) == EntityKind::Agent)
                at(one).add(u"alias"_s, at(place).values(u"name"_s));
        }
        std::erase_if(resolved, [this](size_t one) { return kindOf(at(one)) != EntityKind::Agent; });
        std::erase_if(documents, [this](size_t one) { return !keepsNotes(one); });
        if (resolved.empty() && documents.empty())
            return refuse(place, u"it names nobody of this file"_s);
        if (resolved.empty())
            note(documents.front(), u"mentions: "_s + at(place).values(u"name"_s).join(u"; "_s) + label(at(place)));
        m_gone[place] = true;
    }

    /// An entity of another kind that names somebody is told in their note; others wait until somebody names them.
    void joinThing(size_t place)
    {
        if (!m_entities.hasIdsInProperties)
            return;
        size_t holder = none;
        QString by;
        for (const auto &[property, values] : at(place).properties) {
            const size_t end = placeOf(values.first());
            if (holder == none && end != none && end != place && keepsNotes(end)) {
                holder = end;
                by = property;
            }
        }
        if (holder == none)
            return;
        describe(at(place));
        const QString line =
            u"%1 (%2): "_s.arg(at(place).schema, by) + leftOver(at(place), {by}).join(u"; "_s) + label(at(place));
        note(holder, line);
        m_gone[place] = true;
    }

    void joinEvent(size_t place)
    {
        if (!m_entities.hasIdsInProperties)
            return;
        for (const QString &property : {u"involved"_s, u"organizer"_s, u"proof"_s}) {
            for (const QString &id : at(place).values(property)) {
                const size_t end = placeOf(id);
                const EntityKind kind = end == none ? EntityKind::Thing : kindOf(at(end));
                if (kind == EntityKind::Agent)
                    at(place).add(own::people, {namedAs(at(end))});
                const QString address = end == none ? QString() : at(end).value(u"sourceUrl"_s);
                if (kind == EntityKind::Document && !address.isEmpty())
                    at(place).add(own::addresses, {address});
            }
        }
    }

    /// The first post that has not ended is theirs; the others, and what more is known of it, stand in the note.
    void givePost(size_t holder, const std::vector<Post> &posts)
    {
        const auto held = std::ranges::find_if(
            posts, [this](const Post &post) { return at(post.link).value(u"endDate"_s).isEmpty(); });
        const Post &theirs = held == posts.end() ? posts.front() : *held;
        for (const Post &post : posts) {
            const LinkSchema &schema = *linkSchemaOf(at(post.link).schema);
            const bool isTheirs = &post == &theirs && at(holder).value(own::organisation).isEmpty();
            if (isTheirs) {
                const QString role = at(post.link).value(u"role"_s);
                const bool isOrganisation = agentTypeOf(at(post.organisation).schema) == AgentType::Organisation;
                if (at(holder).value(u"position"_s).isEmpty())
                    at(holder).add(u"position"_s,
                                   {role.isEmpty() && !isOrganisation ? at(post.organisation).caption() : role});
                if (isOrganisation)
                    at(holder).add(own::organisation, {at(post.organisation).caption()});
            }
            note(holder, lineOf(post.link, schema, post.organisation, u"→"_s));
        }
    }

    /// Ids of others in what is left over of somebody say nothing to people.
    void describe(Entity &entity)
    {
        const bool isLink = kindOf(entity) == EntityKind::Link;
        for (auto &[property, values] : entity.properties) {
            for (QString &value : values) {
                const size_t other = isLink || property == own::notes ? none : placeOf(value);
                if (other != none && &at(other) != &entity)
                    value = u"%1 [%2]"_s.arg(described(other), value);
            }
        }
    }

    void describeProperties()
    {
        for (const auto &[document, pages] : m_pages) {
            QStringList text;
            for (const auto &[index, words] : pages)
                text << words;
            at(document).add(u"bodyText"_s, {text.join(u"\n\n"_s)});
        }
        for (size_t i = 0; i < m_entities.all.size(); ++i) {
            if (m_entities.hasIdsInProperties && !m_gone[i] && keepsNotes(i))
                describe(at(i));
        }
    }

    void leaveOut()
    {
        for (size_t i = 0; i < m_entities.all.size(); ++i) {
            if (!m_gone[i] && kindOf(at(i)) == EntityKind::Thing && !m_named[i])
                m_entities.refuse(at(i), u"the record has no place for it, and it belongs to nobody of this file"_s);
        }
        std::vector<Entity> left;
        for (size_t i = 0; i < m_entities.all.size(); ++i) {
            if (!m_gone[i] && kindOf(at(i)) != EntityKind::Thing)
                left.push_back(std::move(at(i)));
        }
        m_entities.all = std::move(left);
        m_entities.byId.clear();
        for (size_t i = 0; i < m_entities.all.size(); ++i)
            m_entities.byId.insert(m_entities.all[i].id, i);
    }

    Entities &m_entities;
    std::vector<bool> m_gone;
    std::vector<bool> m_named;
    std::map<size_t, QString> m_described;
    qsizetype m_written = 0;
    std::map<size_t, std::vector<Post>> m_posts;
    std::map<size_t, std::multimap<QString, QString>> m_pages;
};

} // namespace

void joinLinks(Entities &entities)
{
    Joining(entities).run();
}

bool isQuotation(const Entity &entity)
{
    const QString role = entity.value(u"role"_s).trimmed().toLower();
    return entity.schema == "Documentation"_L1 && (role == "quoted"_L1 || role == "quote"_L1)
        && !entity.value(u"summary"_s).trimmed().isEmpty();
}

QString timeOf(const Entity &entity)
{
    const QString start = entity.value(u"startDate"_s);
    const QString end = entity.value(u"endDate"_s);
    QStringList words;
    if (!start.isEmpty() && !end.isEmpty())
        words << start + u" – "_s + end;
    else if (!start.isEmpty())
        words << u"since "_s + start;
    else if (!end.isEmpty())
        words << u"until "_s + end;
    words += entity.values(u"date"_s);
    return words.join(u", "_s);
}

QStringList leftOver(const Entity &entity, const QStringList &placed)
{
    QStringList lines;
    for (const auto &[property, values] : entity.properties) {
        if (!placed.contains(property) && !property.startsWith("onrecord"_L1))
            lines << property + u": "_s + values.join(u"; "_s);
    }
    return lines;
}

} // namespace onrecord::io
