// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/turns.h"

#include "core/text/fold.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

namespace onrecord::ingest {

using namespace Qt::StringLiterals;

namespace {

/// "Speaker 2", "Q", "INTERVIEWER": somebody, but nobody knows who.
bool isUnnamed(const QString &name)
{
    static const QRegularExpression shape(
        u"^(?:speaker|interviewer|interviewee|host|moderator|reporter|question|answer|narrator|unknown|man|woman|voice|sprecher(?:in)?|frage|antwort)?\\s*\\d*$|^[qaf]$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return shape.match(name).hasMatch();
}

class Speakers
{
public:
    explicit Speakers(extract::Extraction &extraction) : m_extraction(extraction)
    {
        for (size_t i = 0; i < extraction.agents.size(); ++i) {
            for (const QString &form : extraction.agents[i].forms) {
                if (const QString key = foldedText(form); !m_byName.contains(key))
                    m_byName.insert(key, static_cast<int>(i));
            }
            m_byName.insert(foldedText(extraction.agents[i].name), static_cast<int>(i));
        }
    }

    int at(const QString &name, Span span)
    {
        const QString key = foldedText(name);
        auto found = m_byName.constFind(key);
        if (found == m_byName.cend()) {
            extract::FoundAgent agent;
            agent.name = name;
            agent.type = isUnnamed(name) ? AgentType::Unnamed : AgentType::Person;
            agent.forms = {name};
            m_extraction.agents.push_back(std::move(agent));
            found = m_byName.insert(key, static_cast<int>(m_extraction.agents.size()) - 1);
        }
        m_extraction.agents[static_cast<size_t>(*found)].mentions.push_back(span);
        return *found;
    }

    /// Puts the mentions in order and leaves out those found twice.
    void finish()
    {
        for (extract::FoundAgent &agent : m_extraction.agents) {
            std::ranges::sort(agent.mentions);
            const auto twice =
                std::ranges::unique(agent.mentions, [](const Span &a, const Span &b) { return a.overlaps(b); });
            agent.mentions.erase(twice.begin(), twice.end());
        }
    }

private:
    extract::Extraction &m_extraction;
    QHash<QString, int> m_byName;
};

} // namespace

void addTurns(const io::ReadDocument &document, extract::Extraction &extraction)
{
    if (document.turns.empty())
        return;
    std::erase_if(extraction.quotations, [&document](const extract::FoundQuotation &quotation) {
        const auto behind = std::ranges::upper_bound(document.turns, quotation.content.start, {},
                                                     [](const io::Turn &turn) { return turn.words.end; });
        return quotation.directness == Directness::Indirect && behind != document.turns.end()
            && behind->words.overlaps(quotation.content);
    });
    // What extraction has found to be a turn by itself stays as it is.
    std::ranges::stable_sort(extraction.quotations, {},
                             [](const extract::FoundQuotation &quotation) { return quotation.content.start; });
    const auto isKnown = [known = extraction.quotations](const io::Turn &turn) {
        const auto at =
            std::ranges::lower_bound(known, turn.words.start, {},
                                     [](const extract::FoundQuotation &quotation) { return quotation.content.start; });
        return at != known.end() && at->speaker >= 0 && at->content.start <= turn.words.start + 1
            && at->content.length() * 2 >= turn.words.length();
    };
    Speakers speakers(extraction);
    for (const io::Turn &turn : document.turns) {
        if (isKnown(turn))
            continue;
        extract::FoundQuotation quotation;
        quotation.content = turn.words;
        quotation.directness = Directness::Direct;
        quotation.kind = Kind::Statement;
        quotation.speakerSpan = turn.speaker;
        quotation.speaker = speakers.at(document.text.sliced(turn.speaker.start, turn.speaker.length()), turn.speaker);
        quotation.rule = u"speaker's turn"_s;
        quotation.confidence = 0.95;
        extraction.quotations.push_back(std::move(quotation));
    }
    speakers.finish();
    std::ranges::stable_sort(extraction.quotations, {},
                             [](const extract::FoundQuotation &quotation) { return quotation.content.start; });
}

} // namespace onrecord::ingest
