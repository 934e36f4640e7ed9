// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/quickbox.h"

#include "core/record/speakers.h"
#include "ui/present/icons.h"
#include "ui/present/words.h"
#include "ui/shell/actions.h"
#include "ui/shell/entrylist.h"
#include "ui/shell/fuzzy.h"
#include "ui/widgets/desk.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int boxWidth = 640;
constexpr int rowsShown = 12;
constexpr size_t entriesKept = 60;

struct Ranked {
    int score = 0;
    Entry entry;
};

/// Keeps the best; a record may have a hundred thousand quotations.
class Ranking
{
public:
    explicit Ranking(QString typed) : m_typed(std::move(typed)) {}

    template<class Make>
    void offer(const QString &text, int bonus, const Make &make)
    {
        const auto score = fuzzyScore(m_typed, text);
        if (!score)
            return;
        const int points = *score + bonus;
        if (m_best.size() >= entriesKept * 4)
            trim();
        if (m_best.size() >= entriesKept && points <= m_least)
            return;
        m_best.push_back({points, make()});
    }

    std::vector<Entry> take()
    {
        trim();
        std::vector<Entry> entries;
        for (Ranked &one : m_best)
            entries.push_back(std::move(one.entry));
        return entries;
    }

private:
    void trim()
    {
        std::ranges::stable_sort(m_best, std::greater(), &Ranked::score);
        if (m_best.size() > entriesKept)
            m_best.resize(entriesKept);
        m_least = m_best.size() == entriesKept ? m_best.back().score : m_least;
    }

    QString m_typed;
    std::vector<Ranked> m_best;
    int m_least = 0;
};

} // namespace

QuickBox::QuickBox(Desk &desk, Actions &actions, QWidget *window)
    : QFrame(window),
      m_desk(desk),
      m_actions(actions),
      m_edit(new QLineEdit(this)),
      m_list(new EntryList(this))
{
    setObjectName(u"quickBox"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 8, 8, 8);
    rows->setSpacing(8);
    m_edit->setMinimumHeight(36);
    m_edit->installEventFilter(this);
    m_list->setAccessibleName(tr("Matches"));
    rows->addWidget(m_edit);
    rows->addWidget(m_list);
    connect(m_edit, &QLineEdit::textChanged, this, &QuickBox::fill);
    connect(m_list, &EntryList::chosen, this, [this] { closeBox(true); });
    window->installEventFilter(this);
    hide();
}

void QuickBox::openIn(Mode mode)
{
    m_mode = mode;
    const bool commands = mode == Mode::Commands;
    if (!isVisible())
        m_focusBefore = window()->focusWidget();
    m_edit->setPlaceholderText(commands ? tr("Type a command…")
                                        : tr("Jump to a person, outlet, article, quotation, event or command…"));
    m_edit->setAccessibleName(commands ? tr("Command palette") : tr("Jump to anything"));
    m_edit->clear();
    fill();
    show();
    raise();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void QuickBox::closeBox(bool giveFocusBack)
{
    hide();
    // An action may act on what had the focus.
    if (giveFocusBack && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_focusBefore = nullptr;
}

bool QuickBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            closeBox(true);
            return true;
        }
        if (key == Qt::Key_Tab || key == Qt::Key_Backtab)
            return true;
        return m_list->takeKey(key);
    }
    if (watched == m_edit && event->type() == QEvent::FocusOut && isVisible()) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            closeBox(false);
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void QuickBox::fill()
{
    const QString typed = m_edit->text().trimmed();
    Ranking ranking(typed);
    const bool anything = m_mode == Mode::Anything;
    if (anything) {
        const SnapshotPtr record = m_desk.workspace().snapshot();
        const auto offer = [&](ItemId item, const QString &name, const QString &detail, const QString &icon,
                               int bonus) {
            ranking.offer(name, bonus, [&] {
                return Entry{name, detail, present::typeName(item.type), present::icon(icon), true, [this, item] {
                                 m_desk.workspace().open(item);
                                 m_desk.workspace().markPlace();
                             }};
            });
        };
        for (const Agent &agent : record->agents()) {
            if (agent.status == Status::Rejected)
                continue;
            const QString icon = agent.type == AgentType::Organisation ? u"user-group-properties"_s : u"user"_s;
            ranking.offer(agent.name, 60, [&] {
                return Entry{agent.name,
                             agent.role,
                             present::typeName(agent.type),
                             present::icon(icon),
                             true,
                             [this, id = agent.id] {
                                 m_desk.workspace().open(id);
                                 m_desk.workspace().markPlace();
                             }};
            });
        }
        for (const Outlet &outlet : record->outlets())
            offer(outlet.id, outlet.name, {}, u"news-subscribe"_s, 40);
        for (const Article &article : record->articles())
            offer(article.id, present::itemName(*record, article.id), record->outletName(article.id),
                  u"text-x-generic"_s, 30);
        for (const Event &event : record->events())
            offer(event.id, event.name, present::dateShort(event.when.when), u"view-calendar"_s, 20);
        // One letter would match nearly every sentence there is.
        if (typed.size() > 1) {
            for (const Quotation &quotation : record->quotations()) {
                if (quotation.status != Status::Rejected)
                    offer(quotation.id, quotation.content.exact.left(200).simplified(),
                          namesOf(*record, speakersOf(quotation)), u"format-text-blockquote"_s, 0);
            }
        }
    }
    for (QAction *action : m_actions.all()) {
        if (!action->isVisible() || action->objectName() == "go.palette"_L1)
            continue;
        const QString text = Actions::plainText(action);
        const QString group = m_actions.group(action);
        // "file import" finds Import by its menu too.
        ranking.offer(text + u" · "_s + group, (anything ? -40 : 0) + (action->isEnabled() ? 0 : -200), [&] {
            return Entry{text,
                         group,
                         action->shortcut().toString(QKeySequence::NativeText),
                         action->icon(),
                         action->isEnabled(),
                         [action = QPointer(action)] {
                             if (action)
                                 action->trigger();
                         }};
        });
    }
    m_list->setEntries(ranking.take());
    place();
}

void QuickBox::place()
{
    QWidget *over = parentWidget();
    const int width = std::min(boxWidth, over->width() - 32);
    const int rows = std::clamp(m_list->count(), 1, rowsShown);
    m_list->setFixedHeight(std::min(m_list->heightOf(rows), over->height() - 160));
    const int height = m_list->height() + m_edit->sizeHint().height() + 40;
    setGeometry((over->width() - width) / 2, 56, width, std::max(height, sizeHint().height()));
}

} // namespace onrecord::ui
