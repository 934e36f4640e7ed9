// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"

namespace onrecord::ingest {

/// What striking or restoring a passage needs of its article.
struct StoredArticle {
    Article article;
    QString text;
    QByteArray original; ///< the bytes it was read from
};

/// On the project's thread.
[[nodiscard]] Result<StoredArticle> storedArticle(const store::Project &project, ArticleId id);

/// The article as an import would read it, with `passage` struck or restored, for store::Project::restrike(). The text stays the stored one; its
/// bytes are read once more in the reader process for what is not stored with it: whose turns they say to be. Where they read differently by now, or not at
/// all, the article has no stated turns. Fault::BadInput when there is nothing to do. Blocks; never on the GUI thread.
/// `words`: folder of the user's own word lists (see ownWordsFolder()); `reader`: the reader program, empty for the installed one.
[[nodiscard]] Result<store::Restriking> readAnew(const StoredArticle &stored, Span passage, bool struck, const QString &words = {}, const QString &reader = {});

} // namespace onrecord::ingest
