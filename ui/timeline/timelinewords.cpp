// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/speakers.h"
#include "ui/present/words.h"
#include "ui/timeline/timelinescene.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::Lane;
using explore::TimeUnit;

namespace {

struct TimelineWords {
    Q_DECLARE_TR_FUNCTIONS(onrecord::ui::TimelineWords)
};

QString speaker(const Snapshot &record, const explore::TimeMark &mark)
{
    const Quotation *quotation = mark.item.type == ItemType::Quotation ? record.quotation({mark.item.value}) : nullptr;
    if (const QString names = quotation ? namesOf(record, speakersOf(*quotation)) : QString(); !names.isEmpty())
        return names;
    return mark.isSpeech ? TimelineWords::tr("Somebody not named") : TimelineWords::tr("Nobody’s words");
}

const Dated *dateOf(const Snapshot &record, Lane lane, ItemId item)
{
    if (const Event *event = item.type == ItemType::Event ? record.event({item.value}) : nullptr)
        return &event->when;
    const Quotation *quotation = item.type == ItemType::Quotation ? record.quotation({item.value}) : nullptr;
    if (quotation && lane == Lane::Said)
        return &quotation->said;
    const Article *article = record.article(quotation ? quotation->article : ArticleId{item.type == ItemType::Article ? item.value : 0});
    return article ? &article->published : nullptr;
}

QString dateWords(const Dated *dated)
{
    if (!dated || !dated->when.isKnown())
        return present::dateInWords({});
    return TimelineWords::tr("%1, %2 precision", "a date and how fine it is known: 24 January 2025, day precision")
        .arg(present::dateInWords(dated->when), present::precisionName(dated->when.precision()));
}

} // namespace

RulerLabel rulerLabel(explore::TimeStep step, qint64 mark)
{
    const QDateTime at = QDateTime::fromSecsSinceEpoch(mark, QTimeZone::UTC);
    const QLocale locale;
    const bool dayFirst = !locale.dateFormat(QLocale::ShortFormat).startsWith(u'M', Qt::CaseInsensitive);
    const QString dayMonth = dayFirst ? locale.toString(at.date(), u"d MMM"_s) : locale.toString(at.date(), u"MMM d"_s);
    const QString year = at.date().year() > 0 ? QString::number(at.date().year()) : TimelineWords::tr("%1 BC").arg(-at.date().year());
    switch (step.unit) {
    case TimeUnit::Minute:
    case TimeUnit::Hour:
        if (at.time() == QTime(0, 0))
            return {dayMonth, true};
        return {at.time().toString(u"HH:mm"_s), false};
    case TimeUnit::Day:
    case TimeUnit::Week:
        return {dayMonth, step.unit == TimeUnit::Day && at.date().day() == 1};
    case TimeUnit::Month:
        if (at.date().month() == 1)
            return {year, true};
        return {locale.toString(at.date(), u"MMM"_s), false};
    case TimeUnit::Year:
        break;
    }
    return {year, false};
}

QString markInWords(const Snapshot &record, const explore::TimeRow &row, const explore::TimeMark &mark)
{
    const QString date = dateWords(dateOf(record, row.lane, mark.item));
    switch (mark.item.type) {
    case ItemType::Event:
        return TimelineWords::tr("%1, event, %2", "an event and its date").arg(present::itemName(record, mark.item), date);
    case ItemType::Article:
        return TimelineWords::tr("%1, article, printed %2").arg(present::itemName(record, mark.item), date);
    default:
        break;
    }
    const QString pattern = row.lane == Lane::Said ? TimelineWords::tr("%1, said %2", "a speaker and a date")
                                                   : TimelineWords::tr("%1, printed %2", "a speaker and a date");
    return pattern.arg(speaker(record, mark), date);
}

QString markToolTip(const Snapshot &record, const explore::TimeRow &row, const explore::TimeMark &mark)
{
    QStringList lines{markInWords(record, row, mark)};
    if (const Event *event = mark.item.type == ItemType::Event ? record.event({mark.item.value}) : nullptr; event && !event->note.isEmpty())
        lines += event->note;
    if (const Quotation *quotation = mark.item.type == ItemType::Quotation ? record.quotation({mark.item.value}) : nullptr) {
        constexpr qsizetype most = 160;
        QString words = quotation->content.exact.simplified();
        if (words.size() > most)
            words = words.first(words.lastIndexOf(u' ', most) > 0 ? words.lastIndexOf(u' ', most) : most) + u'…';
        lines += u'“' + words + u'”';
        if (const QString outlet = record.outletName(quotation->article); !outlet.isEmpty())
            lines += outlet;
    }
    return lines.join(u'\n');
}

} // namespace onrecord::ui
