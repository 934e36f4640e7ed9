// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace onrecord::ui {

class Desk;

/// The first page: two front doors (check a quote, walk the story), the projects opened last, and open, new, import.
/// Asks the window for everything by action name.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    struct Recent {
        QString path;
        bool exists = true;
        bool pinned = false;
        friend bool operator==(const Recent &, const Recent &) = default;
    };

    explicit StartPage(Desk &desk, QWidget *parent = nullptr);
    /// Newest first. Missing ones are shown greyed, with the reason.
    void setRecent(const QList<Recent> &recent);
    /// What the way back leads to; empty when no project is open.
    void setOpenProject(const QString &name);

Q_SIGNALS:
    /// Words were given at the first door; empty when only the door was used.
    void checkWanted(const QString &quote);
    void backWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *checkDoor();
    QWidget *walkDoor();
    QWidget *projects();

    Desk &m_desk;
    QLineEdit *m_quote = nullptr;
    QPushButton *m_back = nullptr;
    QVBoxLayout *m_recent = nullptr;
    QLabel *m_noRecent = nullptr;
};

} // namespace onrecord::ui
