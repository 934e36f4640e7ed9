// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/frame.h"

#include "core/io/framebytes.h"
#include "core/record/words.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace onrecord::io {

namespace {

using namespace Qt::StringLiterals;

/// The failures a reader may report, each with its letter; anything else it says is a broken protocol.
constexpr std::array<std::pair<Fault, char>, 5> reportable{{
    {Fault::UnsupportedType, 'u'},
    {Fault::Malformed, 'm'},
    {Fault::TooLarge, 'l'},
    {Fault::Empty, 'e'},
    {Fault::BadInput, 'b'},
}};

constexpr char isDocument = 'D';
constexpr char isPicture = 'P';
constexpr char isQuestion = 'Q';

constexpr qint32 longestNote = 1'000'000;
constexpr qint32 longestTime = 100;
constexpr qint32 longestName = 2000; // of a part
constexpr qint32 mostAuthors = 1'000;
constexpr qint32 mostRemarks = 1'000;
constexpr qint32 mostArgs = 2;
constexpr qint32 mostTurns = 200'000;
constexpr qint32 mostParts = 200'000;
constexpr qint32 mostPages = 100'000;
constexpr qint32 mostUncertain = 4'000'000;
constexpr qint32 meanParts = 100; // of a percent

Dated datedFrom(Checker &check)
{
    Dated dated;
    dated.basis = check.basis();
    dated.words = check.string(u"the date's words"_s);
    if (const QString edtf = check.string(u"the date"_s); !edtf.isEmpty()) {
        if (const auto when = PartialDate::fromEdtf(edtf))
            dated.when = *when;
        else
            check.breakRule(u"not a date"_s);
    }
    return dated;
}

Region regionFrom(Checker &check, const QString &text)
{
    Region region;
    region.span = check.span(text, false);
    region.kind = static_cast<RegionKind>(check.byte(static_cast<quint8>(RegionKind::Headline), static_cast<quint8>(RegionKind::Heading), u"a kind"_s));
    region.struck = check.byte(0, 1, u"whether a region is struck"_s) != 0;
    return region;
}

Remark remarkFrom(Checker &check)
{
    Remark remark;
    remark.kind = static_cast<RemarkKind>(check.byte(0, static_cast<quint8>(RemarkKind::Count_) - 1, u"a remark's kind"_s));
    remark.args = check.strings(u"what a remark names"_s, mostArgs);
    return remark;
}

Turn turnFrom(Checker &check, const QString &text)
{
    Turn turn;
    turn.speaker = check.span(text, false);
    turn.words = check.span(text, false);
    turn.time = check.string(u"a time"_s, longestTime);
    return turn;
}

AgentType agentTypeFrom(Checker &check)
{
    return static_cast<AgentType>(check.byte(static_cast<quint8>(AgentType::Person),
                                             static_cast<quint8>(AgentType::Product), u"what somebody is"_s));
}

ListedAgent listedFrom(Checker &check, const QString &text)
{
    ListedAgent listed;
    listed.name = check.span(text, false);
    listed.type = agentTypeFrom(check);
    for (std::vector<Span> *const forms : {&listed.forms, &listed.former, &listed.weak})
        check.list(u"the names"_s, mostTurns, [&] { forms->push_back(check.span(text, false)); });
    listed.role = check.span(text, true);
    listed.organisation = check.span(text, true);
    listed.note = check.string(u"what is said of somebody"_s, longestNote);
    listed.entry = check.string(u"an entry of a list"_s);
    return listed;
}

ListedEvent eventFrom(Checker &check, const QString &text, qint32 people)
{
    ListedEvent event;
    event.name = check.span(text, false);
    event.note = check.string(u"what is said of an event"_s, longestNote);
    event.when = datedFrom(check);
    check.list(u"who took part"_s, mostTurns,
               [&] { event.people.push_back(check.number(0, people - 1, u"who took part"_s)); });
    event.addresses = check.strings(u"where an event is reported"_s, mostAuthors);
    return event;
}

MarkedPassage markFrom(Checker &check, const QString &text)
{
    MarkedPassage mark;
    mark.place = check.span(text, true);
    mark.selector.exact = check.string(u"marked words"_s, longestNote);
    mark.selector.prefix = check.string(u"words before a mark"_s);
    mark.selector.suffix = check.string(u"words behind a mark"_s);
    mark.selector.start = check.number(-1, unlimited, u"a mark's place"_s);
    mark.selector.end = check.number(-1, unlimited, u"a mark's place"_s);
    mark.isQuotation = check.byte(0, 1, u"whether a passage is a quotation"_s) != 0;
    mark.speaker = check.string(u"a speaker"_s);
    mark.speakerType = agentTypeFrom(check);
    mark.speakerEntry = check.string(u"an entry of a list"_s);
    mark.said = datedFrom(check);
    mark.note = check.string(u"what is said of a passage"_s, longestNote);
    return mark;
}

ReadPart partFrom(Checker &check)
{
    ReadPart part;
    part.name = check.string(u"a part's name"_s, longestName);
    part.bytes = check.bytes(u"a part"_s).toByteArray();
    part.refusal = check.string(u"a part's refusal"_s);
    if (part.name.isEmpty())
        check.breakRule(u"a part has no name"_s);
    return part;
}

void put(Writer &out, const Recognition &recognition);

void put(Writer &out, const Dated &dated)
{
    out.byte(static_cast<quint8>(dated.basis));
    out.string(dated.words);
    out.string(dated.when.toEdtf());
}

void put(Writer &out, const ListedAgent &listed)
{
    out.span(listed.name);
    out.byte(static_cast<quint8>(listed.type));
    for (const std::vector<Span> *const forms : {&listed.forms, &listed.former, &listed.weak})
        out.list(*forms, [&out](Span form) { out.span(form); });
    out.span(listed.role);
    out.span(listed.organisation);
    out.string(listed.note);
    out.string(listed.entry);
}

void put(Writer &out, const ListedEvent &event)
{
    out.span(event.name);
    out.string(event.note);
    put(out, event.when);
    out.list(event.people, [&out](qint32 one) { out.number(one); });
    out.strings(event.addresses);
}

void put(Writer &out, const MarkedPassage &mark)
{
    out.span(mark.place);
    for (const QString *const words : {&mark.selector.exact, &mark.selector.prefix, &mark.selector.suffix})
        out.string(*words);
    out.number(mark.selector.start);
    out.number(mark.selector.end);
    out.byte(mark.isQuotation ? 1 : 0);
    out.string(mark.speaker);
    out.byte(static_cast<quint8>(mark.speakerType));
    out.string(mark.speakerEntry);
    put(out, mark.said);
    out.string(mark.note);
}

void put(Writer &out, const ReadDocument &document)
{
    out.string(document.text);
    out.list(document.regions, [&out](const Region &region) {
        out.span(region.span);
        out.byte(static_cast<quint8>(region.kind));
        out.byte(region.struck ? 1 : 0);
    });
    out.sourced(document.title);
    out.sourced(document.outlet);
    out.strings(document.authors);
    out.byte(static_cast<quint8>(document.authorsBasis));
    put(out, document.published);
    out.sourced(document.url);
    for (const QString *field : {&document.language, &document.mediaType, &document.encoding})
        out.string(*field);
    out.number(document.replacements);
    out.list(document.remarks, [&out](const Remark &remark) {
        out.byte(static_cast<quint8>(remark.kind));
        out.strings(remark.args);
    });
    out.string(document.note);
    out.list(document.turns, [&out](const Turn &turn) {
        out.span(turn.speaker);
        out.span(turn.words);
        out.string(turn.time);
    });
    out.byte(static_cast<quint8>(document.textIs));
    out.list(document.people, [&out](const ListedAgent &listed) { put(out, listed); });
    out.list(document.events, [&out](const ListedEvent &event) { put(out, event); });
    out.list(document.marks, [&out](const MarkedPassage &mark) { put(out, mark); });
    out.byte(document.areMarksElsewhere ? 1 : 0);
    out.list(document.parts, [&out](const ReadPart &part) {
        out.string(part.name);
        out.bytes(part.bytes);
        out.string(part.refusal);
    });
    out.number(document.pageCount);
    out.list(document.pictures, [&out](qint32 page) { out.number(page); });
    out.byte(document.recognition ? 1 : 0);
    if (document.recognition)
        put(out, *document.recognition);
}

void put(Writer &out, const Recognition &recognition)
{
    out.number(recognition.words);
    out.number(std::lround(recognition.mean * meanParts));
    out.list(recognition.uncertain, [&out](const UncertainWord &word) {
        out.span(word.span);
        out.byte(static_cast<quint8>(word.percent));
    });
}

/// Words in order and apart.
Recognition recognitionFrom(Checker &check, const QString &text)
{
    Recognition recognition;
    recognition.words = check.number(0, unlimited, u"the number of recognised words"_s);
    recognition.mean = check.number(0, 100 * meanParts, u"how sure the recognition was"_s) / double(meanParts);
    qint32 end = 0;
    check.list(u"the uncertain words"_s, mostUncertain, [&] {
        const Span span = check.span(text, false);
        recognition.uncertain.push_back({span, check.byte(0, 100, u"how sure the recognition was of a word"_s)});
        if (span.start < end)
            check.breakRule(u"uncertain words overlap"_s);
        end = span.end;
    });
    return recognition;
}

void pagesFrom(Checker &check, ReadDocument &document)
{
    document.pageCount = check.number(0, mostPages, u"the number of pages"_s);
    qint32 least = 0;
    check.list(u"the pages that are pictures"_s, mostPages, [&] {
        document.pictures.push_back(check.number(least, document.pageCount - 1, u"a page"_s));
        least = document.pictures.back() + 1;
    });
}

QByteArray failure(const Error &error)
{
    const auto *const found = std::ranges::find(reportable, error.fault, &std::pair<Fault, char>::first);
    Writer out(found == reportable.end() ? 'm' : found->second);
    out.string(cut(error.detail, longestField));
    return out.take();
}

Error failureFrom(const QByteArray &bytes)
{
    const QByteArrayView all(bytes);
    const char what = all.isEmpty() ? '\0' : all.front();
    if (const auto *const found = std::ranges::find(reportable, what, &std::pair<Fault, char>::second);
        found != reportable.end()) {
        Checker check(all.sliced(1));
        const QString detail = cut(check.string(u"the reason"_s), 500);
        if (!check.isBroken() && check.isAtEnd())
            return {found->first, detail};
    }
    return {Fault::ReaderCrashed, u"the reader's answer was neither what was asked for nor a failure"_s};
}

Result<ReadDocument> documentFrom(Checker check)
{
    ReadDocument document;
    document.text = check.string(u"the text"_s, unlimited);
    const QString &text = document.text;
    check.list(u"the regions"_s, unlimited, [&] { document.regions.push_back(regionFrom(check, text)); });
    document.title = check.sourced(u"the title"_s);
    document.outlet = check.sourced(u"the outlet"_s);
    document.authors = check.strings(u"the authors"_s, mostAuthors);
    document.authorsBasis = check.basis();
    document.published = datedFrom(check);
    document.url = check.sourced(u"the address"_s);
    document.language = check.string(u"the language"_s);
    document.mediaType = check.string(u"the media type"_s);
    document.encoding = check.string(u"the encoding"_s);
    document.replacements = check.number(0, unlimited, u"the number of replacements"_s);
    check.list(u"the remarks"_s, mostRemarks, [&] { document.remarks.push_back(remarkFrom(check)); });
    document.note = check.string(u"the note"_s, longestNote);
    check.list(u"the turns"_s, mostTurns, [&] { document.turns.push_back(turnFrom(check, text)); });
    document.textIs = static_cast<TextIs>(check.byte(0, static_cast<quint8>(TextIs::Listed), u"what the text is"_s));
    check.list(u"the people"_s, mostTurns, [&] { document.people.push_back(listedFrom(check, text)); });
    const auto people = static_cast<qint32>(document.people.size());
    check.list(u"the events"_s, mostTurns, [&] { document.events.push_back(eventFrom(check, text, people)); });
    check.list(u"the marked passages"_s, mostTurns, [&] { document.marks.push_back(markFrom(check, text)); });
    document.areMarksElsewhere = check.byte(0, 1, u"whether marks are elsewhere"_s) != 0;
    check.list(u"the parts"_s, mostParts, [&] { document.parts.push_back(partFrom(check)); });
    pagesFrom(check, document);
    if (check.byte(0, 1, u"whether words were recognised"_s) != 0)
        document.recognition = recognitionFrom(check, text);
    if (!check.isAtEnd())
        check.breakRule(u"it goes on behind its end"_s);
    if (!document.text.isEmpty() && !document.parts.empty())
        check.breakRule(u"a document with both text and parts"_s);
    if (document.text.isEmpty() && document.parts.empty() && document.pictures.empty())
        check.breakRule(u"a document with neither text nor parts nor pictures"_s);
    if (check.isBroken())
        return fail(Fault::ReaderCrashed, u"the reader's answer was not valid: "_s + check.why());
    return document;
}

} // namespace

QByteArray frameLength(quint32 length)
{
    QByteArray out(frameHeader, Qt::Uninitialized);
    qToBigEndian(length, out.data());
    return out;
}

quint32 lengthOf(QByteArrayView fourBytes)
{
    Q_ASSERT(fourBytes.size() >= frameHeader);
    return qFromBigEndian<quint32>(fourBytes.data());
}

QByteArray encodeQuestion(const Question &question)
{
    Writer out(isQuestion);
    out.string(cut(question.hints.fileName, longestName));
    out.string(cut(question.hints.encoding, longestTime));
    out.number(question.draw);
    out.list(question.hints.recognised, [&out](const RecognisedPage &page) {
        out.number(page.page);
        out.bytes(page.words);
    });
    return out.take();
}

Result<Question> decodeQuestion(const QByteArray &bytes)
{
    const QByteArrayView all(bytes);
    if (!all.startsWith(isQuestion))
        return fail(Fault::BadInput, u"this is no question"_s);
    Checker check(all.sliced(1));
    Question question;
    question.hints.fileName = check.string(u"the file's name"_s, longestName);
    question.hints.encoding = check.string(u"the encoding"_s, longestTime);
    question.draw = check.number(-1, mostPages, u"the page to draw"_s);
    check.list(u"the recognised pages"_s, mostPages, [&] {
        const qint32 page = check.number(0, mostPages, u"a page"_s);
        question.hints.recognised.push_back({page, check.bytes(u"a page's words"_s).toByteArray()});
    });
    if (!check.isAtEnd() || check.isBroken())
        return fail(Fault::BadInput, u"this is no question: "_s + check.why());
    return question;
}

QByteArray encodeAnswer(const Result<ReadDocument> &answer)
{
    if (!answer)
        return failure(answer.error());
    Writer out(isDocument);
    put(out, *answer);
    const QByteArray whole = out.take();
    return whole.size() <= qsizetype(largestAnswer)
        ? whole
        : failure({Fault::TooLarge, u"what was read of it is more than one answer holds"_s});
}

Result<ReadDocument> decodeAnswer(const QByteArray &bytes)
{
    const QByteArrayView all(bytes);
    return all.startsWith(isDocument) ? documentFrom(Checker(all.sliced(1))) : std::unexpected(failureFrom(bytes));
}

QByteArray encodePicture(const Result<PagePicture> &picture)
{
    if (!picture)
        return failure(picture.error());
    Writer out(isPicture);
    out.number(picture->width);
    out.number(picture->height);
    out.number(picture->dotsPerInch);
    out.bytes(picture->dots);
    return out.take();
}

Result<PagePicture> decodePicture(const QByteArray &bytes)
{
    const QByteArrayView all(bytes);
    if (!all.startsWith(isPicture))
        return std::unexpected(failureFrom(bytes));
    Checker check(all.sliced(1));
    PagePicture picture;
    picture.width = check.number(1, longestSide, u"a picture's width"_s);
    picture.height = check.number(1, longestSide, u"a picture's height"_s);
    picture.dotsPerInch = check.number(1, 10'000, u"a picture's resolution"_s);
    picture.dots = check.bytes(u"a picture"_s).toByteArray();
    if (!check.isAtEnd() || picture.dots.size() != qint64(picture.width) * picture.height
        || picture.dots.size() > mostDots)
        check.breakRule(u"a picture of another size than it says"_s);
    if (check.isBroken())
        return fail(Fault::ReaderCrashed, u"the reader's answer was not valid: "_s + check.why());
    return picture;
}

} // namespace onrecord::io
