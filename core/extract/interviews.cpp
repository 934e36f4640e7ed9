// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/turns.h"

#include <algorithm>
#include <unordered_map>

/// An interview printed without labels: questions and answers in turn, each a paragraph or more.
namespace onrecord::extract {

using namespace word;

namespace {

constexpr int fewest = 3; ///< questions

class Interview
{
public:
    explicit Interview(const Reading &reading) : r(reading) {}

    std::vector<Turn> turns() const
    {
        const int paragraphs = static_cast<int>(r.paragraphStart.size()) - 1;
        std::vector<int> questions;
        int addressed = 0;
        for (int p = 1; p + 1 < paragraphs; ++p) {
            if (!asks(p) || asks(p + 1))
                continue;
            questions.push_back(p);
            addressed += addresses(p) ? 1 : 0;
        }
        if (questions.size() < fewest || addressed * 2 < static_cast<int>(questions.size()) || !isAnnounced(questions.front()))
            return {};
        const int guest = guestBefore(questions.front());
        if (guest < 0)
            return {};
        std::vector<Turn> out;
        for (size_t q = 0; q < questions.size(); ++q) {
            const int next = q + 1 < questions.size() ? questions[q + 1] : closing(questions[q] + 1, paragraphs);
            out.push_back(turnOf(questions[q], questions[q] + 1, -1));
            out.push_back(turnOf(questions[q] + 1, next, guest));
        }
        return out;
    }

private:
    [[nodiscard]] int firstOf(int p) const { return r.paragraphStart[static_cast<size_t>(p)]; }
    [[nodiscard]] int endOf(int p) const { return r.paragraphStart[static_cast<size_t>(p) + 1]; }
    [[nodiscard]] bool asks(int p) const { return endOf(p) - firstOf(p) > 2 && r.isSign(endOf(p) - 1, u'?') && r.tok(firstOf(p)).shape != TokenShape::Quote; }

    /// Speaks to somebody: "Sie", "Ihr", "you".
    [[nodiscard]] bool addresses(int p) const
    {
        static constexpr WordSet polite{u"sie", u"ihr", u"ihre", u"ihren", u"ihrem", u"ihrer", u"ihnen"};
        static constexpr WordSet plain{u"you", u"your", u"du", u"dein", u"deine", u"dich", u"dir", u"frau", u"herr"};
        for (int t = firstOf(p); t < endOf(p); ++t) {
            if (r.isAny(t, plain) || (r.isGerman && r.tok(t).isCapital && r.isAny(t, polite)))
                return true;
        }
        return false;
    }

    /// Says the text before its first question, or its last line, that this is a conversation?
    [[nodiscard]] bool isAnnounced(int question) const
    {
        static constexpr WordSet words{u"interview", u"gespräch", u"q&a", u"conversation", u"spoke", u"talked", u"sprach", u"sprachen"};
        for (int t = 0; t < firstOf(question); ++t) {
            if (r.isAny(t, words))
                return true;
        }
        const int last = static_cast<int>(r.paragraphStart.size()) - 2;
        for (int t = firstOf(last); t < endOf(last); ++t) {
            if (r.isAny(t, words))
                return true;
        }
        return false;
    }

    /// The person whom the lines before the first question name most, or whom it speaks to ("Frau Ruhland, …").
    [[nodiscard]] int guestBefore(int question) const
    {
        std::unordered_map<int, int> named;
        int most = -1;
        for (const Mention &mention : r.mentions) {
            if (mention.first >= endOf(question))
                break;
            if (mention.type != AgentType::Person || mention.agent < 0)
                continue;
            if (mention.first >= firstOf(question)) {
                const bool addressed = mention.from < mention.first || mention.from == firstOf(question); // "Frau Ruhland, …"; another name is only asked about
                most = addressed ? mention.agent : most;
            } else if (++named[mention.agent] > (most < 0 ? 0 : named[most])) {
                most = mention.agent;
            }
        }
        return most;
    }

    /// The paragraph behind the last answer that begins at paragraph p: a line that says who asked ends it.
    [[nodiscard]] int closing(int p, int paragraphs) const
    {
        static constexpr WordSet credits{u"interview", u"gespräch", u"interviewed"};
        constexpr int longest = 6; // paragraphs of the last answer
        for (int next = p + 1; next < std::min(paragraphs, p + longest); ++next) {
            for (int t = firstOf(next); t < std::min(endOf(next), firstOf(next) + 3); ++t) {
                if (r.isAny(t, credits))
                    return next;
            }
        }
        return p + 1;
    }

    /// Paragraphs [from, to) as words of one.
    [[nodiscard]] Turn turnOf(int from, int to, int agent) const
    {
        Turn turn;
        turn.content = {r.tok(firstOf(from)).start, r.tok(endOf(to - 1) - 1).end};
        for (int p = from; p < to && to - from > 1; ++p)
            turn.segments.push_back({r.tok(firstOf(p)).start, r.tok(endOf(p) - 1).end});
        turn.agent = agent;
        turn.rule = QStringLiteral("interview without labels");
        turn.confidence = 0.7;
        return turn;
    }

    const Reading &r;
};

} // namespace

std::vector<Turn> interviewTurns(const Reading &reading)
{
    return Interview(reading).turns();
}

} // namespace onrecord::extract
