// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/offer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace onrecord::ingest {

namespace {

OfferedFile fileAt(const QString &path, io::Links links)
{
    return {path, {}, QFileInfo(path).fileName(), links};
}

void addFolder(const QString &root, Offer &offer)
{
    QStringList waiting{root};
    while (!waiting.isEmpty()) {
        const QString path = waiting.takeLast();
        const QDir folder(path);
        if (!folder.isReadable()) {
            offer.files.push_back(fileAt(path, io::Links::Refuse));
            continue;
        }
        QFileInfoList entries = folder.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::NoSort);
        std::ranges::sort(entries, {}, [](const QFileInfo &entry) { return QFile::encodeName(entry.fileName()); });
        QStringList folders;
        for (const QFileInfo &entry : std::as_const(entries)) {
            if (entry.fileName().startsWith(u'.'))
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
