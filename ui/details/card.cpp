// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/card.h"

#include "ui/present/tones.h"
#include "ui/present/words.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/flowlayout.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace onrecord::ui {

namespace {

constexpr int discSize = 26;
constexpr int gap = 10;
constexpr int shareBar = 4;  // the bar of a share, and the room it takes below the words
constexpr int shareRoom = 8;

QFont semibold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

void setInk(QLabel *label, const QColor &ink)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, ink);
    label->setPalette(palette);
}

QLabel *plainLabel(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(words);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

QLabel *quietLabel(const QString &words, QWidget *parent)
{
    QLabel *label = plainLabel(words, parent);
    setInk(label, present::tones(parent->palette()).quietInk);
    return label;
}

Tag::Tag(const QString &text, Tone tone, QWidget *parent) : QLabel(parent), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setFont(semibold(present::scaledFont(font(), 0.82)));
    setContentsMargins(6, 1, 6, 1);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
}

Tag::Tone Tag::toneOf(Status status)
{
    return status == Status::Suggested ? Tone::Plain : status == Status::Rejected ? Tone::Bad : Tone::Good;
}

Tag::Tone Tag::toneOfConfidence(double confidence)
{
    switch (present::confidenceOf(confidence)) {
    case present::Confidence::Sure:
        return Tone::Good;
    case present::Confidence::Likely:
        return Tone::Plain;
    case present::Confidence::Unsure:
        break;
    }
    return Tone::Warning;
}

void Tag::paintEvent(QPaintEvent *)
{
    const auto tones = present::tones(palette());
    const QColor plainWash = present::mix(tones.paper, tones.ink, 0.09);
    const QColor wash = m_tone == Tone::Good ? tones.goodWash : m_tone == Tone::Warning ? tones.warningWash : m_tone == Tone::Bad ? tones.badWash : plainWash;
    const QColor ink = m_tone == Tone::Good ? tones.good : m_tone == Tone::Warning ? tones.warning : m_tone == Tone::Bad ? tones.bad : present::readable(tones.quietInk, plainWash, 4.5);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(wash);
    painter.drawRoundedRect(rect(), 3, 3);
    painter.setPen(ink);
    const QString words = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width() + 1);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, words);
}

ItemRow::ItemRow(Desk &desk, ItemId item, const QString &main, const QString &second, QWidget *parent)
    : QAbstractButton(parent), m_desk(desk), m_item(item), m_second(second), m_disc(present::discOf(*desk.workspace().snapshot(), item))
{
    setText(main);
    setObjectName(QStringLiteral("item.%1.%2").arg(static_cast<int>(item.type)).arg(item.value));
    setAccessibleName(second.isEmpty() ? main : main + QStringLiteral(", ") + second);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] {
        explore::Workspace &workspace = m_desk.workspace();
        if (m_item.type == ItemType::Agent) {
            workspace.selection().set(m_item);
            workspace.markPlace();
        } else {
            workspace.open(m_item);
        }
    });
}

QSize ItemRow::sizeHint() const
{
    const int lines = fontMetrics().height() + (m_second.isEmpty() ? 0 : QFontMetrics(present::scaledFont(font(), 0.875)).height());
    return {200, std::max(m_second.isEmpty() ? 28 : 36, lines + 8) + (m_share < 0 ? 0 : shareRoom)};
}

void ItemRow::setShare(double share)
{
    m_share = std::clamp(share, 0.0, 1.0);
    updateGeometry();
}

void ItemRow::paintEvent(QPaintEvent *)
{
    const auto tones = present::tones(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(present::mix(tones.paper, tones.ink, 0.05));
        painter.drawRoundedRect(rect(), 4, 4);
    }
    int left = 4;
    if (!m_disc.identity.isEmpty()) {
        present::paintDisc(painter, QRectF(left, (height() - discSize) / 2.0, discSize, discSize), present::agentColour(m_disc.identity, palette()), m_disc.letters, m_disc.square);
        left += discSize + gap;
    }
    const QFont small = present::scaledFont(font(), 0.875);
    const QFontMetrics smallMetrics(small);
    const QFont mainFont = m_item.type == ItemType::Agent ? semibold(font()) : font();
    const QFontMetrics metrics(mainFont);
    const int room = width() - left - 4;
    const int below = m_share < 0 ? 0 : shareRoom;
    const int top = (height() - below - metrics.height() - (m_second.isEmpty() ? 0 : smallMetrics.height())) / 2;
    painter.setFont(mainFont);
    painter.setPen(tones.ink);
    painter.drawText(left, top + metrics.ascent(), metrics.elidedText(text(), Qt::ElideRight, room));
    if (!m_second.isEmpty()) {
        painter.setFont(small);
        painter.setPen(tones.quietInk);
        painter.drawText(left, top + metrics.height() + smallMetrics.ascent(), smallMetrics.elidedText(m_second, Qt::ElideRight, room));
    }
    if (m_share >= 0) {
        const QRectF track(left, height() - shareRoom, room, shareBar);
        painter.setPen(Qt::NoPen);
        painter.setBrush(present::mix(tones.paper, tones.ink, 0.1));
        painter.drawRoundedRect(track, shareBar / 2.0, shareBar / 2.0);
        painter.setBrush(m_disc.identity.isEmpty() ? tones.quietInk : present::agentColour(m_disc.identity, palette()));
        painter.drawRoundedRect(QRectF(track.topLeft(), QSizeF(std::max<double>(shareBar, room * m_share), shareBar)), shareBar / 2.0, shareBar / 2.0);
    }
    if (hasFocus()) {
        painter.setPen(QPen(tones.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

void ItemRow::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    m_desk.workspace().selection().setHovered(m_item);
    update();
}

void ItemRow::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    m_desk.workspace().selection().setHovered({});
    update();
}

void ItemRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

Card::Card(const QString &heading, QWidget *parent) : QWidget(parent), m_heading(quietLabel(heading.toUpper(), this))
{
    m_heading->setFont(semibold(present::scaledFont(font(), 0.82)));
    m_heading->setAccessibleName(heading);
    m_top = new QHBoxLayout;
    m_top->addWidget(m_heading, 1);
    m_body = new QVBoxLayout(this);
    m_body->setContentsMargins(14, 12, 14, 14);
    m_body->setSpacing(8);
    m_body->addLayout(m_top);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

QString Card::heading() const
{
    return m_heading->accessibleName();
}

QLabel *Card::addWords(const QString &words, Voice voice)
{
    QLabel *label = voice == Voice::Quiet ? quietLabel(words, this) : plainLabel(words, this);
    if (voice == Voice::Quote || voice == Voice::Headline) {
        QFont font = present::paperFont(1.06);
        font.setItalic(voice == Voice::Quote);
        font.setBold(voice == Voice::Headline);
        label->setFont(font);
    }
    addWidget(label);
    return label;
}

void Card::addHeadingTag(Tag *tag)
{
    m_top->addWidget(tag, 0, Qt::AlignTop);
}

QGridLayout *Card::fields()
{
    if (!m_fields) {
        m_fields = new QGridLayout;
        m_fields->setHorizontalSpacing(10);
        m_fields->setVerticalSpacing(5);
        m_fields->setColumnMinimumWidth(0, fontMetrics().horizontalAdvance(tr("Attributed")) + 6);
        m_fields->setColumnStretch(1, 1);
        m_body->addLayout(m_fields);
    }
    return m_fields;
}

QLabel *Card::addField(const QString &label, const QString &value, Tag *tag)
{
    if (value.isEmpty() && !tag)
        return nullptr;
    auto *cell = new QWidget(this);
    // A short value has its tag beside it while the width allows; a long one wraps and has it below.
    constexpr qsizetype shortValue = 18;
    const bool beside = value.size() <= shortValue;
    QLayout *flow = nullptr;
    if (beside)
        flow = new FlowLayout(cell, 6);
    else
        flow = new QVBoxLayout(cell);
    flow->setContentsMargins(0, 0, 0, 0);
    QLabel *words = nullptr;
    if (!value.isEmpty()) {
        words = plainLabel(value, cell);
        words->setWordWrap(!beside);
        words->setAccessibleName(label + QStringLiteral(": ") + value);
        flow->addWidget(words);
    }
    if (tag) {
        tag->setParent(cell);
        tag->setToolTip(tag->text().toHtmlEscaped());
        flow->addWidget(tag);
    }
    if (!beside)
        flow->setSpacing(3);
    addField(label, cell);
    return words;
}

void Card::addList(const QString &label, const QStringList &values)
{
    if (values.isEmpty())
        return;
    auto *cell = new QWidget(this);
    auto *rows = new QVBoxLayout(cell);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    for (const QString &value : values) {
        QLabel *words = plainLabel(value, cell);
        words->setWordWrap(true);
        words->setAccessibleName(label + QStringLiteral(": ") + value);
        rows->addWidget(words);
    }
    addField(label, cell);
}

void Card::addField(const QString &label, QWidget *value)
{
    QGridLayout *grid = fields();
    const int row = grid->rowCount();
    QLabel *name = quietLabel(label, this);
    name->setBuddy(value);
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1);
    m_buttons = nullptr;
}

void Card::addSubheading(const QString &words)
{
    QLabel *label = plainLabel(words, this);
    label->setFont(semibold(label->font()));
    addWidget(label);
}

void Card::addWidget(QWidget *widget)
{
    m_body->addWidget(widget);
    m_fields = nullptr;
    m_buttons = nullptr;
}

QWidget *Card::buttons()
{
    if (!m_buttons) {
        auto *row = new QWidget(this);
        new FlowLayout(row, 6);
        addWidget(row);
        m_buttons = row;
    }
    return m_buttons;
}

QPushButton *Card::addButton(const QString &text, const QString &name)
{
    QWidget *row = buttons();
    auto *button = new QPushButton(text, row);
    button->setObjectName(name);
    button->setMinimumHeight(30);
    row->layout()->addWidget(button);
    return button;
}

void Card::paintEvent(QPaintEvent *)
{
    const auto tones = present::tones(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tones.hairline, 1));
    painter.setBrush(tones.paper);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace onrecord::ui
