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

namespace {

class List
{
public:
    explicit List(const io::ReadDocument &document) : m_document(document) {}

    extract::Extraction read()
    {
        for (const io::ListedAgent &listed : m_document.people) {
            const int agent = at(listed.name, listed.type);
            m_places.push_back(agent);
            for (const Span form : listed.forms)
                addForm(agent, form);
            addNames(of(agent).former, agent, listed.former);
            addNames(of(agent).weak, agent, listed.weak);
            if (!listed.note.isEmpty() && !of(agent).notes.contains(listed.note))
                of(agent).notes << listed.note;
            if (of(agent).role.isEmpty())
                of(agent).role = words(listed.role);
            if (!listed.organisation.isEmpty()) {
                const int organisation = at(listed.organisation, AgentType::Organisation);
                of(agent).affiliation = organisation == agent ? -1 : organisation;
            }
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

    int at(Span name, AgentType type)
    {
        const std::pair key{type, foldedText(words(name))};
        auto known = m_byName.constFind(key);
        if (known == m_byName.cend()) {
            extract::FoundAgent agent;
            agent.name = words(name);
            agent.type = type;
            agent.isListed = true;
            m_out.agents.push_back(std::move(agent));
            m_forms.emplace_back();
            known = m_byName.insert(key, static_cast<int>(m_out.agents.size()) - 1);
        }
        addForm(*known, name);
        return *known;
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
    QHash<std::pair<AgentType, QString>, int> m_byName;
    std::vector<int> m_places; ///< of the people in the list
};

} // namespace

extract::Extraction listedPeople(const io::ReadDocument &document)
{
    return List(document).read();
}

void remarkOnNames(store::NewArticle &article)
{
    constexpr size_t most = 20;
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
