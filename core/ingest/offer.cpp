// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/offer.h"

#include <QByteArrayList>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <dirent.h>
#include <memory>
#include <optional>

namespace onrecord::ingest {

namespace {

OfferedFile fileAt(const QString &path, io::Links links)
{
    return {path, {}, QFileInfo(path).fileName(), links};
}

/// The names in a folder, in byte order; nothing when it may not be read. Not by QDir, which ends silently at a name that is no UTF-8.
std::optional<QByteArrayList> namesIn(const QString &folder)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> open(::opendir(QFile::encodeName(folder).constData()), ::closedir);
    if (!open)
        return std::nullopt;
    QByteArrayList names;
    while (const dirent *entry = ::readdir(open.get())) {
        if (const QByteArray name(entry->d_name); name != "." && name != "..")
            names << name;
    }
    std::ranges::sort(names);
    return names;
}

void addFolder(const QString &root, Offer &offer)
{
    QStringList waiting{root};
    while (!waiting.isEmpty()) {
        const QString path = waiting.takeLast();
        const auto names = namesIn(path);
        if (!names) {
            offer.files.push_back(fileAt(path, io::Links::Refuse));
            continue;
        }
        const QString below = path.endsWith(u'/') ? path : path + u'/';
        QStringList folders;
        for (const QByteArray &name : *names) {
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
