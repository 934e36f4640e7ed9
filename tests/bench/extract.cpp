// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/extraction.h"
#include "core/io/extractionjson.h"
#include "tests/bench/inventedarticles.h"
#include "tests/bench/series.h"
#include "tests/bench/subcommand.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QThread>
#include <QtConcurrentMap>
#include <algorithm>
#include <ctime>
#include <numeric>
#include <sys/resource.h>

namespace onrecord::bench {

namespace {

using namespace Qt::StringLiterals;

/// Milliseconds of processor time of the calling thread: what other programs do on the machine is not counted.
double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double peakKib()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss);
}

std::expected<QStringList, QString> textsOf(const Amounts &amounts)
{
    QStringList texts;
    if (amounts.file.isEmpty()) {
        constexpr qint64 usual = 1000;
        for (qint64 i = 0; i < (amounts.n > 0 ? amounts.n : usual); ++i)
            texts.append(QString::fromUtf8(inventedArticle(i)));
        return texts;
    }
    QFile file(amounts.file);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(file.errorString());
    if (!amounts.file.endsWith(u".jsonl"))
        return QStringList{QString::fromUtf8(file.readAll())};
    while (!file.atEnd()) {
        const QString text = QJsonDocument::fromJson(file.readLine()).object().value(u"text"_s).toString();
        if (!text.isEmpty())
            texts.append(text);
    }
    if (texts.isEmpty())
        return std::unexpected(u"%1 holds no text"_s.arg(amounts.file));
    return texts;
}

/// The plain way: what stands in marks, the reporting verb nearest to it, the run of capitalised words nearest to that.
class Rules
{
public:
    [[nodiscard]] qsizetype read(const QString &text) const
    {
        qsizetype found = 0;
        for (auto it = m_marks.globalMatch(text); it.hasNext();) {
            const auto quotation = it.next();
            constexpr qsizetype reach = 200; // UTF-16 code units to either side
            const QString behind = text.mid(quotation.capturedEnd(), reach);
            const auto cue = m_cue.match(behind);
            const QString place = cue.hasMatch() ? behind : text.mid(std::max<qsizetype>(0, quotation.capturedStart() - reach), reach);
            const auto said = cue.hasMatch() ? cue : m_cue.match(place);
            qsizetype nearest = reach + 1;
            for (auto names = m_name.globalMatch(place); names.hasNext();) {
                const auto name = names.next();
                nearest = std::min(nearest, std::abs(name.capturedStart() - std::max<qsizetype>(0, said.capturedStart())));
            }
            found += nearest <= reach ? 2 : 1;
        }
        return found;
    }

private:
    QRegularExpression m_marks{u"[“\"„«]([^”\"“»\\n]{1,2000})[”\"“»]"_s};
    QRegularExpression m_cue{u"\\b(said|says|told|wrote|added|argued|warned|explained|asked|claimed|noted|according to)\\b"_s};
    QRegularExpression m_name{u"\\b[A-Z][\\w’'-]+(?: [A-Z][\\w’'-]+)*"_s};
};

QByteArray answerFor(const QString &text)
{
    return QJsonDocument(io::extractionToJson(text, extract::extract(text))).toJson(QJsonDocument::Compact);
}

QByteArray fingerprint(const QList<QByteArray> &answers)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &answer : answers)
        hash.addData(answer);
    return hash.result().toHex();
}

QJsonObject speed(const Series &milliseconds, double megabytes)
{
    return {{u"ms"_s, milliseconds.toJson()},
            {u"mb_per_s_median"_s, megabytes / milliseconds.median() * 1e3},
            {u"mb_per_s_p95"_s, megabytes / milliseconds.p95() * 1e3}};
}

} // namespace

Measured measureExtract(const Amounts &amounts)
{
    const auto texts = textsOf(amounts);
    if (!texts)
        return std::unexpected(texts.error());
    constexpr int usualReps = 7;
    const int reps = amounts.reps > 0 ? amounts.reps : usualReps;
    const double megabytes = std::accumulate(texts->begin(), texts->end(), 0.0, [](double sum, const QString &text) { return sum + static_cast<double>(text.toUtf8().size()); }) / 1e6;

    QList<QByteArray> once;
    for (const QString &text : *texts)
        once.append(answerFor(text));
    const QList<QByteArray> onThreads = QtConcurrent::blockingMapped(*texts, answerFor);
    QList<QByteArray> again;
    for (const QString &text : *texts)
        again.append(answerFor(text));

    const Rules rules;
    Series product;
    Series plain;
    size_t quotations = 0;
    qsizetype matched = 0;
    for (int rep = 0; rep < reps; ++rep) {
        quotations = 0;
        matched = 0;
        double start = threadMilliseconds();
        for (const QString &text : *texts)
            quotations += extract::extract(text).quotations.size();
        product.add(threadMilliseconds() - start);
        start = threadMilliseconds();
        for (const QString &text : *texts)
            matched += rules.read(text);
        plain.add(threadMilliseconds() - start);
    }
    return QJsonObject{{u"texts"_s, texts->size()},
                       {u"megabytes"_s, megabytes},
                       {u"product"_s, speed(product, megabytes)},
                       {u"regular_expressions"_s, speed(plain, megabytes)},
                       {u"times_slower_than_regular_expressions"_s, product.median() / plain.median()},
                       {u"quotations"_s, static_cast<qint64>(quotations)},
                       {u"regular_expression_matches"_s, matched},
                       {u"same_twice"_s, fingerprint(once) == fingerprint(again)},
                       {u"same_on_threads"_s, fingerprint(once) == fingerprint(onThreads)},
                       {u"fingerprint"_s, QString::fromLatin1(fingerprint(once))},
                       {u"peak_rss_kib"_s, peakKib()}};
}

} // namespace onrecord::bench
