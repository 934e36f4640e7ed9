// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/table.h"

/// The tables there are. Column numbers are stored in saved views: append only. Behind each column stands the type of its value.
namespace onrecord::models {

struct ArticleColumn {
    enum : int {
        Title,      ///< QString; the file name where there is no title
        Outlet,     ///< QString
        Published,  ///< Dated
        Authors,    ///< QStringList
        Quotations, ///< int, shown ones
        Figures,    ///< int, shown ones
        Words,      ///< int
        Language,   ///< QString
        Captured,   ///< QDateTime
        FileName,   ///< QString
        SameText,   ///< QString: title of the article that prints the same text, the first printed other one
        Versions,   ///< int: how many versions of the article there are; invalid for one
        Count_
    };
};

struct AgentColumn {
    enum : int {
        Name,        ///< QString
        Role,        ///< QString
        Affiliation, ///< QString
        Quotations,  ///< int, shown ones
        Articles,    ///< int: shown articles where the agent speaks or is named
        Mentions,    ///< int, in shown articles
        Type,        ///< AgentType
        Status,      ///< Status
        Count_
    };
};

struct QuotationColumn {
    enum : int {
        Words,      ///< QString
        Speaker,    ///< QString
        Kind,       ///< Kind
        Said,       ///< Dated
        Printed,    ///< Dated
        Outlet,     ///< QString
        Article,    ///< QString
        Wordings,   ///< int: quotations of the same utterance, itself included
        Confidence, ///< double
        Status,     ///< Status
        Count_
    };
};

struct FigureColumn {
    enum : int {
        Words,      ///< QString, as printed
        Value,      ///< double; invalid for a vague figure
        Unit,       ///< QString, as stored
        Subject,    ///< QString
        Predicate,  ///< QString
        AssertedBy, ///< QString; empty when the author does
        Printed,    ///< Dated
        Outlet,     ///< QString
        Article,    ///< QString
        Status,     ///< Status
        Count_
    };
};

struct EventColumn {
    enum : int {
        Name,     ///< QString
        When,     ///< Dated
        People,   ///< int: agents that take part
        Articles, ///< int: articles that report it
        Status,   ///< Status
        Count_
    };
};

struct ClaimColumn {
    enum : int {
        Text,    ///< QString
        Verdict, ///< QString
        For,     ///< int
        Against, ///< int
        Count_
    };
};

struct AttentionColumn {
    enum : int {
        Item,     ///< QString: title or quoted words
        Concerns, ///< int, explore::Concerns
        Article,  ///< QString
        Outlet,   ///< QString
        Count_
    };
};

[[nodiscard]] const Shape &articleShape();
[[nodiscard]] const Shape &personShape();       ///< people and unnamed sources
[[nodiscard]] const Shape &organisationShape();
[[nodiscard]] const Shape &quotationShape();
[[nodiscard]] const Shape &figureShape();
[[nodiscard]] const Shape &eventShape();
[[nodiscard]] const Shape &claimShape();
[[nodiscard]] const Shape &attentionShape();    ///< articles and quotations with a concern; its kinds are explore::Concerns

} // namespace onrecord::models
