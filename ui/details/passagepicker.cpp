// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/passagepicker.h"

#include "core/record/speakers.h"
#include "core/text/fold.h"
#include "ui/details/cardstack.h"
#include "ui/present/words.h"

#include <QListWidget>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int itemRole = Qt::UserRole;

/// Every passage with all the words in its own words, its speaker's name or its subject; in the order of the record.
void findPassages(QPromise<std::vector<ItemId>> &promise, const Snapshot &record, const QStringList &words, ItemId self, size_t most)
{
    std::vector<ItemId> out;
    const auto take = [&](ItemId item, Status status, const QString &text) {
        if (out.size() >= most || status == Status::Rejected || item == self)
            return;
        const QString folded = foldedText(text);
        if (std::ranges::all_of(words, [&](const QString &word) { return folded.contains(word); }))
            out.push_back(item);
    };
    for (const Quotation &row : record.quotations()) {
        if (promise.isCanceled())
            return;
        take(row.id, row.status, row.content.exact + u' ' + namesOf(record, speakersOf(row)));
    }
    for (const Figure &row : record.figures()) {
        if (promise.isCanceled())
            return;
        take(row.id, row.status, row.content.exact + u' ' + row.subject + u' ' + row.predicate);
    }
    promise.addResult(std::move(out));
}

} // namespace

std::vector<ItemId> nearPassages(const Snapshot &record, ItemId passage, size_t most)
{
    std::vector<ItemId> out;
    const auto take = [&](ItemId item, Status status) {
        if (out.size() < most && item != passage && status != Status::Rejected && !std::ranges::contains(out, item))
            out.push_back(item);
    };
    if (const Quotation *row = passage.type == ItemType::Quotation ? record.quotation({passage.value}) : nullptr) {
        for (const QuotationId id : record.variantsOf(row->utterance))
            take(id, record.quotation(id)->status);
        for (const AgentId speaker : speakersOf(*row)) {
            for (const QuotationId id : record.quotationsBy(speaker)) {
                if (out.size() >= most)
                    break;
                take(id, record.quotation(id)->status);
            }
        }
    } else if (const Figure *figure = passage.type == ItemType::Figure ? record.figure({passage.value}) : nullptr) {
        for (const Figure &other : record.figures()) {
            if (out.size() >= most)
                break;
            if (other.unit == figure->unit && !figure->subject.isEmpty() && other.subject.compare(figure->subject, Qt::CaseInsensitive) == 0)
                take(other.id, other.status);
        }
    }
    return out;
}

PassagePicker::PassagePicker(SnapshotPtr record, ItemId self, std::vector<ItemId> near, QWidget *parent)
    : ChoiceLine(parent), m_record(std::move(record)), m_self(self), m_near(std::move(near))
{
    name(tr("Type words of the other passage"), tr("Words of the other passage"), tr("Passages it can be"));
    search({});
}

void PassagePicker::search(const QString &typed)
{
    if (typed.isEmpty()) {
        m_looking.cancel();
        offer(m_near);
        return;
    }
    m_looking.ask([record = m_record, words = foldedText(typed).split(u' ', Qt::SkipEmptyParts), self = m_self](
                      QPromise<std::vector<ItemId>> &promise) { findPassages(promise, *record, words, self, mostRows); },
                  [this](const std::vector<ItemId> &found) { offer(found); });
}

void PassagePicker::offer(const std::vector<ItemId> &passages)
{
    list()->clear();
    for (const ItemId item : passages) {
        auto *row = new QListWidgetItem(tr("%1 · %2", "words of a passage, where it stands").arg(present::itemName(*m_record, item), rowLine(*m_record, item)), list());
        row->setToolTip(row->text().toHtmlEscaped());
        row->setData(itemRole, QVariant::fromValue(item));
    }
    if (passages.empty()) {
        auto *none = new QListWidgetItem(tr("No passage has these words"), list());
        none->setFlags(Qt::NoItemFlags);
    }
    rowsChanged();
    Q_EMIT searched();
}

void PassagePicker::choose(const QListWidgetItem &row)
{
    if (const auto item = row.data(itemRole); item.isValid())
        Q_EMIT picked(item.value<ItemId>());
}

} // namespace onrecord::ui
