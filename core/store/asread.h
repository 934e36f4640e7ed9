// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"

#include <QHash>
#include <QString>

namespace onrecord::store {

/// What articles said of their outlet before somebody set it. The rows do not keep it; the change sets that set it do. Read when first asked
/// for, kept while only imports follow. Not known of an outlet that was typed at import, nor where its change set cannot be read.
class OutletsAsRead
{
public:
    /// Empty where none stood there, or where it is not known.
    [[nodiscard]] QString of(Connection &connection, qint64 article);
    void forget();

private:
    void load(Connection &connection);

    bool m_loaded = false;
    QHash<qint64, QString> m_names;
};

} // namespace onrecord::store
