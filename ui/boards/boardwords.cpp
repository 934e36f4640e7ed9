// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/boardwords.h"

#include "ui/present/words.h"

#include <QSet>
#include <array>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using match::FigureReason;
using match::FigureRelation;

namespace {

/// What is measured, as the engine names it.
QString measureName(const QString &measure)
{
    static const std::array<std::pair<QStringView, const char *>, 10> names{
        {{u"cost", QT_TRANSLATE_NOOP("onrecord::ui::BoardWords", "cost")},
         {u"computing", QT_TRANSLATE_NOOP("onrecord::ui::BoardWords", "computing power")},
         {u"energy", QT_TRANSLATE_NOOP("onrecord::ui::BoardWords", "energy")},
         {u"speed", QT_TRANSLATE_NOOP("onrecord::ui::BoardWords", "speed")},
         {u"time", QT_TRANSLATE_NOOP("onrecord::ui::BoardWords", "time")},
         {u"size", QT_TRANSLATE_NOOP("onrecord::ui::BoardWords", "size")},
         {u"efficiency", QT_TRANSLATE_NOOP("onrecord::ui::BoardWords", "efficiency")},
         {u"performance", QT_TRANSLATE_NOOP("onrecord::ui::BoardWords", "performance")},
         {u"staff", QT_TRANSLATE_NOOP("onrecord::ui::BoardWords", "staff")},
         {u"memory", QT_TRANSLATE_NOOP("onrecord::ui::BoardWords", "memory")}}};
    for (const auto &[key, words] : names) {
        if (measure == key)
            return BoardWords::tr(words);
    }
    return measure;
}

QString quoted(const QStringList &words)
{
    QStringList out;
    for (const QString &word : words)
        out << (word == u"…" ? word : BoardWords::tr("“%1”", "quoted words").arg(word));
    return out.join(BoardWords::tr(", ", "between the items of a list"));
}

} // namespace

QString BoardWords::sign(FigureRelation relation)
{
    switch (relation) {
    case FigureRelation::Agree:
        return u"="_s;
    case FigureRelation::Conflict:
        return u"≠"_s;
    case FigureRelation::NotComparable:
        return u"∦"_s;
    case FigureRelation::Unknown:
        break;
    }
    return u"?"_s;
}

QString BoardWords::name(FigureRelation relation)
{
    switch (relation) {
    case FigureRelation::Agree:
        return tr("agree");
    case FigureRelation::Conflict:
        return tr("conflict");
    case FigureRelation::NotComparable:
        return tr("not comparable");
    case FigureRelation::Unknown:
        break;
    }
    return tr("not known");
}

QString BoardWords::headline(const match::Board &board)
{
    switch (board.relation) {
    case FigureRelation::Agree:
        return board.sources > 1 ? tr("%L1 independent sources agree").arg(board.sources)
                                 : tr("The numbers agree, but from one source only");
    case FigureRelation::Conflict:
        return tr("Conflict: the sources do not say the same");
    case FigureRelation::NotComparable:
        return tr("Not one number: these are not comparable");
    case FigureRelation::Unknown:
        break;
    }
    return tr("Not known whether these speak of the same");
}

QString BoardWords::why(const match::FigurePair &c)
{
    const QString first = c.first.isEmpty() ? u"?"_s : c.first;
    const QString second = c.second.isEmpty() ? u"?"_s : c.second;
    switch (c.reason) {
    case FigureReason::SameNumber:
        return tr("The same number.");
    case FigureReason::Contains:
        return tr("The range holds the other number.");
    case FigureReason::Overlaps:
        return tr("The ranges overlap.");
    case FigureReason::Rounded:
        return tr("The same number after rounding.");
    case FigureReason::BoundHolds:
        return tr("The number keeps within the stated limit.");
    case FigureReason::VagueHolds:
        return tr("The vague quantity holds the number.");
    case FigureReason::NumbersDiffer:
        return tr("The numbers differ and neither holds the other.");
    case FigureReason::BoundBroken:
        return tr("The number breaks the stated limit.");
    case FigureReason::OtherUnit:
        return tr("The units are different: %1 and %2.").arg(present::unitName(first), present::unitName(second));
    case FigureReason::OtherMeasure:
        return tr("Different things are measured: %1 and %2.").arg(measureName(first), measureName(second));
    case FigureReason::OtherBase:
        return tr("Compared with different things: “%1” and “%2”.").arg(first, second);
    case FigureReason::OtherPredicate:
        return tr("Different statements: “%1” and “%2”.").arg(first, second);
    case FigureReason::OtherSubject:
        return tr("Of different things: %1 and %2.").arg(first, second);
    case FigureReason::OtherTime:
        return tr("Of different times: %1 and %2.").arg(first, second);
    case FigureReason::UnclearPredicate:
        return tr("It is not clear that both state the same.");
    case FigureReason::UnclearSubject:
        return tr("It is not clear that both are about the same.");
    case FigureReason::UnclearTime:
        return tr("It is not clear that both are of one time.");
    case FigureReason::UnclearMeasure:
        return tr("It is not clear what is measured.");
    case FigureReason::UnclearBase:
        return tr("It is not clear what is compared with.");
    case FigureReason::OneSource:
        return tr("One source states both, so they are likely about different things.");
    case FigureReason::OnlyVague:
        return tr("Neither gives a number.");
    case FigureReason::BoundFar:
        return tr("The stated limit allows the number but says little.");
    }
    return {};
}

QString BoardWords::why(const match::Board &board)
{
    QStringList out;
    for (const match::FigurePair &reason : board.reasons) {
        QStringList words = match::wordsOf(board, reason.reason);
        if (words.size() < 2) {
            out << why(reason);
        } else if (reason.reason == FigureReason::OtherMeasure) {
            for (QString &word : words)
                word = measureName(word);
            out << tr("Different things are measured: %1.").arg(words.join(tr(", ", "between the items of a list")));
        } else {
            out << (reason.reason == FigureReason::OtherPredicate ? tr("Different statements: %1.")
                                                            : tr("Compared with different things: %1."))
                       .arg(quoted(words));
        }
    }
    return out.join(u' ');
}

QString BoardWords::title(const match::Board &board)
{
    const QString what =
        board.values.front().relative.isValid() ? tr("compared with others") : present::unitName(board.predicate);
    return tr("%1 · %2", "whom a board is about, what it counts").arg(board.subject, what);
}

QString BoardWords::counts(const match::Board &board)
{
    QSet<ArticleId> articles;
    for (const match::BoardValue &value : board.values)
        articles.insert(value.article);
    return tr("%1 · %2", "two counts")
        .arg(present::countInWords(present::Noun::Figure, static_cast<qint64>(board.values.size())),
             present::countInWords(present::Noun::Article, articles.size()));
}

FigureRelation BoardWords::standing(const match::Board &board, int value)
{
    FigureRelation best = FigureRelation::Unknown;
    const auto rank = [](FigureRelation relation) {
        return relation == FigureRelation::Conflict     ? 3
            : relation == FigureRelation::Agree         ? 2
            : relation == FigureRelation::NotComparable ? 1
                                                  : 0;
    };
    for (const match::FigurePair &pair : board.pairs) {
        if ((pair.a == value || pair.b == value) && rank(pair.relation) > rank(best))
            best = pair.relation;
    }
    return best;
}

QString BoardWords::tag(const match::Board &board, int value)
{
    const FigureRelation relation = standing(board, value);
    if (relation != FigureRelation::NotComparable)
        return relation == FigureRelation::Agree   ? tr("agrees")
            : relation == FigureRelation::Conflict ? tr("conflicts")
                                             : tr("not known");
    for (const match::FigurePair &pair : board.pairs) {
        if ((pair.a != value && pair.b != value) || pair.relation != FigureRelation::NotComparable)
            continue;
        switch (pair.reason) {
        case FigureReason::OtherMeasure:
            return tr("other measure");
        case FigureReason::OtherBase:
            return tr("other base");
        case FigureReason::OtherPredicate:
            return tr("other statement");
        case FigureReason::OtherSubject:
            return tr("other subject");
        case FigureReason::OtherTime:
            return tr("other time");
        case FigureReason::OtherUnit:
            return tr("other unit");
        default:
            break;
        }
    }
    return name(relation);
}

QString BoardWords::asserter(const Snapshot &record, const match::BoardValue &value)
{
    const QString outlet = record.outletName(value.article);
    const QString where = outlet.isEmpty() ? present::itemName(record, value.article) : outlet;
    if (const Agent *agent = record.agent(value.assertedBy))
        return tr("%1, in %2", "speaker, outlet").arg(agent->name, where);
    return tr("%1 (the author)", "outlet").arg(where);
}

QColor BoardWords::ink(FigureRelation relation, const present::Tones &tones)
{
    switch (relation) {
    case FigureRelation::Agree:
        return tones.good;
    case FigureRelation::Conflict:
        return tones.bad;
    case FigureRelation::NotComparable:
        return tones.warning;
    case FigureRelation::Unknown:
        break;
    }
    return tones.quietInk;
}

QColor BoardWords::wash(FigureRelation relation, const present::Tones &tones)
{
    switch (relation) {
    case FigureRelation::Agree:
        return tones.goodWash;
    case FigureRelation::Conflict:
        return tones.badWash;
    case FigureRelation::NotComparable:
        return tones.warningWash;
    case FigureRelation::Unknown:
        break;
    }
    return tones.scareWash;
}

} // namespace onrecord::ui
