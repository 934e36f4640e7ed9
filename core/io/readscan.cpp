// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readscan.h"

#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <optional>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFailures = 3; // pages in a row: the next would hardly do better

/// Portable gray map, as every such program reads it.
QByteArray grayMap(const PagePicture &picture)
{
    return "P5\n" + QByteArray::number(picture.width) + ' ' + QByteArray::number(picture.height) + "\n255\n"
        + picture.dots;
}

class Scan
{
public:
    Scan(ReaderProcess &reader, const Recogniser &recogniser, QByteArrayView bytes, const ReadEvents &events,
         QStringList languages)
        : m_reader(reader),
          m_recogniser(recogniser),
          m_bytes(bytes),
          m_events(events),
          m_languages(std::move(languages))
    {
    }

    /// Every page of `document` that is a picture. An error when nothing could be made of any.
    Result<std::vector<RecognisedPage>> pages(const ReadDocument &document)
    {
        std::vector<RecognisedPage> out;
        int inARow = 0;
        for (const qint32 page : document.pictures) {
            m_events.recognising(static_cast<int>(out.size()) + 1, static_cast<int>(document.pictures.size()));
            auto words = inARow < mostFailures ? wordsOf(page) : Result<QByteArray>(QByteArray());
            if (!words && words.error().fault == Fault::Cancelled)
                return std::unexpected(words.error());
            const bool failed = !words || words->isEmpty();
            inARow = failed ? inARow + 1 : 0;
            m_failed += failed ? 1 : 0;
            if (!words && !m_why)
                m_why = words.error();
            out.push_back({page, words.value_or(QByteArray())});
        }
        if (m_failed == static_cast<int>(out.size()) && document.text.isEmpty())
            return std::unexpected(
                m_why.value_or(Error{Fault::ReaderCrashed, u"the program for text recognition gave no answer"_s}));
        return out;
    }

    [[nodiscard]] int failed() const { return m_failed; }

private:
    Result<QByteArray> wordsOf(qint32 page)
    {
        if (!mayBePdf(m_bytes))
            return m_recogniser.recognise({m_bytes, page, 0}, m_languages, m_events.isCancelled);
        return m_reader.draw(m_bytes, page, m_events.isCancelled).and_then([&](const PagePicture &picture) {
            return m_recogniser.recognise({grayMap(picture), 0, picture.dotsPerInch}, m_languages,
                                          m_events.isCancelled);
        });
    }

    ReaderProcess &m_reader;
    const Recogniser &m_recogniser;
    QByteArrayView m_bytes;
    const ReadEvents &m_events;
    QStringList m_languages;
    int m_failed = 0;
    std::optional<Error> m_why;
};

} // namespace

RecognitionChoice RecognitionChoice::from(const QString &words)
{
    RecognitionChoice choice;
    choice.isOff = words == "none"_L1;
    if (!choice.isOff)
        choice.languages = words.split(u'+', Qt::SkipEmptyParts);
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
    if (scan.failed() > 0)
        whole->remarks.push_back(
            {RemarkKind::PagesMissing, {QString::number(scan.failed()), QString::number(whole->pageCount)}});
    return whole;
}

} // namespace onrecord::io
