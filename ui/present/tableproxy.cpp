// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/tableproxy.h"

#include <QStringList>

namespace onrecord::present {

TableProxy::TableProxy(Section section, models::RecordModel &source, QObject *parent)
    : QIdentityProxyModel(parent), m_section(section), m_source(source)
{
    setSourceModel(&source);
}

QVariant TableProxy::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        // Tool tips are read as rich text when they look like it: the words of an article must never be.
        return role == Qt::DisplayRole ? cellText(m_section, m_source, index.row(), index.column())
                                       : cellText(m_section, m_source, index.row(), index.column()).toHtmlEscaped();
    case Qt::EditRole:
        return m_source.value(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment((isNumeric(m_section, index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::AccessibleTextRole: {
        QStringList parts{cellText(m_section, m_source, index.row(), index.column())};
        parts.append(index.column() == 0 ? secondLine(m_section, m_source, index.row()) : columnHeader(m_section, index.column()));
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case SecondLineRole:
        return index.column() == 0 ? secondLine(m_section, m_source, index.row()) : QString();
    case DiscRole:
        return index.column() == 0 ? QVariant::fromValue(discOf(*m_source.record(), m_source.itemAt(index.row()))) : QVariant();
    case HasDiscsRole:
        if (m_section == Section::Attention) // rows of every kind
            return !index.data(DiscRole).value<Disc>().identity.isEmpty();
        return m_section == Section::People || m_section == Section::Organisations || m_section == Section::Quotations || m_section == Section::Figures;
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant TableProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) // a narrow header is elided
        return columnHeader(m_section, section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((isNumeric(m_section, section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    return {};
}

Qt::ItemFlags TableProxy::flags(const QModelIndex &index) const
{
    Qt::ItemFlags out = QIdentityProxyModel::flags(index);
    if (index.column() == 0 && (m_section == Section::People || m_section == Section::Organisations))
        out |= Qt::ItemIsEditable;
    return out;
}

bool TableProxy::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = value.toString().simplified();
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable) || name.isEmpty())
        return false;
    if (name != m_source.value(index.row(), index.column()).toString())
        Q_EMIT renameWanted({m_source.itemAt(index.row()).value}, name);
    return true;
}

} // namespace onrecord::present
