// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/changewords.h"

#include "ui/present/words.h"

#include <QCoreApplication>

namespace onrecord::present {

using namespace Qt::StringLiterals;
using match::ChangeKind;

namespace {

struct ChangeWords {
    Q_DECLARE_TR_FUNCTIONS(ChangeWords)
};

QString kindName(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Negation:
        return ChangeWords::tr("negation");
    case ChangeKind::Number:
        return ChangeWords::tr("number");
    case ChangeKind::Unit:
        return ChangeWords::tr("unit");
    case ChangeKind::Name:
        return ChangeWords::tr("name");
    case ChangeKind::Hedge:
        return ChangeWords::tr("hedge");
    case ChangeKind::Quantifier:
        return ChangeWords::tr("quantifier");
    case ChangeKind::Tense:
        return ChangeWords::tr("tense");
    case ChangeKind::Cut:
        return ChangeWords::tr("cut");
    case ChangeKind::Insert:
        return ChangeWords::tr("insert");
    case ChangeKind::Wording:
        return ChangeWords::tr("wording");
    case ChangeKind::Order:
        return ChangeWords::tr("order");
    }
    return {};
}

/// Long stretches are read in the comparison below the chip.
QString shortened(const QString &words)
{
    constexpr qsizetype most = 48;
    return words.size() <= most ? words : words.first(most - 1).trimmed() + u'…';
}

QString wordCount(const QString &words)
{
    return countInWords(Noun::Word, words.count(u' ') + 1);
}

} // namespace

QString changeInWords(const match::Change &change)
{
    const QString from = change.from.simplified();
    const QString to = change.to.simplified();
    if (change.bearing == match::Bearing::SameValue)
        return ChangeWords::tr("= the same value: “%1” for “%2”", "as asked, as printed").arg(shortened(to), shortened(from));
    switch (change.kind) {
    case ChangeKind::Order:
        if (change.bearing == match::Bearing::Conflict)
            return ChangeWords::tr("⇄ changed places: “%1”", "words").arg(shortened(to));
        return ChangeWords::tr("⇄ words in another order");
    case ChangeKind::Cut:
        return ChangeWords::tr("− %1 cut: “%2”", "words missing").arg(wordCount(from), shortened(from));
    case ChangeKind::Insert:
        return ChangeWords::tr("+ %1 added: “%2”", "words added").arg(wordCount(to), shortened(to));
    default:
        break;
    }
    const QString kind = kindName(change.kind);
    if (to.isEmpty())
        return ChangeWords::tr("− %1 “%2” lost", "kind of change, words").arg(kind, shortened(from));
    if (from.isEmpty())
        return ChangeWords::tr("+ %1 “%2” added", "kind of change, words").arg(kind, shortened(to));
    return ChangeWords::tr("≠ %1: “%2” for “%3”", "kind of change, new words, old words").arg(kind, shortened(to), shortened(from));
}

} // namespace onrecord::present
