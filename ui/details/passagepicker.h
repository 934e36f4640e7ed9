// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/latest.h"
#include "core/record/snapshot.h"
#include "ui/details/choiceline.h"

#include <vector>

namespace onrecord::ui {

/// Chooses a quotation or a figure by words of it: with nothing typed, what is selected beside it and what is near; then every passage
/// that has all the words, looked for on a worker.
class PassagePicker : public ChoiceLine
{
    Q_OBJECT
public:
    /// `near` is offered while nothing is typed; `self` never is.
    PassagePicker(SnapshotPtr record, ItemId self, std::vector<ItemId> near, QWidget *parent = nullptr);

Q_SIGNALS:
    void picked(onrecord::ItemId passage);
    void searched(); ///< the list shows what was typed last

protected:
    void search(const QString &typed) override;
    void choose(const QListWidgetItem &row) override;

private:
    void offer(const std::vector<ItemId> &passages);

    SnapshotPtr m_record;
    ItemId m_self;
    std::vector<ItemId> m_near;
    Latest<std::vector<ItemId>> m_looking;
};

/// What stands near a passage: the other wordings of its utterance, then what the same person says elsewhere. For a figure: figures of
/// the same subject. At most `most`.
[[nodiscard]] std::vector<ItemId> nearPassages(const Snapshot &record, ItemId passage, size_t most);

} // namespace onrecord::ui
