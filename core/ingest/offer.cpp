// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/offer.h"

#include <QByteArrayList>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <memory>
#include <optional>

namespace onrecord::ingest {

using namespace Qt::StringLiterals;

namespace {

OfferedFile fileAt(const QString &path, io::Links links)
{
    return {path, {}, QFileInfo(path).fileName(), links};
}

struct Listing {
    QByteArrayList names; ///< in byte order
    int error = 0;        ///< errno of what ended it too early
};

/// The names in a folder; nothing when it may not be read. Not by QDir, which ends silently at a name that is no UTF-8 and at an error.
std::optional<Listing> namesIn(const QString &folder)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> open(::opendir(QFile::encodeName(folder).constData()), ::closedir);
    if (!open)
        return std::nullopt;
    Listing listing;
    const auto next = [&open] {
        errno = 0; // at the end it is left alone
        return ::readdir(open.get());
    };
    while (const dirent *entry = next()) {
        if (const QByteArray name(entry->d_name); name != "." && name != "..")
            listing.names << name;
    }
    listing.error = errno;
    std::ranges::sort(listing.names);
    return listing;
}

void addFolder(const QString &root, Offer &offer)
{
    QStringList waiting{root};
    while (!waiting.isEmpty()) {
        const QString path = waiting.takeLast();
        const auto listing = namesIn(path);
        if (!listing || listing->error != 0)
            offer.files.push_back(fileAt(path, io::Links::Refuse));
        if (!listing)
            continue;
        if (listing->error != 0)
            offer.files.back().refusal = Error{Fault::NotReadable, u"the folder could not be read to its end, files in it may be missing: "_s + qt_error_string(listing->error)};
        const QString below = path.endsWith(u'/') ? path : path + u'/';
        QStringList folders;
        for (const QByteArray &name : listing->names) {
            // A name that is no text keeps marks for what is not, and so names no file: it is refused for that.
            const QFileInfo entry(below + QFile::decodeName(name));
            if (name.startsWith('.'))
                ++offer.hidden;
            else if (entry.isDir() && !entry.isSymLink())
                folders.prepend(entry.filePath()); // the last taken is the first in order
            else
                offer.files.push_back(fileAt(entry.filePath(), io::Links::Refuse));
        }
        waiting += folders;
    }
}

} // namespace

Offer offerOf(const QStringList &paths)
{
    Offer offer;
    for (const QString &path : paths) {
        if (QFileInfo(path).isDir())
            addFolder(path, offer);
        else
            offer.files.push_back(fileAt(path, io::Links::Follow));
    }
    return offer;
}

Offer offerOfText(const QString &text, const QString &name, const GivenFields &given)
{
    return {{{{}, text.toUtf8(), name, io::Links::Follow, given}}, 0};
}

Offer offerOfPage(const QString &markup, const QString &name, const GivenFields &given)
{
    // The name's end says what it is, even to a reader that meets no tag at the beginning; the mark in front, what it is written in.
    return {{{{}, "\xEF\xBB\xBF" + markup.toUtf8(), name + QStringLiteral(".html"), io::Links::Follow, given}}, 0};
}

} // namespace onrecord::ingest
