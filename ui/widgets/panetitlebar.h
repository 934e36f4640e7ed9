// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace onrecord::ui {

class Pane;

/// The one line above a pane: title, the short words beside it, the pane's own controls, and pin, float, close. Made
/// for QDockWidget::setTitleBarWidget (it lets the mouse through, so the dock can be dragged) and for panes that do not
/// float.
class PaneTitleBar : public QWidget
{
    Q_OBJECT
public:
    enum Button { Pin = 1, Float = 2, Close = 4 };
    Q_DECLARE_FLAGS(Buttons, Button)

    explicit PaneTitleBar(Pane &pane, Buttons buttons, QWidget *parent = nullptr);

    [[nodiscard]] QToolButton *pinButton() const { return m_pin; } ///< null without Pin
    [[nodiscard]] QSize sizeHint() const override; ///< what the dock takes for the bar's height
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void floatWanted();
    void closeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addButton(const QString &icon, const QString &name, const QString &objectName);
    void showWords();
    void showColours();

    Pane &m_pane;
    QHBoxLayout *m_row;
    QLabel *m_title;
    QLabel *m_words;
    QToolButton *m_pin = nullptr;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(PaneTitleBar::Buttons)

} // namespace onrecord::ui
