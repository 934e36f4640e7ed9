// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/snapshot.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace onrecord::ui {

/// A small card on the page that asks who speaks, by typing, and, for a new quotation, what kind it is. Enter takes the
/// first match, Escape leaves. A child of the page, not a window: nothing waits for it.
class PickerCard : public QFrame
{
    Q_OBJECT
public:
    explicit PickerCard(QWidget *parent);

    struct Question {
        QString title;
        SnapshotPtr record;
        ArticleId article;   ///< who speaks or is named in it is offered first
        AgentId current;
        bool asksKind = false;
        Kind kind = Kind::Statement;
        std::vector<AgentId> beside = {}; ///< who says it already: neither they nor nobody are offered
    };
    void ask(const Question &question);
    /// As high as `room` allows, with two to six names at once; the rest scrolls.
    void fitTo(int room);
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QListWidget *list() const { return m_list; }

Q_SIGNALS:
    /// Either an agent, or a name that is not in the record yet, or neither: nobody is named.
    void chosen(onrecord::AgentId agent, const QString &newName, onrecord::Kind kind);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void choose();
    struct Candidate {
        AgentId id;
        QString name;
        QString role;
        QStringList folded; ///< every name
        int rank = 0;
    };

    QLabel *m_title;
    QLineEdit *m_field;
    QListWidget *m_list;
    QComboBox *m_kind;
    Question m_question;
    std::vector<Candidate> m_candidates;
};

} // namespace onrecord::ui
