// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/archive.h"

#include <QStringList>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestMember = qsizetype(64) << 20;
constexpr qsizetype largestWhole = qsizetype(128) << 20; // of all members, unpacked
constexpr size_t mostMembers = 20'000;

/// A name to show: folders of the archive, without "..", roots, drives and control characters.
QString safeName(const QString &name)
{
    QStringList parts;
    for (QString part : QString(name).replace(u'\\', u'/').split(u'/', Qt::SkipEmptyParts)) {
        part.removeIf(
            [](QChar c) { return c < u' ' || c == u'\x7F' || c.isSurrogate() || c.category() == QChar::Other_Format; });
        if (!part.isEmpty() && part != u"."_s && part != u".."_s && !(part.size() == 2 && part[1] == u':'))
            parts << part.left(255);
    }
    return parts.join(u'/').right(1000);
}

bool isHidden(const QString &name)
{
    const QStringList parts = name.split(u'/');
    return std::ranges::any_of(parts, [](const QString &part) {
        return part.startsWith(u'.') || part == u"__MACOSX"_s || part == u"Thumbs.db"_s;
    });
}

} // namespace

Result<void> readArchive(const ZipFile &zip, ReadDocument &document)
{
    if (zip.entries().size() > mostMembers)
        return fail(Fault::TooLarge, u"more than %1 files"_s.arg(mostMembers));
    qsizetype budget = largestWhole;
    int hidden = 0;
    for (const ZipFile::Entry &entry : zip.entries()) {
        const QString name = safeName(entry.name);
        if (entry.isFolder)
            continue;
        if (name.isEmpty() || isHidden(name)) {
            ++hidden;
            continue;
        }
        auto bytes = zip.read(entry, std::min(largestMember, budget));
        if (bytes) {
            budget -= bytes->size();
            document.parts.push_back({name, std::move(*bytes), {}});
        } else {
            const bool isOver = bytes.error().fault == Fault::TooLarge && budget < largestMember;
            document.parts.push_back(
                {name,
                 {},
                 isOver ? u"the archive unpacks to more than %1 bytes"_s.arg(largestWhole) : bytes.error().detail});
        }
    }
    if (hidden > 0)
        document.remarks.push_back({RemarkKind::HiddenEntries, {QString::number(hidden)}});
    if (document.parts.empty())
        return fail(Fault::Empty, u"no file in the archive"_s);
    return {};
}

} // namespace onrecord::io
