// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/importer.h"

namespace onrecord::ingest {

/// The articles of the bundled story, as files of an offer: the numbered Markdown files of :/onrecord/story.
[[nodiscard]] Offer storyOffer();

/// Takes the bundled story into a project through the same way as any file, and then its events (:/onrecord/story/events.json),
/// joined to the people and articles they name. A second time it adds nothing.
ImportReport importStory(ArticleSink &sink, const Listener &listener = {}, const ImportOptions &options = {});

} // namespace onrecord::ingest
