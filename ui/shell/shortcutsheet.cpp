// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutsheet.h"

#include "ui/shell/actions.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int nameRole = Qt::UserRole;

QString keysOf(const QAction *action)
{
    return QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
}

} // namespace

ShortcutSheet::ShortcutSheet(Actions &actions, QWidget *parent)
    : QDialog(parent), m_actions(actions), m_find(new QLineEdit(this)), m_list(new QTreeWidget(this)),
      m_keys(new QKeySequenceEdit(this)), m_hint(new QLabel(this)), m_clear(new QPushButton(tr("&None"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keyboard Shortcuts"));
    resize(640, 620);
    m_find->setPlaceholderText(tr("Find an action or a key…"));
    m_find->setAccessibleName(tr("Find an action or a key"));
    m_find->setClearButtonEnabled(true);
    m_list->setHeaderLabels({tr("Action"), tr("Keys"), tr("Where")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->setAccessibleName(tr("Actions"));
    m_keys->setClearButtonEnabled(true);
    m_keys->setMaximumSequenceLength(1);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);

    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_find);
    rows->addWidget(m_list, 1);
    auto *line = new QHBoxLayout;
    auto *label = new QLabel(tr("New &keys"), this);
    label->setBuddy(m_keys);
    line->addWidget(label);
    line->addWidget(m_keys, 1);
    line->addWidget(m_clear);
    rows->addLayout(line);
    rows->addWidget(m_hint);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close | QDialogButtonBox::RestoreDefaults, this);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, &actions, &Actions::resetKeys);
    connect(m_find, &QLineEdit::textChanged, this, &ShortcutSheet::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutSheet::choose);
    connect(m_keys, &QKeySequenceEdit::editingFinished, this, &ShortcutSheet::take);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_keys->clear();
        take();
    });
    connect(&actions, &Actions::changed, this, &ShortcutSheet::fill);
    fill();
    choose();
}

void ShortcutSheet::fill()
{
    const QString chosen = m_list->currentItem() ? m_list->currentItem()->data(0, nameRole).toString() : QString();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const QAction *action : m_actions.all()) {
        auto *item = new QTreeWidgetItem(m_list, {Actions::plainText(action), keysOf(action), m_actions.group(action)});
        item->setData(0, nameRole, action->objectName());
        if (action->objectName() == chosen)
            m_list->setCurrentItem(item);
    }
    filter(m_find->text());
}

void ShortcutSheet::filter(const QString &words)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        const QString all = item->text(0) + u' ' + item->text(1) + u' ' + item->text(2);
        item->setHidden(!all.contains(words.trimmed(), Qt::CaseInsensitive));
    }
}

void ShortcutSheet::choose()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const QAction *action = item ? m_actions.find(item->data(0, nameRole).toString()) : nullptr;
    m_keys->setEnabled(action);
    m_clear->setEnabled(action);
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
    m_hint->setText(action ? QString() : tr("Choose an action to give it other keys."));
}

void ShortcutSheet::take()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    QAction *action = item ? m_actions.find(item->data(0, nameRole).toString()) : nullptr;
    if (!action || action->shortcut() == m_keys->keySequence())
        return;
    const QKeySequence keys = m_keys->keySequence();
    const QAction *holder = keys.isEmpty() ? nullptr : m_actions.holderOf(keys, action);
    if (holder) {
        m_hint->setText(tr("%1 has %2 already. Choose others, or take them from it first.")
                            .arg(Actions::plainText(holder), keys.toString(QKeySequence::NativeText)));
        m_keys->setKeySequence(action->shortcut());
        return;
    }
    m_hint->setText(tr("%1 has new keys now.").arg(Actions::plainText(action)));
    m_actions.setKeys(action, keys.isEmpty() ? QList<QKeySequence>() : QList{keys});
}

} // namespace onrecord::ui
