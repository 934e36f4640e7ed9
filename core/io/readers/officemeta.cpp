// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/officemeta.h"

#include "core/io/readers/bylinenames.h"
#include "core/io/readers/writtendate.h"
#include "core/io/readers/xmlguard.h"

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestField = 2000;

void addAuthor(ReadDocument &document, const QString &name)
{
    if (document.authors.size() >= 100)
        return;
    bool isWhole = false;
    const QStringList split = namesOfByline(name, &isWhole);
    for (const QString &one : isWhole ? split : QStringList{name}) {
        if (!document.authors.contains(one))
            document.authors << one;
    }
    document.authorsBasis = Basis::Metadata;
}

void addField(ReadDocument &document, QStringView name, const QString &value)
{
    if (value.isEmpty() || value.size() > longestField)
        return;
    if (name == "title"_L1 && document.title.value.isEmpty())
        document.title = {value, Basis::Metadata};
    else if (name == "creator"_L1)
        addAuthor(document, value);
    else if (name == "publisher"_L1 && document.outlet.value.isEmpty())
        document.outlet = {value, Basis::Metadata};
    else if (name == "language"_L1 && document.language.isEmpty())
        document.language = value.left(40);
    else if ((name == "date"_L1 || name == "created"_L1) && !document.published.when.isKnown()) {
        if (const auto when = writtenDate(value))
            document.published = {*when, Basis::Metadata, value};
    }
}

} // namespace

void addCoreProperties(const ZipFile &zip, const QString &part, ReadDocument &document)
{
    const ZipFile::Entry *entry = zip.find(part);
    if (!entry)
        return;
    const auto bytes = zip.read(*entry, largestPart);
    if (!bytes)
        return;
    // OpenDocument keeps who saved it last beside who made it, and when.
    ReadDocument first;
    XmlGuard guard(*bytes);
    while (guard.next()) {
        if (!guard.xml().isStartElement())
            continue;
        const QString name = guard.xml().name().toString();
        if (name == u"initial-creator"_s)
            addField(first, u"creator", elementText(guard));
        else if (name == u"creation-date"_s)
            addField(first, u"created", elementText(guard));
        else if (name == u"title"_s || name == u"creator"_s || name == u"publisher"_s || name == u"language"_s
                 || name == u"date"_s || name == u"created"_s)
            addField(document, name, elementText(guard));
    }
    if (!first.authors.isEmpty())
        document.authors = first.authors;
    if (first.published.when.isKnown())
        document.published = first.published;
}

} // namespace onrecord::io
