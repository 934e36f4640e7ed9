// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/entrylist.h"

#include "ui/present/tones.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace onrecord::ui {

namespace {

constexpr int rowHeight = 36;
constexpr int side = 12;
constexpr int iconSide = 16;

class EntryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {200, std::max(rowHeight, option.fontMetrics.height() + 12)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const present::Tones tones = present::tones(option.palette);
        const bool current = option.state & QStyle::State_Selected;
        const bool enabled = index.flags() & Qt::ItemIsEnabled;
        painter->save();
        if (current)
            painter->fillRect(option.rect, tones.accent);
        const QColor ink = current ? tones.accentText : enabled ? tones.ink : tones.quietInk;
        const QColor quiet = current ? tones.accentText : tones.quietInk;
        QRect room = option.rect.adjusted(side, 0, -side, 0);
        const auto icon = index.data(Qt::DecorationRole).value<QIcon>();
        const auto visual = [&option](const QRect &rect) {
            return QStyle::visualRect(option.direction, option.rect, rect);
        };
        if (!icon.isNull())
            icon.paint(painter, visual(QRect(room.left(), room.center().y() - iconSide / 2, iconSide, iconSide)),
                       Qt::AlignCenter,
                       !enabled      ? QIcon::Disabled
                           : current ? QIcon::Selected
                                     : QIcon::Normal);
        room.setLeft(room.left() + iconSide + 8);
        painter->setFont(option.font);
        const auto draw = [&](const QRect &rect, const QString &text, const QColor &colour, Qt::Alignment side_) {
            painter->setPen(colour);
            const QString shown = option.fontMetrics.elidedText(text, Qt::ElideRight, rect.width());
            painter->drawText(visual(rect),
                              static_cast<int>(QStyle::visualAlignment(option.direction, side_) | Qt::AlignVCenter),
                              shown);
        };
        if (const QString hint = index.data(EntryModel::HintRole).toString(); !hint.isEmpty()) {
            const int width = std::min(option.fontMetrics.horizontalAdvance(hint) + 2, room.width() / 3);
            draw({room.right() - width, room.top(), width, room.height()}, hint, quiet, Qt::AlignRight);
            room.setRight(room.right() - width - side);
        }
        const QString text = index.data(Qt::DisplayRole).toString();
        const QString detail = index.data(EntryModel::DetailRole).toString();
        const int textWidth = std::min(option.fontMetrics.horizontalAdvance(text) + 2,
                                       detail.isEmpty() ? room.width() : room.width() * 2 / 3);
        draw({room.left(), room.top(), textWidth, room.height()}, text, ink, Qt::AlignLeft);
        if (!detail.isEmpty())
            draw(room.adjusted(textWidth + 10, 0, 0, 0), detail, quiet, Qt::AlignLeft);
        painter->restore();
    }
};

} // namespace

void EntryModel::setEntries(std::vector<Entry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int EntryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant EntryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &one = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return one.text;
    case Qt::DecorationRole:
        return one.icon;
    case DetailRole:
        return one.detail;
    case HintRole:
        return one.hint;
    case Qt::AccessibleTextRole: {
        QStringList parts{one.text, one.detail, one.hint};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

Qt::ItemFlags EntryModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return entry(index.row()).enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

EntryList::EntryList(QWidget *parent) : QListView(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setModel(&m_model);
    setItemDelegate(new EntryDelegate(this));
    connect(this, &QListView::clicked, this, &EntryList::run);
}

void EntryList::setEntries(std::vector<Entry> entries)
{
    m_model.setEntries(std::move(entries));
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.entry(row).enabled) {
            setCurrentIndex(m_model.index(row));
            break;
        }
    }
    scrollToTop();
}

QString EntryList::currentText() const
{
    return currentIndex().data(Qt::DisplayRole).toString();
}

bool EntryList::takeKey(int key)
{
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        const QModelIndex index = currentIndex();
        run(index);
        return index.isValid();
    }
    const int page = std::max(1, viewport()->height() / rowHeight - 1);
    const int step = key == Qt::Key_Down ? 1
        : key == Qt::Key_Up              ? -1
        : key == Qt::Key_PageDown        ? page
        : key == Qt::Key_PageUp          ? -page
                                         : 0;
    if (step == 0 || count() == 0)
        return false;
    // Past either end a single step wraps, a page stops; disabled lines are stepped over.
    const int unit = step > 0 ? 1 : -1;
    int row = currentIndex().row() + step;
    row = std::abs(step) == 1 ? (row + count()) % count() : std::clamp(row, 0, count() - 1);
    for (int tried = 0; tried < count() && !m_model.entry(row).enabled; ++tried)
        row = (row + unit + count()) % count();
    setCurrentIndex(m_model.index(row));
    return true;
}

int EntryList::heightOf(int rows) const
{
    return rows * std::max(rowHeight, fontMetrics().height() + 12) + 2 * frameWidth();
}

void EntryList::run(const QModelIndex &index)
{
    if (!index.isValid() || !m_model.entry(index.row()).enabled)
        return;
    const auto call = m_model.entry(index.row()).run;
    Q_EMIT chosen();
    if (call)
        call();
}

} // namespace onrecord::ui
