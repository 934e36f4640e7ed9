// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/partialdate.h"
#include "core/io/readfile.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace onrecord::ingest {

/// What somebody says about an article when offering it; beats what it says about itself. Empty: nothing said.
struct GivenFields {
    QString title;
    QString outlet;
    QString url;
    PartialDate published;
};

/// One thing offered for import: a file by its path, or bytes that are there already (pasted, bundled).
struct OfferedFile {
    QString path;      ///< empty for bytes
    QByteArray bytes;
    QString name;      ///< what the article's fileName will be: the last part of the path
    io::Links links = io::Links::Follow;
    GivenFields given = {};
    std::optional<Error> refusal = {}; ///< known when it was offered: it is not read
};

/// Everything one import was asked to take in, folders unfolded.
struct Offer {
    std::vector<OfferedFile> files;
    int hidden = 0;    ///< hidden files and folders met inside folders and left out: no part of the totals, but said
};

/// Files as they are, folders with everything below them in byte order of their names, whatever the machine. Hidden entries of
/// folders are counted and left out, links in them are offered and will be refused; a path named here is taken even if hidden or a
/// link. What cannot be listed is offered as itself, so that its refusal is reported; of a folder whose listing breaks off
/// also what was listed. Blocks: worker threads.
[[nodiscard]] Offer offerOf(const QStringList &paths);
/// Words from the clipboard or a dialog, as one file.
[[nodiscard]] Offer offerOfText(const QString &text, const QString &name, const GivenFields &given = {});
/// Markup from the clipboard, as one file that is read like a page.
[[nodiscard]] Offer offerOfPage(const QString &markup, const QString &name, const GivenFields &given = {});

} // namespace onrecord::ingest
