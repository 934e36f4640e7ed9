// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/check/verdictwords.h"

#include "ui/present/changewords.h"
#include "ui/present/words.h"

#include <QLocale>
#include <algorithm>
#include <array>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using match::Verdict;

namespace {

/// Nothing differs but how a value is written.
bool isSameValue(const match::Verification &answer)
{
    const auto writes = [](const match::Change &change) { return change.bearing == match::Bearing::SameValue; };
    return !answer.hits.empty() && !answer.hits.front().changes.empty() && std::ranges::all_of(answer.hits.front().changes, writes);
}

} // namespace

QString VerdictWords::headline(const match::Verification &answer)
{
    const bool turned = !answer.hits.empty() && answer.hits.front().meaningChanged;
    if (answer.contrary > 0 && answer.verdict == Verdict::Verbatim)
        return answer.contrary == 1 ? tr("Verbatim — but another article prints the contrary") : tr("Verbatim — but %1 other articles print the contrary").arg(answer.contrary);
    if (answer.contrary > 0 && answer.verdict == Verdict::Shortened)
        return answer.contrary == 1 ? tr("Shortened — and another article prints the contrary") : tr("Shortened — and %1 other articles print the contrary").arg(answer.contrary);
    switch (answer.verdict) {
    case Verdict::Verbatim:
        return !answer.hits.empty() && answer.hits.front().isReported ? tr("The same words — but reported, not quoted") : tr("Verbatim");
    case Verdict::VerbatimOtherSpeaker:
        return tr("Verbatim — but not said by this speaker");
    case Verdict::VerbatimOtherSource:
        return answer.hits.empty() || answer.hits.front().dateAgrees ? tr("Verbatim — but in another source") : tr("Verbatim — but at another time");
    case Verdict::Shortened:
        return turned ? tr("Shortened — and the meaning changes") : tr("Shortened — the meaning is kept");
    case Verdict::Altered:
        return turned ? tr("Altered — the meaning changes") : isSameValue(answer) ? tr("Altered — the same value written otherwise") : tr("Altered — other words");
    case Verdict::Stitched:
        return tr("Stitched — from several places");
    case Verdict::Paraphrase:
        return turned ? tr("Only as a paraphrase — and it says something else") : tr("Only as a paraphrase");
    case Verdict::NotFound:
        return tr("Not found in what was searched");
    }
    return {};
}

QString VerdictWords::explanation(const match::Verification &answer, const QString &speakerName, const QString &outletName)
{
    if (answer.hits.empty())
        return tr("No article in this project prints these words. Absence here is not proof that nobody said them.");
    const match::Hit &best = answer.hits.front();
    const QString where = outletName.isEmpty() ? tr("an article") : outletName;
    switch (answer.verdict) {
    case Verdict::Verbatim:
        if (speakerName.isEmpty())
            return best.carrier ? tr("%1 prints these words as those of somebody whom the speaker quotes.").arg(where) : tr("%1 prints these words, without naming who says them.").arg(where);
        if (best.isReported)
            return tr("%1 says in words of its own that %2 said this; it does not quote.").arg(where, speakerName);
        if (best.carrier)
            return tr("%1 prints these words as those of %2, whom another speaker quotes.").arg(where, speakerName);
        return tr("%1 prints these words and gives them to %2.").arg(where, speakerName);
    case Verdict::VerbatimOtherSpeaker:
        if (speakerName.isEmpty())
            return tr("%1 prints these words, but does not give them to %2.").arg(where, answer.speaker);
        return tr("%1 prints these words and gives them to %2, not to %3.").arg(where, speakerName, answer.speaker);
    case Verdict::VerbatimOtherSource:
        return best.sourceAgrees ? tr("%1 prints these words, but not at the time you named.").arg(where)
                                 : tr("%1 prints these words; nothing of %2 in this project does.").arg(where, answer.source);
    case Verdict::Stitched:
        return tr("Each part is printed, but not together. Look at the places it comes from.");
    case Verdict::Paraphrase:
        return best.meaningChanged ? tr("%1 reports something else in its own words: %2.").arg(where, changes(best)) : tr("%1 reports this in its own words, not as a quotation.").arg(where);
    case Verdict::Shortened:
    case Verdict::Altered:
        return tr("Closest in %1: %2.").arg(where, changes(best));
    case Verdict::NotFound:
        break;
    }
    return tr("Nothing in this project is close enough to be called the same.");
}

QString VerdictWords::tag(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Verbatim:
        return tr("verbatim");
    case Verdict::VerbatimOtherSpeaker:
        return tr("other speaker");
    case Verdict::VerbatimOtherSource:
        return tr("other source");
    case Verdict::Shortened:
        return tr("shortened");
    case Verdict::Altered:
        return tr("altered");
    case Verdict::Stitched:
        return tr("stitched");
    case Verdict::Paraphrase:
        return tr("paraphrase");
    case Verdict::NotFound:
        return tr("not found");
    }
    return {};
}

QString VerdictWords::changes(const match::Hit &hit)
{
    QStringList out;
    for (const match::Change &change : hit.changes)
        out.append(present::changeInWords(change));
    return out.join(u" · "_s);
}

namespace {

/// As fine as the dates are known, at most to the day: "2019 – 5 May 2025".
QString stretchInWords(const PartialDate &from, const PartialDate &to)
{
    const auto isDay = [](const PartialDate &date) { return date.precision() >= Precision::Day; };
    if (isDay(from) && isDay(to))
        return present::rangeInWords(from.earliest(), to.latest());
    const auto words = [&](const PartialDate &date) { return isDay(date) ? present::rangeInWords(date.earliest(), date.earliest()) : present::dateInWords(date); };
    const QString first = words(from);
    const QString last = words(to);
    return first == last ? first : VerdictWords::tr("%1 – %2", "first date, last date").arg(first, last);
}

} // namespace

QString VerdictWords::searched(const match::Searched &searched)
{
    const QString articles = present::countInWords(present::Noun::Article, searched.articles);
    QString out;
    if (searched.from.isKnown() && searched.to.isKnown())
        out = tr("searched %1, %2").arg(articles, stretchInWords(searched.from, searched.to));
    else
        out = tr("searched %1").arg(articles);
    if (searched.undated > 0)
        out += tr("; %n without a date", nullptr, searched.undated);
    return out;
}

QString VerdictWords::sign(Verdict verdict, bool meaningChanged)
{
    switch (verdict) {
    case Verdict::Verbatim:
        return u"✓"_s;
    case Verdict::VerbatimOtherSpeaker:
    case Verdict::VerbatimOtherSource:
        return u"≠"_s;
    case Verdict::Shortened:
        return meaningChanged ? u"✗"_s : u"…"_s;
    case Verdict::Altered:
        return meaningChanged ? u"✗"_s : u"≈"_s;
    case Verdict::Stitched:
        return u"⧉"_s;
    case Verdict::Paraphrase:
        return u"≈"_s;
    case Verdict::NotFound:
        return u"?"_s;
    }
    return {};
}

} // namespace onrecord::ui
