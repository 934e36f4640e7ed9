// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/claimspane.h"

#include "ui/claims/evidencerow.h"
#include "ui/claims/scaleeditor.h"
#include "ui/present/tones.h"
#include "ui/present/words.h"
#include "ui/widgets/accentbutton.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/taborder.h"

#include <QAction>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::Workspace;

namespace {

constexpr auto authorKey = "claims/author"_L1;

QPlainTextEdit *field(const QString &name, const QString &spoken, const QString &hint, int lines, QWidget *parent)
{
    auto *made = new QPlainTextEdit(parent);
    made->setObjectName(name);
    made->setAccessibleName(spoken);
    made->setPlaceholderText(hint);
    made->setTabChangesFocus(true);
    made->setFixedHeight(made->fontMetrics().lineSpacing() * lines + 20);
    return made;
}

QLabel *heading(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

void clear(QVBoxLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

/// What a claim made from an item says until somebody words it better.
/// Without the comma that only leads on to "she said".
QString withoutEnd(QString words)
{
    while (words.endsWith(u',') || words.endsWith(u';') || words.endsWith(u':') || words.endsWith(u' '))
        words.chop(1);
    return words;
}

QString wordsOf(const Snapshot &record, ItemId item)
{
    if (const Quotation *quotation = item.type == ItemType::Quotation ? record.quotation({item.value}) : nullptr)
        return withoutEnd(quotation->content.exact.simplified());
    if (const Figure *figure = item.type == ItemType::Figure ? record.figure({item.value}) : nullptr)
        return QStringList{figure->subject, figure->predicate, figure->content.exact}.join(u' ').simplified();
    return {};
}

} // namespace

ClaimsPane::ClaimsPane(Desk &desk, QWidget *parent) : Pane(u"claims"_s, desk, parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(scroll);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    scroll->setWidget(page);
    outer->addWidget(scroll);
    buildTop(*column);
    buildVerdict(*column);
    column->addStretch(1);
    setFocusProxy(m_text);
    buildActions();
    connect(&workspace().selection(), &explore::Selection::changed, this, [this] {
        const bool any = m_claim && !selected(Stance::For).empty();
        m_for->setEnabled(any);
        m_against->setEnabled(any);
    });
}

void ClaimsPane::buildTop(QVBoxLayout &column)
{
    QWidget *page = column.parentWidget();
    auto *row = new QHBoxLayout;
    m_pick = new QComboBox(page);
    m_pick->setObjectName(u"claims.pick"_s);
    m_pick->setAccessibleName(tr("Claim shown"));
    m_pick->setMinimumHeight(32);
    m_pick->setMinimumContentsLength(8);
    m_pick->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row->addWidget(m_pick, 1);
    auto *fresh = new QPushButton(tr("&New Claim"), page);
    fresh->setObjectName(u"claims.new"_s);
    fresh->setMinimumHeight(32);
    row->addWidget(fresh);
    column.addLayout(row);
    m_text = field(u"claims.text"_s, tr("The claim"), tr("One proposition that is true or false, in your own words…"),
                   3, page);
    m_text->setFont(present::paperFont());
    m_text->installEventFilter(this);
    column.addWidget(m_text);
    auto *evidence = new QWidget(page);
    m_evidence = new QVBoxLayout(evidence);
    m_evidence->setContentsMargins(0, 0, 0, 0);
    m_evidence->setSpacing(0);
    column.addWidget(evidence);
    auto *add = new QHBoxLayout;
    m_for = new QPushButton(tr("+ Selection F&or"), page);
    m_for->setObjectName(u"claims.for"_s);
    m_against = new QPushButton(tr("− Selection &Against"), page);
    m_against->setObjectName(u"claims.against"_s);
    for (QPushButton *button : {m_for, m_against}) {
        button->setMinimumHeight(32);
        button->setToolTip(tr("Adds the selected quotations and figures"));
        add->addWidget(button);
    }
    add->addStretch(1);
    column.addLayout(add);
    connect(m_pick, &QComboBox::activated, this, [this](int index) {
        const ClaimId chosen{m_pick->itemData(index).toLongLong()};
        if (chosen)
            workspace().selection().set(chosen);
        showClaim(chosen);
    });
    connect(fresh, &QPushButton::clicked, this, &ClaimsPane::startNew);
    connect(m_for, &QPushButton::clicked, this, [this] { addSelection(Stance::For); });
    connect(m_against, &QPushButton::clicked, this, [this] { addSelection(Stance::Against); });
}

void ClaimsPane::buildVerdict(QVBoxLayout &column)
{
    QWidget *page = column.parentWidget();
    column.addSpacing(8);
    column.addWidget(heading(tr("Verdict"), page));
    m_verdict = new QLabel(page);
    m_verdict->setObjectName(u"claims.verdict"_s);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column.addWidget(m_verdict);
    auto *row = new QHBoxLayout;
    m_grade = new QComboBox(page);
    m_grade->setObjectName(u"claims.grade"_s);
    m_grade->setAccessibleName(tr("Verdict on the scale"));
    m_grade->setMinimumHeight(32);
    m_author = new QLineEdit(page);
    m_author->setObjectName(u"claims.author"_s);
    m_author->setAccessibleName(tr("Who gives the verdict"));
    m_author->setPlaceholderText(tr("Your name"));
    m_author->setMinimumHeight(32);
    m_author->setText(desk().settings().value(authorKey).toString());
    row->addWidget(m_grade, 1);
    row->addWidget(m_author, 1);
    column.addLayout(row);
    m_why = field(u"claims.why"_s, tr("Explanation of the verdict"), tr("Why? Name what decides…"), 3, page);
    column.addWidget(m_why);
    auto *foot = new QHBoxLayout;
    m_give = new AccentButton(tr("Give Ver&dict"), page);
    m_give->setObjectName(u"claims.give"_s);
    m_editScale = new QToolButton(page);
    m_editScale->setObjectName(u"claims.editScale"_s);
    m_editScale->setText(tr("Edit Scale"));
    m_editScale->setCheckable(true);
    m_editScale->setAutoRaise(true);
    foot->addWidget(m_give);
    foot->addWidget(m_editScale);
    foot->addStretch(1);
    column.addLayout(foot);
    m_scaleEditor = new ScaleEditor(page);
    m_scaleEditor->hide();
    column.addWidget(m_scaleEditor);
    connect(m_give, &QPushButton::clicked, this, &ClaimsPane::giveVerdict);
    connect(m_editScale, &QToolButton::toggled, m_scaleEditor, &QWidget::setVisible);
    connect(m_scaleEditor, &ScaleEditor::scaleChanged, this, [this](const VerdictScale &scale) {
        m_scale = scale;
        fillScale();
        fillVerdict();
        desk().change([grades = scale.toRecord()](store::Project &project) { return project.setGrades(grades); });
    });
    fillScale();
}

void ClaimsPane::buildActions()
{
    const auto add = [this](const QString &name, const QString &text, const auto &call) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, call);
        addAction(action);
    };
    add(u"claims.addFor"_s, tr("Add the Selection For This Claim"), [this] { addSelection(Stance::For); });
    add(u"claims.addAgainst"_s, tr("Add the Selection Against This Claim"), [this] { addSelection(Stance::Against); });
}

QString ClaimsPane::title() const
{
    return tr("Claims");
}

QString ClaimsPane::subtitle() const
{
    return present::countInWords(present::Noun::Claim, static_cast<qint64>(workspace().snapshot()->claims().size()));
}

const Claim *ClaimsPane::claim() const
{
    return workspace().snapshot()->claim(m_claim);
}

std::vector<Evidence> ClaimsPane::selected(Stance stance) const
{
    std::vector<Evidence> out;
    for (const ItemId item : workspace().selection().items()) {
        if (item.type == ItemType::Quotation || item.type == ItemType::Figure)
            out.push_back({item, stance});
    }
    std::ranges::sort(out, {}, &Evidence::item);
    return out;
}

void ClaimsPane::addFromSelection()
{
    const std::vector<Evidence> evidence = selected(Stance::For);
    if (evidence.empty()) {
        startNew();
        return;
    }
    const ItemId current = workspace().selection().current();
    const bool isEvidence = current.type == ItemType::Quotation || current.type == ItemType::Figure;
    create(wordsOf(*workspace().snapshot(), isEvidence ? current : evidence.front().item), evidence);
}

void ClaimsPane::startNew()
{
    showClaim({});
    m_text->setFocus();
}

void ClaimsPane::create(const QString &text, const std::vector<Evidence> &evidence)
{
    desk()
        .store()
        .run([text, evidence](store::Project &project) { return project.addClaim(text, evidence); })
        .then(this, [this](const Result<ClaimId> &added) {
            if (!added) {
                desk().report(added.error());
                return;
            }
            m_wanted = *added;
            if (workspace().snapshot()->claim(m_wanted))
                refill();
        });
}

void ClaimsPane::saveText()
{
    const QString text = m_text->toPlainText().trimmed();
    const Claim *row = claim();
    if (text.isEmpty() || (row && row->text == text) || !m_text->document()->isModified())
        return;
    m_text->document()->setModified(false);
    if (row)
        desk().change([id = m_claim, text](store::Project &project) { return project.setClaimText(id, text); });
    else
        create(text, {});
}

void ClaimsPane::addSelection(Stance stance)
{
    const std::vector<Evidence> evidence = selected(stance);
    if (m_claim && !evidence.empty())
        desk().change([id = m_claim, evidence](store::Project &project) { return project.setEvidence(id, evidence); });
}

void ClaimsPane::giveVerdict()
{
    if (!m_claim)
        return;
    desk().settings().setValue(authorKey, m_author->text().simplified());
    const QString word = m_grade->currentData().toString();
    desk().change([id = m_claim, word, why = m_why->toPlainText(), author = m_author->text()](store::Project &project) {
        return project.giveVerdict(id, word, why, author);
    });
}

bool ClaimsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut)
        saveText();
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && !(key->modifiers() & Qt::ShiftModifier)) {
            saveText();
            return true;
        }
    }
    return Pane::eventFilter(watched, event);
}

void ClaimsPane::showClaim(ClaimId id)
{
    const bool isOther = id != m_claim;
    m_claim = id;
    const Claim *row = claim();
    if (!row)
        m_claim = {};
    if (isOther || !m_text->document()->isModified()) {
        m_text->setPlainText(row ? row->text : QString());
        m_text->document()->setModified(false);
    }
    const QSignalBlocker quiet(m_pick);
    m_pick->setCurrentIndex(m_claim ? m_pick->findData(m_claim.value) : 0);
    fillEvidence();
    fillVerdict();
    if (isOther)
        m_why->setPlainText(row ? row->explanation : QString());
}

void ClaimsPane::refill()
{
    const SnapshotPtr record = workspace().snapshot();
    {
        const QSignalBlocker quiet(m_pick);
        m_pick->clear();
        m_pick->addItem(record->claims().empty() ? tr("No claims yet") : tr("New claim"), 0);
        for (const Claim &row : record->claims())
            m_pick->addItem(row.text.simplified(), row.id.value);
    }
    if (m_wanted && record->claim(m_wanted)) {
        const ClaimId fresh = std::exchange(m_wanted, {});
        showClaim(fresh);
        workspace().selection().set(fresh);
        return;
    }
    const bool isGone = m_claim && !record->claim(m_claim);
    showClaim(isGone || (!m_claim && m_text->document()->isEmpty() && !record->claims().empty())
                  ? (record->claims().empty() ? ClaimId() : record->claims().front().id)
                  : m_claim);
}

void ClaimsPane::fillEvidence()
{
    clear(*m_evidence);
    const Claim *row = claim();
    const bool any = row && !selected(Stance::For).empty();
    m_for->setEnabled(any);
    m_against->setEnabled(any);
    if (!row)
        return;
    const SnapshotPtr record = workspace().snapshot();
    for (const Stance stance : {Stance::For, Stance::Against, Stance::Mentions}) {
        for (const Evidence &evidence : row->evidence) {
            if (evidence.stance != stance)
                continue;
            auto *made = new EvidenceRow(*record, evidence, this);
            const ItemId item = evidence.item;
            connect(made, &EvidenceRow::openWanted, this, [this, item] {
                workspace().open(item);
                workspace().markPlace();
            });
            connect(made, &EvidenceRow::stanceWanted, this, [this, item](Stance wanted) {
                desk().change([id = m_claim, item, wanted](store::Project &project) {
                    return project.setEvidence(id, {{item, wanted}});
                });
            });
            connect(made, &EvidenceRow::removeWanted, this, [this, item] {
                desk().change(
                    [id = m_claim, item](store::Project &project) { return project.removeEvidence(id, item); });
            });
            m_evidence->addWidget(made);
        }
    }
    if (row->evidence.empty()) {
        auto *none = new QLabel(
            tr("Nothing speaks for or against it yet. Select quotations or figures anywhere and add them."), this);
        none->setWordWrap(true);
        m_evidence->addWidget(none);
    }
    tabInOrderOfLayout(this);
}

void ClaimsPane::fillVerdict()
{
    const Claim *row = claim();
    m_give->setEnabled(row);
    if (!row || row->verdict.isEmpty()) {
        m_verdict->setText(tr("Open: no verdict yet."));
        return;
    }
    const QString when = present::dateInWords(
        PartialDate::day(row->givenAt.date().year(), row->givenAt.date().month(), row->givenAt.date().day()));
    const QString by = row->author.isEmpty() ? when : tr("%1, %2", "author, date").arg(row->author, when);
    QStringList lines{tr("%1 (%2)", "verdict, who and when").arg(m_scale.inWords(row->verdict), by)};
    if (!row->explanation.isEmpty())
        lines << row->explanation;
    m_verdict->setText(lines.join(u'\n'));
    const int at = m_grade->findData(row->verdict);
    if (at >= 0)
        m_grade->setCurrentIndex(at);
}

void ClaimsPane::fillScale()
{
    const QString kept = m_grade->currentData().toString();
    m_grade->clear();
    for (const VerdictScale::Grade &grade : m_scale.grades())
        m_grade->addItem(m_scale.inWords(grade.label), grade.label);
    m_grade->setCurrentIndex(std::max(0, m_grade->findData(kept)));
    m_scaleEditor->setScale(m_scale);
}

void ClaimsPane::readScale()
{
    VerdictScale scale = VerdictScale::of(workspace().snapshot()->grades());
    if (scale == m_scale)
        return; // what is being edited stays
    m_scale = std::move(scale);
    fillScale();
}

void ClaimsPane::refresh(Workspace::Changes changes)
{
    if (changes & Workspace::SnapshotChange) {
        readScale();
        refill();
        Q_EMIT subtitleChanged();
    }
    const ItemId current = workspace().selection().current();
    if ((changes & Workspace::SelectionChange) && current.type == ItemType::Claim && ClaimId{current.value} != m_claim)
        showClaim({current.value});
}

} // namespace onrecord::ui
