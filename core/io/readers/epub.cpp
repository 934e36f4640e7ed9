// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/epub.h"

#include "core/io/readers/encoding.h"
#include "core/io/readers/flow.h"
#include "core/io/readers/html.h"
#include "core/io/readers/htmlpage.h"
#include "core/io/readers/officemeta.h"
#include "core/io/readers/pageregions.h"
#include "core/io/readers/xmlguard.h"

#include <QHash>
#include <QSet>
#include <QUrl>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostChapters = 5'000;
constexpr qsizetype mostText = qsizetype(64) << 20; // of all chapters, in bytes of markup

struct Package {
    QStringList spine; ///< names of the chapters in the archive
    QStringList left;  ///< listed and not there
};

QString packagePath(const ZipFile &zip)
{
    const auto bytes = zip.read(u"META-INF/container.xml", largestPart);
    if (!bytes)
        return {};
    XmlGuard guard(*bytes);
    while (guard.next()) {
        if (guard.xml().isStartElement() && guard.xml().name() == "rootfile"_L1)
            return guard.xml().attributes().value("full-path"_L1).toString();
    }
    return {};
}

Result<Package> packageOf(const ZipFile &zip, const QString &path)
{
    const auto bytes = zip.read(path, largestPart);
    if (!bytes)
        return std::unexpected(bytes.error());
    QUrl base;
    base.setScheme(u"epub"_s);
    base.setPath(u'/' + path.left(path.lastIndexOf(u'/') + 1), QUrl::DecodedMode);
    QHash<QString, QString> manifest;
    Package package;
    XmlGuard guard(*bytes);
    while (guard.next() && package.spine.size() < mostChapters) {
        if (!guard.xml().isStartElement())
            continue;
        const auto attributes = guard.xml().attributes();
        if (guard.xml().name() == "item"_L1)
            manifest.insert(attributes.value("id"_L1).toString(), attributes.value("href"_L1).toString());
        if (guard.xml().name() != "itemref"_L1)
            continue;
        const QString target =
            base.resolved(QUrl(manifest.value(attributes.value("idref"_L1).toString()))).path(QUrl::FullyDecoded);
        const QString name = target.startsWith(u'/') ? target.sliced(1) : target;
        (zip.find(name) ? package.spine : package.left) << name;
    }
    if (auto outcome = guard.outcome(); !outcome)
        return std::unexpected(outcome.error());
    return package;
}

/// Fonts may be scrambled without harm; a chapter that is encrypted cannot be read.
bool isProtected(const ZipFile &zip, const Package &package)
{
    const ZipFile::Entry *entry = zip.find(u"META-INF/encryption.xml");
    if (!entry)
        return false;
    const auto bytes = zip.read(*entry, largestPart);
    if (!bytes)
        return true;
    XmlGuard guard(*bytes);
    while (guard.next()) {
        if (guard.xml().isStartElement() && guard.xml().name() == "CipherReference"_L1
            && package.spine.contains(QUrl::fromPercentEncoding(guard.xml().attributes().value("URI"_L1).toUtf8())))
            return true;
    }
    return false;
}

Result<void> addChapter(const QByteArray &bytes, Flow &flow)
{
    const auto decoded = decodeText(bytes, {}, declaredCharset(bytes));
    if (!decoded)
        return std::unexpected(decoded.error());
    if (isTooDeep(decoded->text))
        return fail(Fault::Malformed, u"a chapter nests its elements too deep"_s);
    const Page page = parsePage(decoded->text.toUtf8());
    const PageBlock *previous = nullptr;
    for (const PageBlock &block : page.blocks) {
        const GumboTag tag = page.nodes[static_cast<size_t>(block.node)].tag;
        const bool follows = previous && tag == page.nodes[static_cast<size_t>(previous->node)].tag
            && (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TD);
        std::optional<RegionKind> kind;
        if (isHeading(tag))
            kind = RegionKind::Heading;
        else if (isWithin(page, block.node, GUMBO_TAG_FIGCAPTION))
            kind = RegionKind::Caption;
        else if (isWithin(page, block.node, GUMBO_TAG_BLOCKQUOTE))
            kind = RegionKind::BlockQuote;
        else if (isWithin(page, block.node, GUMBO_TAG_NAV))
            kind = RegionKind::Boilerplate;
        flow.paragraph(block.words, kind, follows ? TextBuilder::Gap::Line : TextBuilder::Gap::Paragraph);
        previous = &block;
    }
    return {};
}

} // namespace

Result<void> readEpub(const ZipFile &zip, ReadDocument &document)
{
    const QString path = packagePath(zip);
    if (path.isEmpty())
        return fail(Fault::Malformed, u"the book does not say where its package is"_s);
    const auto package = packageOf(zip, path);
    if (!package)
        return std::unexpected(package.error());
    if (isProtected(zip, *package))
        return fail(Fault::UnsupportedType, u"the book is protected (DRM): its text is encrypted"_s);
    addCoreProperties(zip, path, document);
    Flow flow(document);
    qsizetype budget = mostText;
    for (const QString &name : package->spine) {
        const auto bytes = zip.read(name, budget);
        if (!bytes)
            return std::unexpected(Error{bytes.error().fault, u"%1: %2"_s.arg(name, bytes.error().detail)});
        budget -= bytes->size();
        if (auto added = addChapter(*bytes, flow); !added)
            return added;
    }
    for (const QString &name : package->left)
        document.remarks.push_back({RemarkKind::ChapterMissing, {name.left(200)}});
    document.remarks.resize(std::min<size_t>(document.remarks.size(), 50));
    flow.finish();
    return {};
}

} // namespace onrecord::io
