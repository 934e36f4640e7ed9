// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/entitylinks.h"

#include "core/io/readers/entitynotes.h"

#include <QSet>
#include <algorithm>
#include <map>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostEnds = 100;         // of one link
constexpr qsizetype mostPassages = 200'000; // of all quotations

class Joining
{
public:
    explicit Joining(Entities &entities) : m_entities(entities), m_notes(entities), m_gone(entities.all.size(), false)
    {
    }

    void run()
    {
        for (size_t i = 0; i < m_entities.all.size(); ++i)
            join(i);
        for (const auto &[holder, posts] : m_posts)
            givePosts(holder, posts);
        for (const auto &[somebody, names] : m_forms)
            at(somebody).add(u"alias"_s, names);
        describeProperties();
        leaveOut();
    }

private:
    struct Post {
        size_t link = 0;
        size_t organisation = 0;
    };

    Entity &at(size_t place) { return m_entities.all[place]; }
    static constexpr size_t none = EntityNotes::nowhere;

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
            const size_t end = m_notes.placeOf(id);
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
        std::erase_if(about, [this](size_t one) { return !m_notes.keepsNotes(one); });
        if (about.empty())
            return refuse(place, u"it is about nobody of this file"_s);
        QStringList words = at(place).values(u"description"_s) + at(place).values(u"summary"_s);
        words.prepend(at(place).value(u"name"_s));
        words += leftOver(at(place), {u"entity"_s, u"description"_s, u"summary"_s, u"name"_s});
        words.removeAll(QString());
        tell(about, words.join(u'\n'), at(place));
        m_gone[place] = true;
    }

    void tell(const std::vector<size_t> &holders, const QString &words, const Entity &told)
    {
        for (size_t i = 0; i < holders.size(); ++i)
            m_notes.add(holders[i], words, told, i > 0);
    }

    void joinLink(size_t place)
    {
        const LinkSchema &schema = *linkSchemaOf(at(place).schema);
        if (isQuotation(at(place)))
            return joinQuotation(place);
        if (at(place).schema == "Mention"_L1)
            return joinMention(place, schema);
        std::vector<size_t> sources;
        std::vector<size_t> targets;
        if (!ends(place, at(place).values(schema.source.toString()), sources)
            || !ends(place, at(place).values(schema.target.toString()), targets))
            return;
        if (sources.empty() || targets.empty())
            return refuse(place, u"it names no “%1”"_s.arg(sources.empty() ? schema.source : schema.target));
        if (static_cast<qsizetype>(sources.size() * targets.size()) > mostEnds)
            return refuse(place, u"it joins more than %1 pairs"_s.arg(mostEnds));
        int kept = 0;
        for (const size_t source : sources) {
            for (const size_t target : targets)
                kept += joinPair(place, schema, source, target, kept > 0) ? 1 : 0;
        }
        if (kept == 0)
            return refuse(place, u"neither end is somebody who is kept"_s);
        m_gone[place] = true;
    }

    /// Whether one of the two keeps it.
    bool joinPair(size_t place, const LinkSchema &schema, size_t source, size_t target, bool isAgain)
    {
        if (schema.isPost && kindOf(at(source)) == EntityKind::Agent) {
            m_posts[source].push_back({place, target});
            return true;
        }
        const bool isFromSource = m_notes.keepsNotes(source);
        const size_t holder = isFromSource ? source : target;
        if (!m_notes.keepsNotes(holder))
            return false;
        const QString line =
            m_notes.lineOf(at(place), schema, isFromSource ? target : source, isFromSource ? u"→"_s : u"←"_s);
        m_notes.add(holder, line, at(place), isAgain);
        return true;
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
        m_passages += at(place).values(u"summary"_s).size();
        if (m_passages > mostPassages)
            return refuse(place, u"with it, there are more than %1 quoted passages"_s.arg(mostPassages));
        if (!speakers.empty())
            at(place).add(own::speaker, {namedAs(at(speakers.front()))});
    }

    /// A form of somebody's name, with where it stands; or what a document mentions.
    void joinMention(size_t place, const LinkSchema &schema)
    {
        std::vector<size_t> resolved;
        std::vector<size_t> documents;
        if (!ends(place, at(place).values(u"resolved"_s), resolved)
            || !ends(place, at(place).values(u"document"_s), documents))
            return;
        std::erase_if(resolved, [this](size_t one) { return kindOf(at(one)) != EntityKind::Agent; });
        std::erase_if(documents, [this](size_t one) { return !m_notes.keepsNotes(one); });
        if (resolved.empty() && documents.empty())
            return refuse(place, u"it names nobody of this file"_s);
        const Entity &mention = at(place);
        for (const size_t one : resolved)
            m_forms[one] += mention.values(u"name"_s);
        const QStringList rest = leftOver(mention, {u"name"_s, u"document"_s, u"resolved"_s});
        if (resolved.empty())
            tell(documents,
                 (QStringList{u"mentions: "_s + mention.values(u"name"_s).join(u"; "_s)} + rest).join(u"; "_s),
                 mention);
        else if (!documents.empty())
            tell(resolved, m_notes.lineOf(mention, schema, documents.front(), u"→"_s), mention);
        else if (!rest.isEmpty())
            tell(resolved, u"mentioned; "_s + rest.join(u"; "_s), mention);
        m_gone[place] = true;
    }

    /// An entity of another kind is told in the notes of all whom it names; others wait until somebody names them.
    void joinThing(size_t place)
    {
        if (!m_entities.hasIdsInProperties)
            return;
        std::vector<std::pair<size_t, QString>> holders; // by which property
        QSet<size_t> known{place};
        for (const auto &[property, values] : at(place).properties) {
            for (const QString &value : values) {
                const size_t end = m_notes.placeOf(value);
                if (end == none || known.contains(end) || !m_notes.keepsNotes(end))
                    continue;
                known.insert(end);
                holders.emplace_back(end, property);
            }
        }
        if (std::ssize(holders) > mostEnds)
            return refuse(place, u"it names more than %1"_s.arg(mostEnds));
        const Entity &thing = at(place);
        for (size_t i = 0; i < holders.size(); ++i) {
            const auto &[holder, by] = holders[i];
            Entity rest = thing;
            std::ranges::find(rest.properties, by, &Entity::Property::first)->second.removeAll(at(holder).id);
            std::erase_if(rest.properties, [](const Entity::Property &one) { return one.second.isEmpty(); });
            m_notes.describe(rest);
            m_notes.add(holder, u"%1 (%2): "_s.arg(thing.schema, by) + leftOver(rest, {}).join(u"; "_s), thing, i > 0);
        }
        m_gone[place] = !holders.empty();
    }

    void joinEvent(size_t place)
    {
        if (!m_entities.hasIdsInProperties)
            return;
        QStringList people;
        QStringList addresses;
        for (const QString &property : {u"involved"_s, u"organizer"_s, u"proof"_s}) {
            for (const QString &id : at(place).values(property)) {
                const size_t end = m_notes.placeOf(id);
                const EntityKind kind = end == none ? EntityKind::Thing : kindOf(at(end));
                if (kind == EntityKind::Agent)
                    people << namedAs(at(end));
                else if (kind == EntityKind::Document)
                    addresses << at(end).value(u"sourceUrl"_s);
            }
        }
        at(place).add(own::people, people);
        at(place).add(own::addresses, addresses);
    }

    static bool isOver(const Entity &link)
    {
        static const QStringList words{u"ended"_s,    u"former"_s,     u"past"_s,    u"inactive"_s, u"over"_s,
                                       u"resigned"_s, u"terminated"_s, u"expired"_s, u"removed"_s};
        const QStringList status = link.values(u"status"_s);
        return !link.value(u"endDate"_s).isEmpty() || !link.value(own::ended).isEmpty()
            || std::ranges::any_of(status, [](const QString &one) { return words.contains(one.toLower()); });
    }

    /// The post that somebody has by now: the latest that is not over, one that is said to be current before others.
    /// Nobody here knows what day it is, so that a file gives the same people on any day.
    const Post *held(const std::vector<Post> &posts)
    {
        const Post *latest = nullptr;
        std::pair<bool, QString> best;
        for (const Post &post : posts) {
            const Entity &link = at(post.link);
            if (isOver(link))
                continue;
            const QString start = link.value(u"startDate"_s);
            const std::pair<bool, QString> rank{link.value(u"status"_s).toLower() == "current"_L1,
                                                start.isEmpty() ? link.value(own::since) : start};
            if (!latest || best < rank) {
                latest = &post;
                best = rank;
            }
        }
        return latest;
    }

    /// What they hold is their role and organisation; that and the other posts stand in the note.
    void givePosts(size_t holder, const std::vector<Post> &posts)
    {
        if (const Post *theirs = held(posts); theirs && at(holder).value(own::organisation).isEmpty()) {
            const Entity &organisation = at(theirs->organisation);
            const bool isOrganisation = agentTypeOf(organisation.schema) == AgentType::Organisation;
            QString role = at(theirs->link).value(u"role"_s);
            if (role.isEmpty() && !isOrganisation)
                role = organisation.caption();
            const QString known = at(holder).value(u"position"_s);
            at(holder).add(u"position"_s, known.isEmpty() ? QStringList{role} : QStringList());
            // Another position that they are said to have is none at this organisation.
            if (isOrganisation && (known.isEmpty() || role.isEmpty() || role.compare(known, Qt::CaseInsensitive) == 0))
                at(holder).add(own::organisation, {organisation.caption()});
        }
        for (size_t i = 0; i < posts.size(); ++i) {
            const Entity &link = at(posts[i].link);
            const bool isAgain = i > 0 && posts[i - 1].link == posts[i].link;
            m_notes.add(holder, m_notes.lineOf(link, *linkSchemaOf(link.schema), posts[i].organisation, u"→"_s), link,
                        isAgain);
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
            if (m_entities.hasIdsInProperties && !m_gone[i] && m_notes.keepsNotes(i))
                m_notes.describe(at(i));
        }
    }

    void leaveOut()
    {
        for (size_t i = 0; i < m_entities.all.size(); ++i) {
            if (!m_gone[i] && kindOf(at(i)) == EntityKind::Thing && !m_notes.isDescribed(i))
                m_entities.refuse(at(i), u"the record has no place for it, and it belongs to nobody of this file"_s);
        }
        std::vector<Entity> left;
        for (size_t i = 0; i < m_entities.all.size(); ++i) {
            if (m_gone[i] || kindOf(at(i)) == EntityKind::Thing)
                continue;
            const std::vector<Entity> further = isQuotation(at(i)) ? furtherPassages(at(i)) : std::vector<Entity>();
            left.push_back(std::move(at(i)));
            std::ranges::copy(further, std::back_inserter(left));
        }
        m_entities.all = std::move(left);
        m_entities.byId.clear();
        for (size_t i = 0; i < m_entities.all.size(); ++i)
            m_entities.byId.insert(m_entities.all[i].id, i);
    }

    /// Takes the passages behind the first out of a quotation, for quotations of their own.
    std::vector<Entity> furtherPassages(Entity &quotation)
    {
        const auto words = std::ranges::find(quotation.properties, u"summary"_s, &Entity::Property::first);
        const QStringList further = words->second.mid(1);
        words->second.resize(1);
        std::vector<Entity> out;
        int number = 1;
        for (const QString &passage : further) {
            Entity one;
            do {
                one.id = u"%1 (%2)"_s.arg(quotation.id.left(longestId - 20)).arg(++number);
            } while (m_entities.byId.contains(one.id));
            m_entities.byId.insert(one.id, 0);
            one.schema = quotation.schema;
            one.part = quotation.part;
            one.place = quotation.place;
            for (const QString &property : {u"document"_s, u"role"_s, u"date"_s, QString(own::speaker)})
                one.add(property, quotation.values(property));
            one.add(u"summary"_s, {passage});
            out.push_back(std::move(one));
        }
        return out;
    }

    Entities &m_entities;
    EntityNotes m_notes;
    std::vector<bool> m_gone;
    std::map<size_t, std::vector<Post>> m_posts;
    std::map<size_t, QStringList> m_forms;
    qsizetype m_passages = 0;
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

} // namespace onrecord::io
