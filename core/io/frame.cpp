// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/frame.h"

#include "core/record/words.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <limits>
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

constexpr qint32 longestField = 10'000; // UTF-16 units of any one metadata field
constexpr qint32 longestTime = 100;
constexpr qint32 longestName = 2000; // of a part
constexpr qint32 mostAuthors = 1'000;
constexpr qint32 mostRemarks = 1'000;
constexpr qint32 mostArgs = 2;
constexpr qint32 mostTurns = 200'000;
constexpr qint32 mostParts = 200'000;
constexpr qint32 unlimited = std::numeric_limits<qint32>::max();

/// At most `most` units, half a character never.
QString cut(const QString &words, qsizetype most)
{
    const bool isSplit = most > 0 && most < words.size() && words[most].isLowSurrogate();
    return words.left(isSplit ? most - 1 : most);
}

class Writer
{
public:
    explicit Writer(char what) { m_out.append(what); }

    void byte(quint8 value) { m_out.append(static_cast<char>(value)); }
    void number(qint64 value)
    {
        std::array<char, sizeof(qint32)> bytes;
        qToLittleEndian(static_cast<qint32>(value), bytes.data());
        m_out.append(bytes.data(), bytes.size());
    }
    void span(Span span)
    {
        number(span.start);
        number(span.end);
    }
    void bytes(QByteArrayView value)
    {
        number(value.size());
        m_out.append(value);
    }
    void string(const QString &value)
    {
        number(value.size());
        const qsizetype start = m_out.size();
        m_out.resize(start + value.size() * qsizetype(sizeof(char16_t)));
        if (!value.isEmpty())
            qToLittleEndian<char16_t>(value.utf16(), value.size(), m_out.data() + start);
    }
    void sourced(const Sourced &field)
    {
        string(field.value);
        byte(static_cast<quint8>(field.basis));
    }
    template<class List, class Each>
    void list(const List &items, Each each)
    {
        number(static_cast<qint64>(items.size()));
        std::ranges::for_each(items, each);
    }
    void strings(const QStringList &values)
    {
        list(values, [this](const QString &value) { string(value); });
    }
    [[nodiscard]] QByteArray take() { return std::move(m_out); }

private:
    QByteArray m_out;
};

/// Reads what a Writer wrote and remembers the first rule that was broken; from then on there is nothing to read any more.
class Checker
{
public:
    explicit Checker(QByteArrayView bytes) : m_rest(bytes) {}

    [[nodiscard]] bool isBroken() const { return !m_why.isEmpty(); }
    [[nodiscard]] bool isAtEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] QString why() const { return m_why; }

    void breakRule(const QString &why)
    {
        if (m_why.isEmpty())
            m_why = why;
        m_rest = {};
    }

    quint8 byte(quint8 least, quint8 most, const QString &what)
    {
        const QByteArrayView one = take(1);
        const auto value = one.isEmpty() ? least : static_cast<quint8>(one[0]);
        if (value < least || value > most)
            breakRule(what + u" is unknown"_s);
        return std::clamp(value, least, most);
    }
    qint32 number(qint32 least, qint32 most, const QString &what)
    {
        const QByteArrayView four = take(sizeof(qint32));
        const auto value = four.isEmpty() ? least : qFromLittleEndian<qint32>(four.data());
        if (value < least || value > most)
            breakRule(what + u" is out of range"_s);
        return std::clamp(value, least, most);
    }
    QByteArrayView bytes(const QString &what) { return take(number(0, unlimited, what)); }
    QString string(const QString &what, qint32 most = longestField)
    {
        const qint32 units = number(0, most, what);
        const QByteArrayView bytes = take(qint64(units) * qint64(sizeof(char16_t)));
        QString text(bytes.size() / qsizetype(sizeof(char16_t)), Qt::Uninitialized);
        if (!text.isEmpty())
            qFromLittleEndian<char16_t>(bytes.data(), text.size(), text.data());
        if (!text.isValidUtf16())
            breakRule(what + u" is not well formed"_s);
        return text;
    }
    Basis basis() { return static_cast<Basis>(byte(static_cast<quint8>(Basis::None), static_cast<quint8>(Basis::User), u"a basis"_s)); }
    Sourced sourced(const QString &what)
    {
        Sourced field;
        field.value = string(what);
        field.basis = basis();
        return field;
    }
    /// `mayBeEmpty`: there may be nothing there.
    Span span(const QString &text, bool mayBeEmpty)
    {
        const auto end = static_cast<qint32>(text.size());
        Span span;
        span.start = number(0, end, u"a span"_s);
        span.end = number(span.start, end, u"a span"_s);
        for (const qint32 at : {span.start, span.end}) {
            if (at > 0 && at < end && text[at].isLowSurrogate())
                breakRule(u"a span splits a character"_s);
        }
        if (span.isEmpty() && !mayBeEmpty)
            breakRule(u"a span is empty"_s);
        return span;
    }
    template<class Each>
    void list(const QString &what, qint32 most, Each each)
    {
        const qint32 count = number(0, most, what);
        for (qint32 i = 0; i < count && !isBroken(); ++i)
            each();
    }
    QStringList strings(const QString &what, qint32 most)
    {
        QStringList out;
        list(what, most, [&] { out << string(what); });
        return out;
    }

private:
    QByteArrayView take(qint64 size)
    {
        if (size > m_rest.size()) {
            breakRule(u"it ends too early"_s);
            return {};
        }
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }

    QByteArrayView m_rest;
    QString m_why;
};

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

ListedAgent listedFrom(Checker &check, const QString &text)
{
    ListedAgent listed;
    listed.name = check.span(text, false);
    listed.isOrganisation = check.byte(0, 1, u"whether somebody is an organisation"_s) != 0;
    check.list(u"the names"_s, mostTurns, [&] { listed.forms.push_back(check.span(text, false)); });
    listed.role = check.span(text, true);
    listed.organisation = check.span(text, true);
    return listed;
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
    out.byte(static_cast<quint8>(document.published.basis));
    out.string(document.published.words);
    out.string(document.published.when.toEdtf());
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
    out.list(document.people, [&out](const ListedAgent &listed) {
        out.span(listed.name);
        out.byte(listed.isOrganisation ? 1 : 0);
        out.list(listed.forms, [&out](Span form) { out.span(form); });
        out.span(listed.role);
        out.span(listed.organisation);
    });
    out.list(document.parts, [&out](const ReadPart &part) {
        out.string(part.name);
        out.bytes(part.bytes);
        out.string(part.refusal);
    });
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
    document.note = check.string(u"the note"_s);
    check.list(u"the turns"_s, mostTurns, [&] { document.turns.push_back(turnFrom(check, text)); });
    check.list(u"the people"_s, mostTurns, [&] { document.people.push_back(listedFrom(check, text)); });
    check.list(u"the parts"_s, mostParts, [&] { document.parts.push_back(partFrom(check)); });
    if (!check.isAtEnd())
        check.breakRule(u"it goes on behind its end"_s);
    if (document.text.isEmpty() == document.parts.empty())
        check.breakRule(u"a document with neither text nor parts, or with both"_s);
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

QByteArray encodeHints(const ReadHints &hints)
{
    return hints.fileName.left(1000).toUtf8().replace('\0', ' ') + '\0' + hints.encoding.left(100).toUtf8();
}

Result<ReadHints> decodeHints(const QByteArray &bytes)
{
    const qsizetype border = bytes.indexOf('\0');
    if (border < 0)
        return fail(Fault::BadInput, u"these are no hints"_s);
    return ReadHints{QString::fromUtf8(bytes.first(border)), QString::fromUtf8(bytes.sliced(border + 1))};
}

QByteArray encodeAnswer(const Result<ReadDocument> &answer)
{
    if (answer) {
        Writer out(isDocument);
        put(out, *answer);
        const QByteArray whole = out.take();
        return whole.size() <= qsizetype(largestAnswer) ? whole : encodeAnswer(fail(Fault::TooLarge, u"what was read of it is more than one answer holds"_s));
    }
    const auto *const found = std::ranges::find(reportable, answer.error().fault, &std::pair<Fault, char>::first);
    Writer out(found == reportable.end() ? 'm' : found->second);
    out.string(cut(answer.error().detail, longestField));
    return out.take();
}

Result<ReadDocument> decodeAnswer(const QByteArray &bytes)
{
    const QByteArrayView all(bytes);
    const char what = all.isEmpty() ? '\0' : all.front();
    if (what == isDocument)
        return documentFrom(Checker(all.sliced(1)));
    if (const auto *const found = std::ranges::find(reportable, what, &std::pair<Fault, char>::second); found != reportable.end()) {
        Checker check(all.sliced(1));
        const QString detail = cut(check.string(u"the reason"_s), 500);
        if (!check.isBroken() && check.isAtEnd())
            return fail(found->first, detail);
    }
    return fail(Fault::ReaderCrashed, u"the reader's answer was neither a document nor a failure"_s);
}

} // namespace onrecord::io
