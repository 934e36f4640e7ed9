// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QtTypes>
#include <compare>

namespace onrecord {

/// A row id of one kind of thing. Distinct types, so an ArticleId never passes for an AgentId.
/// Zero (the default) is "nothing". Row ids are local to one project file; the stable identity
/// across files is the UUID kept beside it.
template<class Tag>
struct Id {
    qint64 value = 0;

    [[nodiscard]] constexpr bool isNull() const { return value == 0; }
    constexpr explicit operator bool() const { return value != 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using ArticleId = Id<struct ArticleTag>;
using OutletId = Id<struct OutletTag>;
using AgentId = Id<struct AgentTag>;
using MentionId = Id<struct MentionTag>;
using QuotationId = Id<struct QuotationTag>;
using UtteranceId = Id<struct UtteranceTag>;
using FigureId = Id<struct FigureTag>;
using DateMentionId = Id<struct DateMentionTag>;
using EventId = Id<struct EventTag>;
using ClaimId = Id<struct ClaimTag>;
using NoteId = Id<struct NoteTag>;
using KinshipId = Id<struct KinshipTag>;
using CarryId = Id<struct CarryTag>;
using GradeId = Id<struct GradeTag>;
using RelationId = Id<struct RelationTag>;

/// What an ItemId points at. The numbers are stored in projects (saved views): never renumber.
enum class ItemType : quint8 {
    None = 0,
    Article = 1,
    Agent = 2,
    Quotation = 3,
    Figure = 4,
    Event = 5,
    Outlet = 6,
    Utterance = 7,
    Claim = 8,
    Mention = 9,
    DateMention = 10,
    Note = 11,
};

/// The id of a thing of any type: what Selection, links and search results carry.
struct ItemId {
    ItemType type = ItemType::None;
    qint64 value = 0;

    constexpr ItemId() = default;
    constexpr ItemId(ItemType t, qint64 v) : type(t), value(v) {}
    constexpr ItemId(ArticleId id) : ItemId(ItemType::Article, id.value) {}
    constexpr ItemId(OutletId id) : ItemId(ItemType::Outlet, id.value) {}
    constexpr ItemId(AgentId id) : ItemId(ItemType::Agent, id.value) {}
    constexpr ItemId(MentionId id) : ItemId(ItemType::Mention, id.value) {}
    constexpr ItemId(QuotationId id) : ItemId(ItemType::Quotation, id.value) {}
    constexpr ItemId(UtteranceId id) : ItemId(ItemType::Utterance, id.value) {}
    constexpr ItemId(FigureId id) : ItemId(ItemType::Figure, id.value) {}
    constexpr ItemId(DateMentionId id) : ItemId(ItemType::DateMention, id.value) {}
    constexpr ItemId(EventId id) : ItemId(ItemType::Event, id.value) {}
    constexpr ItemId(ClaimId id) : ItemId(ItemType::Claim, id.value) {}
    constexpr ItemId(NoteId id) : ItemId(ItemType::Note, id.value) {}

    [[nodiscard]] constexpr bool isNull() const { return value == 0; }
    friend constexpr auto operator<=>(const ItemId &, const ItemId &) = default;
    friend size_t qHash(const ItemId &id, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<int>(id.type), id.value);
    }
};

} // namespace onrecord
