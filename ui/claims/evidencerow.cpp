// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/evidencerow.h"

#include "core/record/speakers.h"
#include "ui/present/tones.h"
#include "ui/present/words.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

QString signOf(Stance stance)
{
    return stance == Stance::For ? u"+"_s : stance == Stance::Against ? u"−"_s : u"·"_s;
}

QString sourceOf(const Snapshot &record, ArticleId id, const std::vector<AgentId> &by)
{
    const QString outlet = record.outletName(id);
    const QString where = outlet.isEmpty() ? present::itemName(record, id) : outlet;
    const QString names = namesOf(record, by);
    return names.isEmpty() ? where : EvidenceRow::tr("%1, in %2", "speaker, outlet").arg(names, where);
}

} // namespace

/// Sign, words, and the source under them.
class EvidenceButton : public QAbstractButton
{
public:
    EvidenceButton(const QString &words, const QString &source, Stance stance, QWidget *parent)
        : QAbstractButton(parent),
          m_source(source),
          m_stance(stance)
    {
        setText(words);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setToolTip(words);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAccessibleName(
            EvidenceRow::tr("%1: %2, %3", "stance, words, source").arg(present::stanceName(stance), words, source));
        setAccessibleDescription(EvidenceRow::tr("Opens the passage"));
    }
    [[nodiscard]] QSize sizeHint() const override { return {240, fontMetrics().lineSpacing() * 2 + 12}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto tones = present::tones(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(rect(), underMouse() ? present::mix(tones.paper, tones.accent, 0.05) : tones.paper);
        painter.setPen(tones.hairline);
        painter.drawLine(0, height() - 1, width(), height() - 1);
        const int line = fontMetrics().lineSpacing();
        QFont bold = font();
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(m_stance == Stance::For ? tones.good : m_stance == Stance::Against ? tones.bad : tones.quietInk);
        painter.drawText(QRect(6, 5, 16, line), Qt::AlignCenter, signOf(m_stance));
        painter.setFont(font());
        painter.setPen(tones.ink);
        painter.drawText(QRect(28, 5, width() - 32, line), Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(text(), Qt::ElideRight, width() - 32));
        painter.setPen(tones.quietInk);
        painter.drawText(QRect(28, 6 + line, width() - 32, line), Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(m_source, Qt::ElideRight, width() - 32));
        if (hasFocus()) {
            painter.setPen(QPen(tones.accent, 1.5));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -2), 4, 4);
        }
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    QString m_source;
    Stance m_stance;
};

EvidenceRow::EvidenceRow(const Snapshot &record, const Evidence &evidence, QWidget *parent)
    : QWidget(parent),
      m_evidence(evidence)
{
    QString words = present::itemName(record, evidence.item);
    QString source;
    if (const Quotation *quotation =
            evidence.item.type == ItemType::Quotation ? record.quotation({evidence.item.value}) : nullptr) {
        words = tr("“%1”", "quoted words").arg(quotation->content.exact.simplified());
        source = sourceOf(record, quotation->article, speakersOf(*quotation));
    } else if (const Figure *figure =
                   evidence.item.type == ItemType::Figure ? record.figure({evidence.item.value}) : nullptr) {
        words = figure->content.exact.simplified();
        source = sourceOf(record, figure->article, {figure->assertedBy});
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_open = new EvidenceButton(words, source, evidence.stance, this);
    connect(m_open, &QAbstractButton::clicked, this, &EvidenceRow::openWanted);
    row->addWidget(m_open, 1);
    auto *change = new QToolButton(this);
    change->setObjectName(u"claims.change"_s);
    change->setText(present::stanceName(evidence.stance));
    change->setAccessibleName(tr("What it speaks for"));
    change->setPopupMode(QToolButton::InstantPopup);
    change->setAutoRaise(true);
    auto *menu = new QMenu(change);
    for (const Stance stance : {Stance::For, Stance::Against, Stance::Mentions}) {
        QAction *action = menu->addAction(signOf(stance) + u"  "_s + present::stanceName(stance));
        action->setCheckable(true);
        action->setChecked(stance == evidence.stance);
        connect(action, &QAction::triggered, this, [this, stance] { Q_EMIT stanceWanted(stance); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Remove From the Claim")), &QAction::triggered, this, &EvidenceRow::removeWanted);
    change->setMenu(menu);
    row->addWidget(change);
}

QWidget *EvidenceRow::opener() const
{
    return m_open;
}

} // namespace onrecord::ui
