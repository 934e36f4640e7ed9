// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/check/hitcard.h"

#include "core/match/compare.h"
#include "core/match/scandoubt.h"
#include "core/record/speakers.h"
#include "ui/check/verdictwords.h"
#include "ui/present/changewords.h"
#include "ui/present/tones.h"
#include "ui/present/words.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/piecesview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int discSize = 28;

QLabel *quietLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    QPalette quiet = label->palette();
    quiet.setColor(QPalette::PlaceholderText, present::tones(quiet).quietInk);
    label->setPalette(quiet);
    return label;
}

/// A rounded chip with the change in words; a conflict in the colours of a bad verdict, another change in those of a warning.
class ChangeChip : public QLabel
{
public:
    ChangeChip(const QString &words, bool isConflict, QWidget *parent) : QLabel(words, parent), m_isConflict(isConflict)
    {
        setTextFormat(Qt::PlainText);
        setContentsMargins(8, 2, 8, 2);
        setWordWrap(false);
        setAccessibleName(text());
        colour();
    }
    /// On a word that the scan is not sure of it is nobody's conflict yet.
    ChangeChip(const match::Change &change, bool isUncertain, QWidget *parent)
        : ChangeChip(isUncertain ? HitCard::tr("%1 (scan uncertain)").arg(present::changeInWords(change)) : present::changeInWords(change), match::isConflict(change) && !isUncertain, parent)
    {
        setToolTip((change.from.isEmpty() || change.to.isEmpty() ? change.from + change.to : u"%1 → %2"_s.arg(change.from.simplified(), change.to.simplified())).toHtmlEscaped());
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto tones = present::tones(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_isConflict ? tones.badWash : tones.warningWash);
        painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
        // Where there is no room the middle is left out: both what kind of change it is and that the scan is unsure are read.
        const QString words = fontMetrics().elidedText(text(), Qt::ElideMiddle, contentsRect().width());
        style()->drawItemText(&painter, contentsRect(), Qt::AlignLeft | Qt::AlignVCenter, palette(), isEnabled(), words, QPalette::WindowText);
    }
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::ApplicationPaletteChange)
            colour();
    }

private:
    void colour()
    {
        const auto tones = present::tones(parentWidget()->palette());
        QPalette own = palette();
        own.setColor(QPalette::WindowText, m_isConflict ? tones.bad : tones.warning);
        setPalette(own);
    }
    bool m_isConflict;
};

/// What the scan's uncertain words mean here; empty when there are none.
QString doubtInWords(const match::Hit &hit, const Article &article, const match::ScanDoubt &doubt)
{
    constexpr size_t most = 5;
    if (doubt.words.empty())
        return {};
    QStringList words;
    for (size_t i = 0; i < std::min(most, doubt.words.size()); ++i) {
        const UncertainWord &word = doubt.words[i];
        const qint32 from = hit.passages.empty() ? 0 : hit.passages.front().start;
        const QString printed = hit.passages.size() == 1 && hit.text.size() == hit.passages.front().length() ? hit.text.mid(std::max(0, word.span.start - from), word.span.end - std::max(from, word.span.start)) : QString();
        words << (printed.isEmpty() ? HitCard::tr("%L1 %").arg(word.percent) : HitCard::tr("“%1” %L2 %").arg(printed).arg(word.percent));
    }
    QString text = HitCard::tr("⚠ The scan is uncertain here: %1.").arg(words.join(HitCard::tr(", ")));
    if (doubt.isAll)
        text += u' ' + HitCard::tr("Every word that differs stands there, so it may be the scan's and nobody's. Look at the page first: %1.").arg(article.fileName);
    else if (const int there = doubt.changesThere(); there > 0)
        text += u' ' + HitCard::tr("Differences that stand on such words: %L1 of %L2.").arg(there).arg(doubt.changes.size());
    return text;
}

QWidget *changeChips(const match::Hit &hit, const match::ScanDoubt &doubt, QWidget *parent)
{
    constexpr size_t most = 12; // what is more is read in the comparison above
    auto *row = new QWidget(parent);
    row->setObjectName(u"hit.changes"_s);
    auto *flow = new FlowLayout(row, 6);
    flow->setContentsMargins(0, 0, 0, 0);
    if (!hit.sourceAgrees)
        flow->addWidget(new ChangeChip(HitCard::tr("≠ another source than asked"), false, row));
    if (!hit.dateAgrees)
        flow->addWidget(new ChangeChip(HitCard::tr("≠ another day than asked"), false, row));
    for (size_t i = 0; i < std::min(most, hit.changes.size()); ++i)
        flow->addWidget(new ChangeChip(hit.changes[i], i < doubt.changes.size() && doubt.changes[i], row));
    return row;
}

} // namespace

HitCard::HitCard(const match::Hit &hit, const Snapshot &record, QWidget *parent) : QWidget(parent), m_hit(hit)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    const Agent *speaker = record.agent(hit.speaker);
    const Article *article = record.article(hit.article);
    const QString who = speaker ? namesOf(record, speakersOf(hit)) : hit.quotation ? tr("Nobody named") : tr("The article itself");
    if (speaker) {
        m_letters = present::initials(speaker->name);
        m_colour = present::agentColour(speaker->name, palette());
        m_square = speaker->type == AgentType::Organisation;
    }

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(speaker ? discSize + 10 : 0, 0, 0, 0);
    top->setSpacing(8);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    auto *name = new QLabel(who, this);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    QFont bold = font();
    bold.setBold(true);
    name->setFont(bold);
    names->addWidget(name);
    QString where = record.outletName(hit.article);
    if (where.isEmpty() && article)
        where = present::itemName(record, hit.article);
    const QString date = article ? present::dateInWords(article->published.when) : QString();
    names->addWidget(quietLabel(date.isEmpty() ? where : tr("%1, %2", "outlet, date").arg(where, date), this));
    top->addLayout(names, 1);
    auto *tag = new QLabel(VerdictWords::sign(hit.verdict, hit.meaningChanged) + u" "_s + VerdictWords::tag(hit.verdict), this);
    tag->setTextFormat(Qt::PlainText);
    tag->setFont(bold);
    top->addWidget(tag, 0, Qt::AlignTop);
    column->addLayout(top);

    const match::ScanDoubt doubt = article && article->recognition ? match::scanDoubt(hit, *article->recognition) : match::ScanDoubt();
    auto *pieces = new PiecesView(this);
    pieces->setPieces(hit.pieces);
    pieces->setAttribute(Qt::WA_TransparentForMouseEvents);
    column->addWidget(pieces);
    if (!hit.changes.empty() || !hit.dateAgrees || !hit.sourceAgrees)
        column->addWidget(changeChips(hit, doubt, this));
    const QString uncertain = article ? doubtInWords(hit, *article, doubt) : QString();
    if (!uncertain.isEmpty()) {
        QLabel *label = quietLabel(uncertain, this);
        label->setObjectName(u"hit.scan"_s);
        column->addWidget(label);
    }

    auto *why = new QToolButton(this);
    why->setText(tr("Why This Verdict?"));
    why->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    why->setArrowType(Qt::RightArrow);
    why->setAutoRaise(true);
    why->setCheckable(true);
    auto *reason = quietLabel(tr("%1 Matched on the tier “%2”.").arg(hit.explanation, hit.tier), this);
    reason->hide();
    connect(why, &QToolButton::toggled, this, [why, reason](bool open) {
        why->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        reason->setVisible(open);
    });
    column->addWidget(why, 0, Qt::AlignLeft);
    column->addWidget(reason);
    setAccessibleName(tr("%1: %2, %3. %4").arg(VerdictWords::tag(hit.verdict), who, where, pieces->accessibleName()));
    setAccessibleDescription(uncertain.isEmpty() ? tr("Enter opens the passage") : uncertain + u' ' + tr("Enter opens the passage"));
}

void HitCard::paintEvent(QPaintEvent *)
{
    const auto tones = present::tones(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = hasFocus() || underMouse();
    painter.setPen(QPen(hasFocus() ? tones.accent : tones.hairline, hasFocus() ? 1.5 : 1));
    painter.setBrush(lit ? present::mix(tones.paper, tones.accent, 0.05) : tones.paper);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
    if (!m_letters.isEmpty())
        present::paintDisc(painter, QRectF(12, 14, discSize, discSize), m_colour, m_letters, m_square);
}

void HitCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT openWanted();
}

void HitCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT openWanted();
    else
        QWidget::keyPressEvent(event);
}

void HitCard::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    update();
}

void HitCard::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    update();
}

void HitCard::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void HitCard::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace onrecord::ui
