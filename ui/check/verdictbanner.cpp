// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/check/verdictbanner.h"

#include "ui/check/verdictwords.h"
#include "ui/present/tones.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using match::Verdict;

VerdictBanner::VerdictBanner(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 16, 12);
    column->setSpacing(4);
    m_headline = new QLabel(this);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setWordWrap(true);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont big = font();
    big.setBold(true);
    big.setPixelSize(17);
    m_headline->setFont(big);
    m_explanation = new QLabel(this);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_explanation->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_headline);
    column->addWidget(m_explanation);
}

void VerdictBanner::showAnswer(const match::Verification &answer, const QString &speakerName, const QString &outletName)
{
    const bool turned = !answer.hits.empty() && answer.hits.front().meaningChanged;
    m_isOutdated = false;
    m_verdict = VerdictWords::sign(answer.verdict, turned) + u"  "_s + VerdictWords::headline(answer);
    m_headline->setText(m_verdict);
    m_meaning = VerdictWords::explanation(answer, speakerName, outletName);
    m_explanation->setText(m_meaning);
    switch (answer.verdict) {
    case Verdict::Verbatim:
        m_mood = answer.contrary > 0 || (!answer.hits.empty() && answer.hits.front().isReported) ? Mood::Warning : Mood::Good;
        break;
    case Verdict::VerbatimOtherSpeaker:
    case Verdict::VerbatimOtherSource:
        m_mood = Mood::Bad;
        break;
    case Verdict::Altered:
    case Verdict::Shortened:
        m_mood = turned ? Mood::Bad : Mood::Warning;
        break;
    case Verdict::Stitched:
    case Verdict::Paraphrase:
        m_mood = turned ? Mood::Bad : Mood::Warning;
        break;
    case Verdict::NotFound:
        m_mood = Mood::Quiet;
        break;
    }
    setAccessibleName(headline());
    setAccessibleDescription(explanation());
    colour();
}

void VerdictBanner::setOutdated(bool outdated)
{
    if (outdated == m_isOutdated)
        return;
    m_isOutdated = outdated;
    if (outdated)
        m_headline->setText(tr("For the words before: %1", "a verdict").arg(m_verdict));
    else
        m_headline->setText(m_verdict);
    m_explanation->setText(m_meaning);
    setAccessibleName(headline());
    colour();
}

void VerdictBanner::showWaiting()
{
    m_isOutdated = true;
    m_headline->setText(tr("Checking…"));
    m_explanation->clear();
    setAccessibleName(headline());
    setAccessibleDescription({});
    colour();
}

QString VerdictBanner::headline() const
{
    return m_headline->text();
}

QString VerdictBanner::explanation() const
{
    return m_explanation->text();
}

void VerdictBanner::colour()
{
    const Mood mood = m_isOutdated ? Mood::Quiet : m_mood;
    const auto tones = present::tones(parentWidget() ? parentWidget()->palette() : palette());
    QPalette headline = m_headline->palette();
    headline.setColor(QPalette::WindowText, mood == Mood::Good ? tones.good : mood == Mood::Warning ? tones.warning : mood == Mood::Bad ? tones.bad : tones.ink);
    m_headline->setPalette(headline);
    update();
}

void VerdictBanner::paintEvent(QPaintEvent *)
{
    const Mood mood = m_isOutdated ? Mood::Quiet : m_mood;
    const auto tones = present::tones(palette());
    const QColor wash = mood == Mood::Good ? tones.goodWash : mood == Mood::Warning ? tones.warningWash : mood == Mood::Bad ? tones.badWash : tones.scareWash;
    const QColor bar = mood == Mood::Good ? tones.good : mood == Mood::Warning ? tones.warning : mood == Mood::Bad ? tones.bad : tones.quietInk;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(wash);
    painter.drawRoundedRect(rect(), 4, 4);
    painter.setBrush(bar);
    painter.drawRoundedRect(QRect(0, 0, 5, height()), 2, 2);
}

void VerdictBanner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        colour();
}

} // namespace onrecord::ui
