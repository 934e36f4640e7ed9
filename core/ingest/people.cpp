// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/people.h"

#include "core/text/fold.h"
#include "core/text/shown.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <vector>

namespace onrecord::ingest {

using namespace Qt::StringLiterals;

namespace {

class List
{
public:
    explicit List(const io::ReadDocument &document) : m_document(document) {}

    extract::Extraction read()
    {
        // Who takes part in events is only referred to; rows of a table have no id, so those about one name are one.
        const bool areEntries = m_document.events.empty();
        const bool areRows = m_document.mediaType.startsWith("text/"_L1);
        for (const io::ListedAgent &listed : m_document.people) {
            const int agent = areEntries ? entry(listed.name, listed.type, areRows) : referred(listed.name, listed.type, listed.entry);
            m_places.push_back(agent);
            for (const Span form : listed.forms)
                addForm(agent, form);
            addNames(of(agent).former, agent, listed.former);
            addNames(of(agent).weak, agent, listed.weak);
            if (!listed.note.isEmpty() && !of(agent).notes.contains(listed.note))
                of(agent).notes << listed.note;
            const QString role = words(listed.role);
            if (of(agent).role.isEmpty())
                of(agent).role = role;
            else if (const QString note = u"role: "_s + role; !role.isEmpty() && role != of(agent).role && !of(agent).notes.contains(note))
                of(agent).notes << note;
        }
        for (size_t i = 0; i < m_places.size(); ++i) {
            const Span name = m_document.people[i].organisation;
            const int organisation = name.isEmpty() ? -1 : referred(name, AgentType::Organisation);
            if (organisation >= 0 && organisation != m_places[i])
                of(m_places[i]).affiliation = organisation;
        }
        for (extract::FoundAgent &agent : m_out.agents)
            std::ranges::sort(agent.mentions);
        for (const io::ListedEvent &event : m_document.events)
            addEvent(event);
        return std::move(m_out);
    }

private:
    [[nodiscard]] QString words(Span span) const { return m_document.text.sliced(span.start, span.length()); }
    extract::FoundAgent &of(int agent) { return m_out.agents[static_cast<size_t>(agent)]; }

    using Key = std::pair<AgentType, QString>;
    [[nodiscard]] Key keyOf(Span name, AgentType type) const { return {type, foldedText(words(name))}; }

    int add(Span name, AgentType type)
    {
        extract::FoundAgent agent;
        agent.name = words(name);
        agent.type = type;
        m_out.agents.push_back(std::move(agent));
        m_forms.emplace_back();
        return static_cast<int>(m_out.agents.size()) - 1;
    }

    int entry(Span name, AgentType type, bool isRow)
    {
        const Key key = keyOf(name, type);
        const bool isKnown = m_byName.contains(key);
        const int agent = isKnown && isRow ? m_byName.value(key) : add(name, type);
        of(agent).isListed = true;
        if (!isKnown)
            m_byName.insert(key, agent);
        else if (!isRow)
            m_twice.insert(key);
        addForm(agent, name);
        return agent;
    }

    /// -1 where more than one could be meant. `entry` tells two of one name apart that are entries of another list.
    int referred(Span name, AgentType type, const QString &entry = {})
    {
        Key key = keyOf(name, type);
        if (m_twice.contains(key))
            return -1;
        if (!entry.isEmpty())
            key.second += u'\n' + entry;
        if (!m_byName.contains(key))
            m_byName.insert(key, add(name, type));
        const int agent = m_byName.value(key);
        of(agent).entry = entry;
        addForm(agent, name);
        return agent;
    }

    void addForm(int agent, Span span)
    {
        const QString form = words(span);
        QSet<QString> &forms = m_forms[static_cast<size_t>(agent)];
        if (!forms.contains(form)) {
            forms.insert(form);
            of(agent).forms << form;
        }
        of(agent).mentions.push_back(span);
    }

    /// Names that do not show who somebody is where a text has them.
    void addNames(QStringList &names, int agent, const std::vector<Span> &spans)
    {
        for (const Span span : spans) {
            if (const QString name = words(span); !names.contains(name))
                names << name;
            of(agent).mentions.push_back(span);
        }
    }

    void addEvent(const io::ListedEvent &listed)
    {
        extract::FoundEvent event{words(listed.name), listed.note, listed.when, {}, listed.addresses};
        for (const qint32 place : listed.people) {
            const int agent = m_places[static_cast<size_t>(place)];
            if (!std::ranges::contains(event.agents, agent))
                event.agents.push_back(agent);
        }
        m_out.events.push_back(std::move(event));
    }

    const io::ReadDocument &m_document;
    extract::Extraction m_out;
    std::vector<QSet<QString>> m_forms; ///< of each agent
    QHash<Key, int> m_byName;
    QSet<Key> m_twice; ///< names of more than one entry
    std::vector<int> m_places; ///< of the people in the list
};

} // namespace

extract::Extraction listedPeople(const io::ReadDocument &document)
{
    return List(document).read();
}

/// Other names that are somebody else's own in the same list.
static void remarkOnOtherNames(const extract::Extraction &extraction, std::vector<Remark> &remarks, size_t most)
{
    QHash<QString, QString> owners;
    for (const auto &agent : extraction.agents) {
        if (agent.isListed)
            owners.insert(foldedText(agent.name), agent.name);
    }
    for (const auto &agent : extraction.agents) {
        for (const QString &form : agent.isListed ? agent.forms : QStringList()) {
            const QString folded = foldedText(form);
            if (folded != foldedText(agent.name) && owners.contains(folded) && remarks.size() < most)
                remarks.push_back({RemarkKind::SameNames, {u"“%1”, also another name of %2"_s.arg(form.left(80), agent.name.left(80))}});
        }
    }
}

void remarkOnNames(store::NewArticle &article)
{
    constexpr size_t most = 20;
    remarkOnOtherNames(article.extraction, article.document.remarks, most);
    QStringList names{article.document.outlet.value};
    names << article.document.authors;
    for (const auto &agent : article.extraction.agents)
        names << agent.name;
    names.removeDuplicates();
    for (const QString &name : std::as_const(names)) {
        if (mixesScripts(name) && article.document.remarks.size() < most)
            article.document.remarks.push_back({RemarkKind::MixedScripts, {name.left(80)}});
    }
}

} // namespace onrecord::ingest
