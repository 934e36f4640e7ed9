// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/check/checkpane.h"

#include "core/record/speakers.h"
#include "ui/check/hitcard.h"
#include "ui/check/verdictbanner.h"
#include "ui/check/verdictwords.h"
#include "ui/present/tones.h"
#include "ui/present/words.h"
#include "ui/widgets/accentbutton.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/piecesview.h"
#include "ui/widgets/taborder.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QGuiApplication>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int typingPause = 250; // ms: a question a keystroke would only be thrown away
constexpr int waitBeforeSaying = 300; // ms: an answer that takes longer is said to be under way
constexpr int mostHits = 50;

/// A field in which a name can be typed or chosen.
QComboBox *nameBox(const QString &name, const QString &none, QWidget *page)
{
    auto *box = new QComboBox(page);
    box->setObjectName(name);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setMinimumHeight(32);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->lineEdit()->setPlaceholderText(none);
    box->lineEdit()->setClearButtonEnabled(true);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    return box;
}

/// Other names to choose from; what is typed stays.
void refill(QComboBox &box, QStringList names)
{
    std::ranges::sort(names, [](const QString &a, const QString &b) { return QString::localeAwareCompare(a, b) < 0; });
    names.removeDuplicates();
    const QSignalBlocker quiet(box);
    const QString typed = box.currentText();
    box.clear();
    box.addItems(names);
    box.setCurrentIndex(-1);
    box.setEditText(typed);
}

bool isSame(const store::Question &a, const store::Question &b)
{
    return a.quote == b.quote && a.speaker == b.speaker && a.source == b.source && a.when == b.when;
}
}

CheckPane::CheckPane(Desk &desk, QWidget *parent) : Pane(u"check"_s, desk, parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea(this);
    auto *scroll = m_scroll;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *page = new QWidget(scroll);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);

    m_quote = new QPlainTextEdit(page);
    m_quote->setObjectName(u"check.quote"_s);
    m_quote->setFont(present::paperFont());
    m_quote->setPlaceholderText(tr("Paste the words to check…"));
    m_quote->setAccessibleName(tr("Words to check"));
    m_quote->setTabChangesFocus(true);
    m_quote->setFixedHeight(m_quote->fontMetrics().lineSpacing() * 3 + 20);
    m_quote->installEventFilter(this);
    column->addWidget(m_quote);

    column->addLayout(buildCircumstances(page));

    m_banner = new VerdictBanner(page);
    column->addWidget(m_banner);
    auto *hits = new QWidget(page);
    m_hits = new QVBoxLayout(hits);
    m_hits->setContentsMargins(0, 0, 0, 0);
    m_hits->setSpacing(8);
    column->addWidget(hits);
    m_limits = new QLabel(page);
    m_limits->setTextFormat(Qt::PlainText);
    m_limits->setWordWrap(true);
    column->addWidget(m_limits);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    m_copy = new QPushButton(tr("Copy Ve&rdict"), page);
    m_clear = new QPushButton(tr("C&lear"), page);
    for (QPushButton *button : {m_copy, m_clear})
        button->setMinimumHeight(32);
    foot->addWidget(m_copy);
    foot->addWidget(m_clear);
    foot->addStretch(1);
    column->addLayout(foot);
    column->addStretch(1);
    scroll->setWidget(page);
    outer->addWidget(scroll);

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &CheckPane::ask);
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(waitBeforeSaying);
    connect(&m_waiting, &QTimer::timeout, this, &CheckPane::showWaiting);
    connect(m_quote, &QPlainTextEdit::textChanged, this, &CheckPane::questionChanged);
    connect(m_copy, &QPushButton::clicked, this, &CheckPane::copyVerdict);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_quote->clear();
        m_speaker->clearEditText();
        m_source->clearEditText();
        m_when->clear();
        m_quote->setFocus();
    });
    setFocusProxy(m_quote); // whoever opens the pane wants to paste
    buildActions();
    showIdle();
    tabInOrderOfLayout(this);
}

/// Who, where and when: a grid, so that the fields stand under each other in a narrow pane.
QLayout *CheckPane::buildCircumstances(QWidget *page)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    auto *by = new QLabel(tr("Said b&y"), page);
    m_speaker = nameBox(u"check.speaker"_s, tr("anybody"), page);
    by->setBuddy(m_speaker);
    auto *in = new QLabel(tr("In", "which source"), page);
    m_source = nameBox(u"check.source"_s, tr("any source"), page);
    m_source->setToolTip(tr("Who printed it: the name of an outlet, a headline or an address"));
    in->setBuddy(m_source);
    auto *on = new QLabel(tr("&When"), page);
    m_when = new QLineEdit(page);
    m_when->setObjectName(u"check.when"_s);
    m_when->setMinimumHeight(32);
    m_when->setPlaceholderText(tr("any day"));
    m_when->setToolTip(tr("A day, month or year: 24 January 2025, Jan 2025, 2025-01-24"));
    m_when->setClearButtonEnabled(true);
    on->setBuddy(m_when);
    m_whenHint = new QLabel(page);
    m_whenHint->setTextFormat(Qt::PlainText);
    m_whenHint->setWordWrap(true);
    m_whenHint->hide();
    auto *go = new AccentButton(tr("Chec&k"), page);
    go->setToolTip(tr("Enter checks from the quote"));
    grid->addWidget(by, 0, 0);
    grid->addWidget(m_speaker, 0, 1, 1, 2);
    grid->addWidget(in, 1, 0);
    grid->addWidget(m_source, 1, 1, 1, 2);
    grid->addWidget(on, 2, 0);
    grid->addWidget(m_when, 2, 1);
    grid->addWidget(go, 2, 2);
    grid->addWidget(m_whenHint, 3, 1, 1, 2);
    connect(m_speaker, &QComboBox::currentTextChanged, this, &CheckPane::questionChanged);
    connect(m_source, &QComboBox::currentTextChanged, this, &CheckPane::questionChanged);
    connect(m_when, &QLineEdit::textChanged, this, [this] {
        showDate();
        questionChanged();
    });
    connect(m_when, &QLineEdit::returnPressed, this, &CheckPane::ask);
    connect(go, &QPushButton::clicked, this, &CheckPane::ask);
    return grid;
}

/// What is no date is said beside the field and not asked for.
void CheckPane::showDate()
{
    const QString words = m_when->text().trimmed();
    const bool isUnclear = !words.isEmpty() && !present::dateFromWords(words);
    m_whenHint->setText(isUnclear ? tr("“%1” is not a date OnRecord can read, so any day is searched. Write 24 January 2025 or 2025-01-24.").arg(words) : QString());
    m_whenHint->setVisible(isUnclear);
}

void CheckPane::buildActions()
{
    auto *copy = new QAction(tr("Copy Verdict"), this);
    copy->setObjectName(u"check.copy"_s);
    copy->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &CheckPane::copyVerdict);
    addAction(copy);
    m_copyAction = copy;
}

QString CheckPane::title() const
{
    return tr("Check a Quote");
}

QString CheckPane::subtitle() const
{
    return m_hasAnswer ? VerdictWords::searched(m_answer.searched) : QString();
}

QJsonObject CheckPane::saveState() const
{
    return {{u"quote"_s, m_quote->toPlainText()}, {u"speaker"_s, m_speaker->currentText()}, {u"source"_s, m_source->currentText()}, {u"when"_s, m_when->text()}};
}

void CheckPane::restoreState(const QJsonObject &state)
{
    m_quote->setPlainText(state.value(u"quote"_s).toString());
    m_speaker->setEditText(state.value(u"speaker"_s).toString());
    m_source->setEditText(state.value(u"source"_s).toString());
    m_when->setText(state.value(u"when"_s).toString());
}

void CheckPane::startAsking()
{
    m_quote->setFocus(Qt::ShortcutFocusReason);
    m_quote->selectAll();
    m_scroll->ensureWidgetVisible(m_quote);
}

void CheckPane::check(const QString &quote, const QString &speaker)
{
    m_quote->setPlainText(quote);
    m_speaker->setEditText(speaker);
    m_source->clearEditText();
    m_when->clear();
    startAsking();
    ask();
}

bool CheckPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_quote && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && !(key->modifiers() & Qt::ShiftModifier)) {
            ask();
            return true;
        }
    }
    return Pane::eventFilter(watched, event);
}

void CheckPane::ask()
{
    m_typing.stop();
    const quint64 number = ++*m_newest;
    const store::Question asked = question();
    if (store::bareQuote(asked.quote).isEmpty()) {
        showIdle();
        return;
    }
    m_waiting.start();
    desk().store().run([asked, number, newest = m_newest](store::Project &project) -> Result<match::Verification> {
        if (number != *newest)
            return std::unexpected(Error{Fault::Cancelled, {}});
        return store::verify(project, asked, mostHits);
    }).then(this, [this, number, asked](const Result<match::Verification> &answer) {
        if (number != *m_newest)
            return;
        m_answered = asked;
        showAnswer(answer);
        if (m_hasAnswer && !isSame(question(), asked))
            setOutdated(true); // typed on meanwhile
    });
}

store::Question CheckPane::question() const
{
    return {m_quote->toPlainText(), m_speaker->currentText(), present::dateFromWords(m_when->text().trimmed()).value_or(PartialDate()), m_source->currentText()};
}

/// What stands below answers other words from now on; the new ones are asked for after a pause.
void CheckPane::questionChanged()
{
    const store::Question now = question();
    if (store::bareQuote(now.quote).isEmpty()) {
        ask();
        return;
    }
    setOutdated(!(m_hasAnswer && isSame(now, m_answered)));
    m_typing.start();
}

void CheckPane::setOutdated(bool outdated)
{
    m_isOutdated = outdated;
    m_banner->setOutdated(outdated);
    m_hits->parentWidget()->setVisible(!outdated);
    m_copy->setEnabled(m_hasAnswer && !outdated);
    m_copyAction->setEnabled(m_hasAnswer && !outdated);
}

void CheckPane::showWaiting()
{
    setOutdated(true);
    m_banner->showWaiting();
    m_banner->show();
    QAccessibleAnnouncementEvent said(this, m_banner->headline());
    QAccessible::updateAccessibility(&said);
}

void CheckPane::showAnswer(const Result<match::Verification> &answer)
{
    m_waiting.stop();
    if (!answer) {
        showIdle();
        m_limits->setText(answer.error().fault == Fault::BadInput ? tr("There is no word in this to look for.") : present::faultInWords(answer.error().fault));
        Q_EMIT answered();
        return;
    }
    m_answer = *answer;
    m_hasAnswer = true;
    clearHits();
    const SnapshotPtr record = workspace().snapshot();
    QString speaker;
    QString outlet;
    if (!m_answer.hits.empty()) {
        const match::Hit &best = m_answer.hits.front();
        speaker = namesOf(*record, speakersOf(best));
        outlet = record->outletName(best.article);
        if (outlet.isEmpty())
            outlet = present::itemName(*record, best.article);
    }
    m_banner->showAnswer(m_answer, speaker, outlet);
    m_banner->show();
    for (const match::Hit &hit : m_answer.hits)
        m_hits->addWidget(hitCard(hit));
    QString searched = VerdictWords::searched(m_answer.searched);
    searched.replace(0, 1, searched.front().toUpper());
    m_limits->setText((m_answer.hits.empty() ? QString() : tr("Nothing closer in this project. ")) + searched + u". "_s + tr("Absence here is not proof."));
    setOutdated(false);
    tabInOrderOfLayout(this);
    m_copy->setVisible(true);
    m_clear->setVisible(true);
    QAccessibleAnnouncementEvent said(this, m_banner->headline() + u". "_s + m_banner->explanation());
    QAccessible::updateAccessibility(&said);
    Q_EMIT subtitleChanged();
    Q_EMIT answered();
}

void CheckPane::showIdle()
{
    m_waiting.stop();
    m_answer = {};
    m_hasAnswer = false;
    clearHits();
    setOutdated(false);
    m_banner->hide();
    m_copy->hide();
    m_clear->hide();
    m_limits->setText(tr("Paste words that somebody is supposed to have said. You see whether an article in this project prints them, who it gives them to, "
                         "and what was searched. Case, spaces and the glyphs of quotation marks and dashes do not matter; a missing “not” does."));
    Q_EMIT subtitleChanged();
}

void CheckPane::clearHits()
{
    while (QLayoutItem *item = m_hits->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

QWidget *CheckPane::hitCard(const match::Hit &hit)
{
    auto *card = new HitCard(hit, *workspace().snapshot(), this);
    connect(card, &HitCard::openWanted, this, [this, card] { openHit(card->hit()); });
    return card;
}

void CheckPane::openHit(const match::Hit &hit)
{
    auto &space = workspace();
    if (hit.quotation)
        space.selection().set(hit.quotation);
    else
        space.selection().set(hit.article);
    space.setPassage({hit.article, hit.passages.empty() ? Span() : hit.passages.front(), hit.quotation ? ItemId(hit.quotation) : ItemId(hit.article)});
    space.markPlace();
}

void CheckPane::copyVerdict()
{
    if (!m_hasAnswer || m_isOutdated)
        return;
    const SnapshotPtr record = workspace().snapshot();
    QStringList lines{m_answer.quote, m_banner->headline(), m_banner->explanation()};
    for (const match::Hit &hit : m_answer.hits) {
        const QString speakers = namesOf(*record, speakersOf(hit));
        const Article *article = record->article(hit.article);
        lines.append(u"- %1: %2, %3, %4: %5"_s.arg(VerdictWords::tag(hit.verdict), speakers.isEmpty() ? tr("nobody named") : speakers, record->outletName(hit.article),
                                                    article ? present::dateInWords(article->published.when) : QString(), PiecesView::asText(hit.pieces)));
        lines.append(u"  "_s + hit.explanation);
    }
    lines.append(VerdictWords::searched(m_answer.searched) + u". "_s + tr("Absence here is not proof."));
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void CheckPane::refillNames()
{
    QStringList names;
    for (const Agent &agent : workspace().snapshot()->agents()) {
        if (agent.status != Status::Rejected && !workspace().snapshot()->quotationsBy(agent.id).empty())
            names.append(agent.name);
    }
    refill(*m_speaker, names);
    QStringList outlets;
    for (const Outlet &outlet : workspace().snapshot()->outlets())
        outlets.append(outlet.name);
    refill(*m_source, outlets);
}

void CheckPane::refresh(explore::Workspace::Changes changes)
{
    if (changes & explore::Workspace::SnapshotChange) {
        refillNames();
        // The answer may have changed with the record.
        if (m_hasAnswer || !m_quote->document()->isEmpty())
            ask();
    }
}

} // namespace onrecord::ui
