// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace onrecord::ui {

class Tag;

/// A value that can be changed where it stands: F2, Enter or the pencil turns it into a line; Enter or leaving it keeps, Escape gives up.
class EditableField : public QWidget
{
    Q_OBJECT
public:
    /// `shown` is what people read, `edited` what the line starts with. `name` is the field's translated name.
    EditableField(const QString &name, const QString &shown, const QString &edited, QWidget *parent = nullptr);

    void setTag(Tag *tag);
    void setHint(const QString &hint); ///< what the line expects, shown while it is empty
    void setReadOnly(bool on);
    /// Says what is wrong with the words, or nothing when they may be kept.
    void setCheck(std::function<QString(const QString &)> check) { m_check = std::move(check); }
    [[nodiscard]] bool isEditing() const;

    void edit();

Q_SIGNALS:
    void committed(const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void finish(bool keep);

    QLabel *m_label;
    QWidget *m_shown; ///< what stands there while nobody edits: the label, or the label with its tag
    QToolButton *m_pencil;
    QLineEdit *m_line;
    QLabel *m_problem;
    QString m_edited;
    std::function<QString(const QString &)> m_check;
};

} // namespace onrecord::ui
