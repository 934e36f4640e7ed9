// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readscan.h"

#include "core/io/pngcolour.h"

#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <chrono>
#include <optional>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWithoutWords = 20;           // pages in a row: the next would hardly do better
constexpr std::chrono::minutes mostInVain{10}; // for pages that gave no words

/// Portable gray map, as every such program reads it.
QByteArray grayMap(const PagePicture &picture)
{
    return "P5\n" + QByteArray::number(picture.width) + ' ' + QByteArray::number(picture.height) + "\n255\n"
        + picture.dots;
}

bool hasWords(const QByteArray &table)
{
    return std::ranges::any_of(table.split('\n'), [](const QByteArray &row) {
        return row.startsWith("5\t") && !row.sliced(row.lastIndexOf('\t')).trimmed().isEmpty();
    });
}

/// "2, 5–9", from 1.
QString inRanges(const std::vector<qint32> &pages)
{
    constexpr qsizetype most = 50;
    QStringList ranges;
    for (size_t first = 0; first < pages.size();) {
        size_t last = first;
        while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1)
            ++last;
        const QString from = QString::number(pages[first] + 1);
        ranges << (last == first ? from : from + u'–' + QString::number(pages[last] + 1));
        first = last + 1;
    }
    if (ranges.size() > most)
        ranges = ranges.first(most) << u"…"_s;
    return ranges.join(u", "_s);
}

class Scan
{
public:
    Scan(ReaderProcess &reader, const Recogniser &recogniser, QByteArrayView bytes, const ReadEvents &events,
         QStringList languages)
        : m_reader(reader),
          m_recogniser(recogniser),
          m_bytes(bytes),
          m_plain(withoutKeyColour(bytes)),
          m_events(events),
          m_languages(std::move(languages))
    {
    }

    /// Every page of `document` that is a picture. An error when nothing could be made of any.
    Result<std::vector<RecognisedPage>> pages(const ReadDocument &document)
    {
        std::vector<RecognisedPage> out;
        for (const qint32 page : document.pictures) {
            auto words = m_stopped.isEmpty() ? timed(page, static_cast<int>(document.pictures.size())) : Result<QByteArray>(QByteArray());
            if (!words && words.error().fault == Fault::Cancelled)
                return std::unexpected(words.error());
            if (!words && !m_why)
                m_why = words.error();
            if (!words || words->isEmpty())
                m_failed.push_back(page);
            out.push_back({page, words.value_or(QByteArray())});
        }
        if (m_failed.size() == out.size() && document.text.isEmpty())
            return std::unexpected(
                m_why.value_or(Error{Fault::ReaderCrashed, u"the program for text recognition gave no answer"_s}));
        return out;
    }

    /// Which pages are not there, and why the last of them were not tried. Nothing when all are.
    [[nodiscard]] std::optional<Remark> missing(qint32 pageCount) const
    {
        if (m_failed.empty())
            return {};
        const QString which = u": "_s + inRanges(m_failed) + m_stopped;
        return Remark{RemarkKind::PagesMissing, {QString::number(m_failed.size()), QString::number(pageCount), which}};
    }

private:
    /// Stops the scan where going on would be in vain.
    Result<QByteArray> timed(qint32 page, int pages)
    {
        m_events.recognising(++m_tried, pages);
        const auto start = std::chrono::steady_clock::now();
        auto words = wordsOf(page);
        if (words && hasWords(*words)) {
            m_inARow = 0;
            return words;
        }
        m_inVain += std::chrono::steady_clock::now() - start;
        if (!words && words.error().fault == Fault::NoRecogniser)
            m_stopped = u"; the program is gone"_s;
        else if (++m_inARow == mostWithoutWords)
            m_stopped = u"; the last ones were not tried, after %1 in a row without words"_s.arg(mostWithoutWords);
        else if (m_inVain > mostInVain)
            m_stopped = u"; the last ones were not tried, after %1 minutes for pages without words"_s.arg(mostInVain.count());
        return words;
    }

    Result<QByteArray> wordsOf(qint32 page)
    {
        if (!mayBePdf(m_bytes))
            return m_recogniser.recognise({m_plain, page, 0}, m_languages, m_events.isCancelled);
        return m_reader.draw(m_bytes, page, m_events.isCancelled).and_then([&](const PagePicture &picture) {
            return m_recogniser.recognise({grayMap(picture), 0, picture.dotsPerInch}, m_languages,
                                          m_events.isCancelled);
        });
    }

    ReaderProcess &m_reader;
    const Recogniser &m_recogniser;
    QByteArrayView m_bytes;
    QByteArray m_plain; ///< as the program gets a picture
    const ReadEvents &m_events;
    QStringList m_languages;
    std::vector<qint32> m_failed;
    int m_tried = 0;
    int m_inARow = 0; ///< without words
    std::chrono::steady_clock::duration m_inVain{0};
    QString m_stopped; ///< why; empty while it goes on
    std::optional<Error> m_why;
};

} // namespace

RecognitionChoice RecognitionChoice::from(const QString &words)
{
    RecognitionChoice choice;
    choice.isOff = words == "none"_L1;
    if (!choice.isOff)
        choice.languages = words.split(u'+', Qt::SkipEmptyParts);
    choice.languages.removeDuplicates();
    choice.interface = QLocale().uiLanguages();
    return choice;
}

Result<QStringList> languagesFor(const RecognitionChoice &choice, const Recogniser &recogniser)
{
    if (choice.isOff)
        return fail(Fault::NotRecognised);
    const auto installed = recogniser.installed();
    if (!installed)
        return std::unexpected(installed.error());
    for (const QString &language : choice.languages) {
        if (!installed->languages.contains(language))
            return fail(Fault::NoSuchLanguage,
                        u"%1; installed: %2"_s.arg(language, installed->languages.join(u", "_s)));
    }
    return choice.languages.isEmpty() ? usualLanguages(choice.interface, installed->languages) : choice.languages;
}

Result<ReadDocument> readScan(ReaderProcess &reader, const Recogniser &recogniser, QByteArrayView bytes,
                              const ReadHints &hints, const RecognitionChoice &choice, const ReadEvents &events)
{
    auto document = reader.read(bytes, hints, events.isCancelled);
    if (!document || document->pictures.empty())
        return document;
    const auto languages = languagesFor(choice, recogniser);
    if (!languages) {
        if (!document->text.isEmpty())
            return document; // its remarks name the pages
        return fail(languages.error().fault,
                    QStringList{u"%1 page(s)"_s.arg(document->pictures.size()), languages.error().detail}
                        .filter(QRegularExpression(u"."_s))
                        .join(u"; "_s));
    }
    Scan scan(reader, recogniser, bytes, events, *languages);
    auto pages = scan.pages(*document);
    if (!pages)
        return std::unexpected(pages.error());
    ReadHints again = hints;
    again.recognised = std::move(*pages);
    auto whole = reader.read(bytes, again, events.isCancelled);
    if (!whole || !whole->recognition)
        return whole;
    whole->recognition->program = recogniser.installed()->name;
    whole->recognition->languages = *languages;
    const QString by = whole->recognition->program + u" ("_s + languages->join(u", "_s) + u')';
    whole->remarks.push_back({RemarkKind::Recognised, {by, QString::number(qRound(whole->recognition->mean))}});
    if (const auto missing = scan.missing(whole->pageCount))
        whole->remarks.push_back(*missing);
    return whole;
}

} // namespace onrecord::io
