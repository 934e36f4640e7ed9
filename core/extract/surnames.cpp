// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/names.h"

#include <algorithm>
#include <unordered_set>

/// Surnames by what the text names in full elsewhere: those that are small words of the language ("George Will"), which with a capital are a name and no
/// auxiliary, and German ones in the genitive ("Ruhlands Anwalt").
namespace onrecord::extract {

namespace {

using namespace word;

class SmallSurnames
{
public:
    explicit SmallSurnames(Reading &reading) : r(reading) {}

    void run()
    {
        for (const Mention &mention : r.mentions) {
            if (isFullName(mention) && std::ranges::find(m_surnames, r.tok(mention.last).hash) == m_surnames.end())
                m_surnames.push_back(r.tok(mention.last).hash);
        }
        if (m_surnames.empty())
            return;
        for (int t = 0; t < r.count(); ++t) {
            if (r.tok(t).isCapital && std::ranges::find(m_surnames, r.tok(t).hash) != m_surnames.end())
                read(t);
        }
        for (const Mention &mention : m_found)
            finishMention(r, mention);
        std::ranges::stable_sort(r.mentions, {}, &Mention::first);
    }

private:
    /// Names somebody in full by a surname that is a small word?
    [[nodiscard]] bool isFullName(const Mention &mention) const
    {
        return mention.type == AgentType::Person && mention.first < mention.last && r.is(mention.last, Function) && r.is(mention.first, GivenName | Title) && !leadsOn(mention);
    }

    /// ‘Ana Will Leave’: in a heading the small word may be what it mostly is.
    [[nodiscard]] bool leadsOn(const Mention &mention) const
    {
        const int next = mention.last + 1;
        return isHeading(mention.first) && next < r.count() && !r.tok(next).startsParagraph && r.tok(next).shape == TokenShape::Word;
    }

    [[nodiscard]] bool isHeading(int t) const
    {
        const Sentence &sentence = r.sentences[static_cast<size_t>(r.sentenceOf[static_cast<size_t>(r.itemOf[static_cast<size_t>(t)])])];
        return sentence.isHeadline || sentence.isTitleCased;
    }

    /// One place of the word. Where it opens a sentence, a finite verb or an apostrophe behind it must tell that it is somebody.
    void read(int t)
    {
        auto it = std::ranges::upper_bound(r.mentions, t, {}, &Mention::first);
        it = it != r.mentions.begin() && (it - 1)->last >= t ? it - 1 : r.mentions.end();
        if (it == r.mentions.end()) {
            if (isHeading(t) || (r.opensSentence[static_cast<size_t>(t)] && !isSubject(t)))
                return;
            Mention mention;
            mention.first = mention.last = mention.from = t;
            mention.certainty = 0.8;
            m_found.push_back(mention);
        } else if (it->last != t || (it->first == t && r.opensSentence[static_cast<size_t>(t)] && !isSubject(t))) {
            return;
        }
        r.classes[static_cast<size_t>(t)] &= ~(Function | Verb | Base | Third | Past | Modality);
        Item &item = r.items[static_cast<size_t>(r.itemOf[static_cast<size_t>(t)])];
        if (item.token == t)
            item.classes = r.classes[static_cast<size_t>(t)];
    }

    [[nodiscard]] bool isSubject(int t) const
    {
        int next = t + 1;
        if (next < r.count() && r.tok(next).shape == TokenShape::Clitic)
            return true;
        while (next < r.count() && r.is(next, Adverbial) && !r.tok(next).startsParagraph)
            ++next;
        return next < r.count() && !r.tok(next).startsParagraph && (r.is(next, Third | Auxiliary) || (r.is(next, Past) && !r.is(next, Base)));
    }

    Reading &r;
    std::vector<quint64> m_surnames;
    std::vector<Mention> m_found; ///< taken over when all places are read
};

/// "Mirela Ruhland war da. |Ruhlands| Anwalt …": the word with its s is the name, and tells whose.
class Genitives
{
public:
    explicit Genitives(Reading &reading) : r(reading) {}

    void run()
    {
        for (const Mention &mention : r.mentions) {
            if (mention.type == AgentType::Person && mention.first < mention.last)
                m_surnames.insert(r.tok(mention.last).hash);
        }
        std::vector<Mention> found;
        size_t m = 0;
        for (int t = 0; t < r.count(); ++t) {
            while (m < r.mentions.size() && r.mentions[m].last < t)
                ++m;
            const bool isNamed = m < r.mentions.size() && r.mentions[m].first <= t;
            const quint64 surname = surnameAt(t);
            if (surname == 0 || (isNamed && (r.mentions[m].last != t || r.mentions[m].type != AgentType::Person)))
                continue;
            r.tokens[static_cast<size_t>(t)].hash = surname;
            if (Item &item = r.items[static_cast<size_t>(r.itemOf[static_cast<size_t>(t)])]; item.token == t)
                item.hash = surname;
            if (isNamed) {
                close(r.mentions[m]);
                continue;
            }
            Mention mention;
            mention.first = mention.last = mention.from = t;
            mention.certainty = 0.8;
            found.push_back(mention);
        }
        for (const Mention &mention : found) {
            finishMention(r, mention);
            close(r.mentions.back());
        }
        std::ranges::stable_sort(r.mentions, {}, &Mention::first);
    }

private:
    /// The surname that the token holds in the genitive before a noun; 0 for none.
    [[nodiscard]] quint64 surnameAt(int t) const
    {
        constexpr qsizetype shortest = 4; // letters
        const Token &token = r.tok(t);
        if (token.shape != TokenShape::Word || !token.isCapital || t + 1 >= r.count() || r.tok(t + 1).shape != TokenShape::Word || !r.tok(t + 1).isCapital || r.tok(t + 1).startsParagraph)
            return 0;
        const QStringView w = r.word(t);
        if (w.size() < shortest || !w.endsWith(u's') || m_surnames.contains(token.hash) || r.is(t, Common | Role | Function | Place | Organisation | OrganisationWord))
            return 0;
        const quint64 surname = wordHash(w.chopped(1));
        return m_surnames.contains(surname) ? surname : 0;
    }

    void close(Mention &mention) const
    {
        mention.isPossessive = true;
        mention.end = r.tok(mention.last).end - 1;
    }

    Reading &r;
    std::unordered_set<quint64> m_surnames;
};

} // namespace

void readSurnames(Reading &reading)
{
    if (reading.isGerman)
        Genitives(reading).run();
    else
        SmallSurnames(reading).run();
}

} // namespace onrecord::extract
