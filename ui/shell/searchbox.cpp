// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/searchbox.h"

#include "ui/present/icons.h"
#include "ui/present/tones.h"
#include "ui/present/words.h"
#include "ui/shell/entrylist.h"
#include "ui/shell/fuzzy.h"
#include "ui/widgets/desk.h"

#include <QAction>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int quoteLength = 40;
constexpr size_t namesShown = 5;
constexpr int passagesShown = 6;

QString iconOf(ItemType type)
{
    switch (type) {
    case ItemType::Agent:
        return u"user"_s;
    case ItemType::Article:
        return u"text-x-generic"_s;
    case ItemType::Quotation:
        return u"format-text-blockquote"_s;
    case ItemType::Outlet:
        return u"news-subscribe"_s;
    case ItemType::Event:
        return u"view-calendar"_s;
    default:
        return u"edit-find"_s;
    }
}

} // namespace

bool looksLikeQuote(const QString &text)
{
    static const QRegularExpression marked(u"[“”„«»\"‘][^“”„«»\"]*\\s[^“”„«»\"]*\\s"_s);
    const QString trimmed = text.trimmed();
    // Quotation marks alone are also how a phrase is searched for: three words have to stand in them.
    return trimmed.size() > quoteLength || (marked.match(trimmed).hasMatch() && trimmed.count(u' ') >= 3);
}

SearchBox::SearchBox(Desk &desk, QWidget *parent) : QLineEdit(parent), m_desk(desk)
{
    setObjectName(u"search"_s);
    setPlaceholderText(tr("Search, or paste a quote…"));
    setAccessibleName(tr("Search the project, or paste a quote to check it"));
    setClearButtonEnabled(true);
    setMinimumHeight(32);
    setMaxLength(20'000);
    addAction(present::icon(u"edit-find"_s), LeadingPosition);
    const auto buttons = findChildren<QToolButton *>();
    for (QToolButton *button : buttons)
        button->setAccessibleName(button->defaultAction() && button->defaultAction()->objectName().isEmpty() ? tr("Search") : tr("Clear"));
    connect(this, &QLineEdit::textEdited, this, &SearchBox::suggest);
    connect(&desk.workspace(), &explore::Workspace::changed, this, [this](explore::Workspace::Changes changes) {
        if (changes & explore::Workspace::FilterChange)
            followFilter();
    });
    // Passages of another record are none of this one.
    connect(&desk.store(), &store::Store::snapshotChanged, this, [this] {
        m_answered.clear();
        m_hits.clear();
    });
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (isSuggesting()) {
        if (key == Qt::Key_Escape) {
            closeSuggestions();
            return;
        }
        if (m_list->takeKey(key))
            return;
    }
    if (key == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        const QString words = text().trimmed();
        if (looksLikeQuote(words))
            Q_EMIT checkWanted(words);
        else
            Q_EMIT searchWanted(words);
        return;
    }
    if (key == Qt::Key_Down && !text().isEmpty()) {
        suggest();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchBox::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        closeSuggestions();
}

void SearchBox::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    if (isSuggesting())
        placePopup();
}

/// The box says which words are in the filter, unless somebody is typing others.
void SearchBox::followFilter()
{
    QString words;
    for (const explore::Term &term : m_desk.workspace().filter().terms) {
        if (term.facet == explore::Facet::Words && !term.excluded)
            words = term.words;
    }
    if (words == m_filtered)
        return;
    m_filtered = words;
    closeSuggestions();
    setText(words);
}

void SearchBox::suggest()
{
    if (text().trimmed().isEmpty()) {
        closeSuggestions();
        return;
    }
    askIndex();
    showSuggestions();
}

/// One question at a time: what was typed meanwhile is asked when the answer is in, so answers never queue up.
void SearchBox::askIndex()
{
    const QString words = text().trimmed();
    if (m_isAsking || words == m_answered || words.isEmpty() || looksLikeQuote(words))
        return;
    m_isAsking = true;
    m_asked = words;
    m_desk.store()
        .run([words](store::Project &project) { return project.search(words, passagesShown); })
        .then(this, [this, words, of = m_desk.store().snapshot()](const Result<store::SearchAnswer> &answer) {
            takeAnswer(of == m_desk.store().snapshot() ? words : QString(), answer);
        });
}

void SearchBox::takeAnswer(const QString &asked, const Result<store::SearchAnswer> &answer)
{
    m_isAsking = false;
    m_answered = asked;
    m_hits = answer ? answer->hits : std::vector<store::SearchHit>();
    if (asked != text().trimmed())
        askIndex();
    else if (isSuggesting())
        showSuggestions();
}

void SearchBox::showSuggestions()
{
    if (!m_popup) {
        m_popup = new QFrame(window());
        m_popup->setObjectName(u"suggestions"_s);
        m_popup->setFrameShape(QFrame::StyledPanel);
        m_popup->setAutoFillBackground(true);
        m_popup->setBackgroundRole(QPalette::Base);
        auto *rows = new QVBoxLayout(m_popup);
        rows->setContentsMargins(1, 1, 1, 1);
        m_list = new EntryList(m_popup);
        m_list->setAccessibleName(tr("Suggestions"));
        rows->addWidget(m_list);
        connect(m_list, &EntryList::chosen, this, &SearchBox::closeSuggestions);
    }
    const QString words = text().trimmed();
    std::vector<Entry> entries;
    const bool isQuote = looksLikeQuote(words);
    const Entry search{tr("Search for “%1”").arg(words), {},   isQuote ? QString() : tr("Enter"),
                       present::icon(u"edit-find"_s),    true, [this, words] { Q_EMIT searchWanted(words); }};
    const Entry check{tr("Check This Quote"),        words, isQuote ? tr("Enter") : QString(),
                      present::icon(u"dialog-ok"_s), true,  [this, words] { Q_EMIT checkWanted(words); }};
    entries.push_back(isQuote ? check : search);
    if (isQuote)
        entries.push_back(search);

    const Snapshot &record = *m_desk.workspace().snapshot();
    std::vector<std::pair<int, Entry>> names;
    const auto offer = [&](ItemId item, const QString &name, const QString &detail) {
        if (const auto score = isQuote ? std::nullopt : fuzzyScore(words, name))
            names.emplace_back(
                *score,
                Entry{name, detail, present::typeName(item.type), present::icon(iconOf(item.type)), true, [this, item] {
                          m_desk.workspace().open(item);
                          m_desk.workspace().markPlace();
                      }});
    };
    for (const Agent &agent : record.agents()) {
        if (agent.status != Status::Rejected)
            offer(agent.id, agent.name, agent.role);
    }
    for (const Outlet &outlet : record.outlets())
        offer(outlet.id, outlet.name, {});
    std::ranges::stable_sort(names, std::greater(), &std::pair<int, Entry>::first);
    for (size_t i = 0; i < std::min(names.size(), namesShown); ++i)
        entries.push_back(std::move(names[i].second));
    // Passages of an older question would jump about under the cursor only to be replaced: they wait for their words.
    if (m_answered == words) {
        for (const store::SearchHit &hit : m_hits) {
            if (hit.item.type == ItemType::Agent)
                continue;
            const QString where = hit.article ? present::itemName(record, hit.article) : QString();
            entries.push_back({hit.snippet.simplified(), where, present::typeName(hit.item.type),
                               present::icon(iconOf(hit.item.type)), true, [this, hit] {
                                   m_desk.workspace().open(hit.item);
                                   if (hit.article && !hit.span.isEmpty())
                                       m_desk.workspace().setPassage({hit.article, hit.span, hit.item});
                                   m_desk.workspace().markPlace();
                               }});
        }
    }
    m_list->setEntries(std::move(entries));
    placePopup();
    m_popup->show();
    m_popup->raise();
}

void SearchBox::closeSuggestions()
{
    if (m_popup)
        m_popup->hide();
}

void SearchBox::placePopup()
{
    const QPoint below = mapTo(window(), QPoint(0, height() + 2));
    const int rows = std::min(m_list->count(), 12);
    const int room = window()->height() - below.y() - 8;
    m_popup->setGeometry(below.x(), below.y(), width(), std::min(m_list->heightOf(rows) + 4, room));
}

} // namespace onrecord::ui
