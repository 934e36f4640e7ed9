// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/report.h"

#include "core/text/shown.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace onrecord::ingest {

using namespace Qt::StringLiterals;

int ImportReport::count(FileState state) const
{
    return static_cast<int>(std::ranges::count(files, state, &FileOutcome::state));
}

QString ImportReport::toText(const std::function<QString(const Error &)> &sentence) const
{
    QString text;
    for (const FileOutcome &file : files) {
        text += QString(spelling(file.state)).leftJustified(10) + shownName(file.file);
        if (file.state == FileState::Refused)
            text += u": "_s + sentence(file.reason);
        for (const QString &remark : sayings(file))
            text += u"\n            "_s + remark;
        text += u'\n';
    }
    text += u"\noffered %1 = imported %2 + duplicate %3 + version %4 + refused %5\n"_s.arg(offered())
                .arg(count(FileState::Imported))
                .arg(count(FileState::Duplicate))
                .arg(count(FileState::Version))
                .arg(count(FileState::Refused));
    if (hidden > 0)
        text += u"hidden files left out: %1\n"_s.arg(hidden);
    if (wasCancelled)
        text += u"cancelled: what was imported before is kept\n"_s;
    return text;
}

namespace {

/// Quoted where it must be; what a spreadsheet would take for a formula begins with an apostrophe.
QString cell(QString words)
{
    if (!words.isEmpty() && QStringView(u"=+-@\t\r").contains(words.front()))
        words.prepend(u'\'');
    const bool mustQuote = words.contains(u',') || words.contains(u'"') || words.contains(u'\n') || words.contains(u'\r');
    return mustQuote ? u'"' + words.replace(u'"', u"\"\""_s) + u'"' : words;
}

} // namespace

QString ImportReport::toCsv(const std::function<QString(const Error &)> &sentence) const
{
    QString csv = u"file,state,reason,title,quotations,names,figures,remarks\r\n"_s;
    for (const FileOutcome &file : files) {
        const QStringList cells{file.file, spelling(file.state), file.state == FileState::Refused ? sentence(file.reason) : QString(), file.title,
                                QString::number(file.quotations), QString::number(file.agents), QString::number(file.figures), sayings(file).join(u"; "_s)};
        QStringList row;
        for (const QString &words : cells)
            row << cell(words);
        csv += row.join(u',') + u"\r\n"_s;
    }
    return csv;
}

QByteArray ImportReport::toJson(const std::function<QString(const Error &)> &sentence) const
{
    QJsonArray rows;
    for (const FileOutcome &file : files)
        rows.append(outcomeToJson(file, sentence));
    return QJsonDocument(QJsonObject{{u"totals"_s, totalsToJson(*this)}, {u"files"_s, rows}}).toJson();
}

QJsonObject outcomeToJson(const FileOutcome &file, const std::function<QString(const Error &)> &sentence)
{
    const auto id = [](ArticleId article) { return article ? QJsonValue(article.value) : QJsonValue(QJsonValue::Null); };
    return {
        {u"file"_s, file.file},
        {u"state"_s, QString(spelling(file.state))},
        {u"reason"_s, file.state == FileState::Refused ? QJsonValue(sentence(file.reason)) : QJsonValue(QJsonValue::Null)},
        {u"article"_s, id(file.article)},
        {u"quotations"_s, file.quotations},
        {u"agents"_s, file.agents},
        {u"figures"_s, file.figures},
        {u"earlier"_s, id(file.earlier)},
        {u"carried"_s, file.carried},
        {u"lost"_s, file.lost},
        {u"sameText"_s, id(file.sameText)},
        {u"likeness"_s, file.sameText ? QJsonValue(file.likeness) : QJsonValue(QJsonValue::Null)},
        {u"remarks"_s, QJsonArray::fromStringList(inEnglish(file.remarks))},
    };
}

QJsonObject totalsToJson(const ImportReport &report)
{
    QJsonObject totals{
        {u"offered"_s, report.offered()},
        {u"imported"_s, report.count(FileState::Imported)},
        {u"duplicate"_s, report.count(FileState::Duplicate)},
        {u"version"_s, report.count(FileState::Version)},
        {u"refused"_s, report.count(FileState::Refused)},
        {u"hidden"_s, report.hidden},
    };
    if (!report.wordProblems.isEmpty())
        totals.insert(u"wordProblems"_s, QJsonArray::fromStringList(report.wordProblems));
    return totals;
}

QStringList sayings(const FileOutcome &file)
{
    QStringList out;
    if (file.state == FileState::Version)
        out << u"another version of article %1: %2 decided quotations carried over word for word, %3 to look at"_s.arg(file.earlier.value).arg(file.carried).arg(file.lost);
    if (file.sameText)
        out << u"prints %1 % of the same words as article %2"_s.arg(qRound(file.likeness * 100)).arg(file.sameText.value);
    return out + inEnglish(file.remarks);
}

QLatin1StringView spelling(FileState state)
{
    switch (state) {
    case FileState::Imported:
        return "imported"_L1;
    case FileState::Duplicate:
        return "duplicate"_L1;
    case FileState::Version:
        return "version"_L1;
    case FileState::Refused:
        break;
    }
    return "refused"_L1;
}

} // namespace onrecord::ingest
