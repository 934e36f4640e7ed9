// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

/// "X is not P" here and "X is P" there: statements of one thing that cannot both hold. Found by form, not understood.
namespace onrecord::match {

/// Somebody says that something is, or is not, something.
struct Statement {
    ArticleId article;
    Span span;       ///< the words of P in the article's text
    QString subject; ///< comparable form of the name
    QString subjectPrinted;
    QString property; ///< comparable form of P: "open sourc"
    QString propertyPrinted;
    bool isDenied = false;
    bool isSaidOutright = false; ///< "X is P"; otherwise P only stands with X ("X's P model")
    QuotationId quotation;       ///< that holds it; null: the article says so itself
    std::vector<AgentId> speakers; ///< of that quotation, the first one first
};

struct Opposition {
    QString subject;
    QString property;
    std::vector<Statement> yes, no; ///< one a speaker and article each
};

/// What an article says that something is or is not.
[[nodiscard]] std::vector<Statement> statementsIn(const Snapshot &snapshot, ArticleId article, QStringView text);
/// Where an article ties the `property` of two words or more to the subject of a denial without "is": "X's open-source
/// model".
[[nodiscard]] std::vector<Statement> passingStatements(const Snapshot &snapshot, ArticleId article, QStringView text,
                                                       const std::vector<Statement> &denied);
/// Pairs them up. Deterministic.
[[nodiscard]] std::vector<Opposition> oppositions(const std::vector<Statement> &statements);

} // namespace onrecord::match
