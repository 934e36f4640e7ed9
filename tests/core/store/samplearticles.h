// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/project.h"

#include <QTemporaryDir>

namespace onrecord::test {

/// Builds what reading and extraction would give for a text written by hand. Words are looked up in the text; a word that
/// is not there is a mistake of the test.
class ArticleBuilder
{
public:
    explicit ArticleBuilder(const QString &text, const QString &fileName = QStringLiteral("article.txt"));
    ArticleBuilder &title(const QString &title);
    ArticleBuilder &outlet(const QString &name);
    ArticleBuilder &published(const PartialDate &when);
    /// Returns the index for quotation().
    int agent(const QString &name, AgentType type = AgentType::Person, const QStringList &forms = {});
    ArticleBuilder &quotation(const QString &words, int speaker = -1, Kind kind = Kind::Statement, const QString &cue = {});
    ArticleBuilder &figure(const QString &words, double value, const QString &unit, int by = -1);
    ArticleBuilder &date(const QString &words, const PartialDate &when);
    [[nodiscard]] const store::NewArticle &article() const { return m_article; }

private:
    [[nodiscard]] Span find(const QString &words) const;
    store::NewArticle m_article;
};

/// Two reports of one press conference, and a letter: shared speakers, a quotation printed twice, figures and a date.
[[nodiscard]] store::NewArticle bridgeShut();
[[nodiscard]] store::NewArticle rustAndRumours();
[[nodiscard]] store::NewArticle letter();
/// Article `n` of any number of different ones, each with two quotations by one of 97 speakers.
[[nodiscard]] store::NewArticle numbered(int n);

/// A clock that stands at 2031-05-10 12:00 UTC.
[[nodiscard]] std::shared_ptr<FixedClock> fixedClock();

} // namespace onrecord::test
