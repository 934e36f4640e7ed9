// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/frame.h"
#include "core/io/readers/reader.h"

#include <QtGlobal>
#include <algorithm>

/// Files read as the reader process reads them. What is missing ends the test with its name.
namespace onrecord::test {

/// The document, after a way through its encoded answer.
[[nodiscard]] inline io::ReadDocument readOf(const QByteArray &bytes, const QString &name)
{
    auto document = io::readBytes(bytes, {name, {}});
    if (!document)
        qFatal("%s: %s", qPrintable(name), qPrintable(document.error().detail));
    const auto back = io::decodeAnswer(io::encodeAnswer(document));
    if (!back || *back != *document)
        qFatal("the program does not take the answer: %s", back ? "it is another" : qPrintable(back.error().detail));
    return *document;
}

/// The part of that name, read.
[[nodiscard]] inline io::ReadDocument partOf(const io::ReadDocument &document, const QString &name)
{
    const auto part = std::ranges::find(document.parts, name, &io::ReadPart::name);
    if (part == document.parts.end())
        qFatal("no part %s", qPrintable(name));
    return readOf(part->bytes, part->name);
}

[[nodiscard]] inline QString words(const io::ReadDocument &document, Span span)
{
    return document.text.sliced(span.start, span.length());
}

/// What stands in the regions of that kind, in order.
[[nodiscard]] inline QString wordsOf(const io::ReadDocument &document, RegionKind kind)
{
    QStringList out;
    for (const Region &region : document.regions) {
        if (region.kind == kind)
            out << words(document, region.span);
    }
    return out.join(u'|');
}

[[nodiscard]] inline io::ListedAgent listed(const io::ReadDocument &document, const QString &name)
{
    const auto found = std::ranges::find_if(
        document.people, [&](const io::ListedAgent &one) { return words(document, one.name) == name; });
    if (found == document.people.end())
        qFatal("nobody is %s in %s", qPrintable(name), qPrintable(document.text));
    return *found;
}

[[nodiscard]] inline QStringList refusals(const io::ReadDocument &document)
{
    QStringList out;
    for (const io::ReadPart &part : document.parts) {
        if (!part.refusal.isEmpty())
            out << part.refusal;
    }
    return out;
}

/// The first word of the first remark of that kind; empty without one.
[[nodiscard]] inline QString remarkOf(const io::ReadDocument &document, RemarkKind kind)
{
    const auto found = std::ranges::find(document.remarks, kind, &Remark::kind);
    return found == document.remarks.end() ? QString() : found->args.value(0);
}

} // namespace onrecord::test
