// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/cardstack.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

/// A few lines of plain text; Ctrl+Enter or leaving it keeps the words, Escape gives them up.
class NoteEdit : public QPlainTextEdit
{
public:
    NoteEdit(const QString &text, std::function<void(const QString &)> keep, QWidget *parent) : QPlainTextEdit(text, parent), m_text(text), m_keep(std::move(keep))
    {
        setAccessibleName(CardStack::tr("Note"));
        setPlaceholderText(CardStack::tr("Your own words about this. Ctrl+Enter keeps them."));
        setTabChangesFocus(true);
        setFixedHeight(fontMetrics().lineSpacing() * 4 + 16);
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Escape) {
            m_given = true;
            setPlainText(m_text);
            clearFocus();
            return;
        }
        if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers().testFlag(Qt::ControlModifier)) {
            clearFocus();
            return;
        }
        m_given = false;
        QPlainTextEdit::keyPressEvent(event);
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        QPlainTextEdit::focusOutEvent(event);
        const QString words = toPlainText().trimmed();
        if (m_given || event->reason() == Qt::PopupFocusReason || words == m_text.trimmed())
            return;
        m_text = words;
        m_keep(words);
    }

private:
    QString m_text;
    std::function<void(const QString &)> m_keep;
    bool m_given = false;
};

void addNote(CardStack &stack, Card &card, const Note *note)
{
    const auto keep = [&stack, item = stack.item(), id = note ? note->id : NoteId()](const QString &words) {
        stack.desk().change([item, id, words](store::Project &project) -> Result<void> {
            if (id)
                return project.setNote(id, words);
            const auto added = project.addNote(item, words);
            return added ? Result<void>() : std::unexpected(added.error());
        });
    };
    auto *edit = new NoteEdit(note ? note->text : QString(), keep, &card);
    edit->setObjectName(note ? u"details.note.%1"_s.arg(note->id.value) : u"details.newNote"_s);
    edit->setReadOnly(!stack.isWritable());
    card.addWidget(edit);
    if (!note) {
        edit->show(); // what is not shown takes no focus
        edit->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace

void addNotesCard(CardStack &stack)
{
    std::vector<const Note *> notes;
    for (const Note &note : stack.record().notes()) {
        if (note.about == stack.item())
            notes.push_back(&note);
    }
    if (notes.empty() && !stack.isWritable())
        return;
    Card *card = stack.addCard(CardStack::tr("Notes"));
    for (const Note *note : notes)
        addNote(stack, *card, note);
    if (!stack.isWritable())
        return;
    QPushButton *add = card->addButton(CardStack::tr("Add Note"), u"details.addNote"_s);
    QObject::connect(add, &QPushButton::clicked, card, [&stack, card] {
        if (auto *open = card->findChild<QPlainTextEdit *>(u"details.newNote"_s))
            open->setFocus(Qt::OtherFocusReason);
        else
            addNote(stack, *card, nullptr);
    });
}

} // namespace onrecord::ui
