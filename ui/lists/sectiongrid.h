// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/filter.h"
#include "ui/present/tables.h"

#include <QAbstractButton>
#include <QList>
#include <QRect>
#include <QWidget>
#include <array>

class QButtonGroup;

namespace onrecord::ui {

/// One of several that can be chosen: its name at the left, "shown" or "shown/total" at the right.
class CountButton : public QAbstractButton
{
    Q_OBJECT
public:
    CountButton(const QString &text, const QString &objectName, QWidget *parent = nullptr);
    void setCount(explore::Visible::Count count);
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// With as little air as it takes: below that letters go.
    [[nodiscard]] int fullWidth() const;
    /// The name as it is painted: cut only where it does not fit.
    [[nodiscard]] QString shownWords() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] int air() const;
    explore::Visible::Count m_count;
};

/// The two columns of sections at the top of the library; one whose name and number need more than half the width has a row of its own. One is
/// chosen; arrow keys move through them.
class SectionGrid : public QWidget
{
    Q_OBJECT
public:
    explicit SectionGrid(QWidget *parent = nullptr);
    [[nodiscard]] present::Section current() const;
    void setCurrent(present::Section section);
    void setCount(present::Section section, explore::Visible::Count count);
    /// Sections that hold nothing and never will by themselves are left out.
    void setOffered(present::Section section, bool offered);
    [[nodiscard]] CountButton *button(present::Section section) const { return m_buttons[static_cast<size_t>(section)]; }

Q_SIGNALS:
    void chosen(onrecord::present::Section section);

private:
    void resizeEvent(QResizeEvent *event) override;
    void arrange();
    [[nodiscard]] QList<CountButton *> offered() const;

    QButtonGroup *m_group;
    QList<QRect> m_places; ///< of those offered: column, row and width in columns
    std::array<CountButton *, present::sectionCount> m_buttons{};
};

} // namespace onrecord::ui
