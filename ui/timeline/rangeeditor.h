// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/partialdate.h"
#include "ui/timeline/timelinescene.h"

#include <QFrame>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;

namespace onrecord::ui {

/// The small popup behind the range in the timeline's head: sets the visible period exactly, goes to a date, and sets or removes
/// the range that filters. A wrong date is said beside its field. GUI thread.
class RangeEditor : public QFrame
{
    Q_OBJECT
public:
    explicit RangeEditor(QWidget *parent);

    void setPeriod(qint64 start, qint64 end);
    void setBrush(const std::optional<Brush> &brush);
    enum class Field { Period, Filter };
    void popUp(const QPoint &globalTopRight, Field field);

Q_SIGNALS:
    void periodWanted(qint64 start, qint64 end);
    void brushed(const onrecord::ui::Brush &brush);
    void brushRemoved();

private:
    [[nodiscard]] std::optional<std::pair<qint64, qint64>> stretch(QLineEdit *from, QLineEdit *to);
    void applyPeriod();
    void applyFilter();

    QLineEdit *m_periodFrom;
    QLineEdit *m_periodTo;
    QComboBox *m_lane;
    QLineEdit *m_filterFrom;
    QLineEdit *m_filterTo;
    QWidget *m_remove;
    QLabel *m_message;
};

} // namespace onrecord::ui
