// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/present/icons.h"
#include "ui/present/tones.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t shownRows = 3;

class MessageRow final : public QWidget
{
public:
    MessageRow(Desk::Tone tone, std::function<void()> close, QWidget *parent)
        : QWidget(parent),
          m_tone(tone),
          m_close(std::move(close))
    {
    }

    static std::pair<QColor, QColor> colours(Desk::Tone tone, const QPalette &palette)
    {
        const present::Tones tones = present::tones(palette);
        switch (tone) {
        case Desk::Tone::Information:
            return {tones.selectedWash, tones.accent};
        case Desk::Tone::Positive:
            return {tones.goodWash, tones.good};
        case Desk::Tone::Warning:
            return {tones.warningWash, tones.warning};
        case Desk::Tone::Error:
            return {tones.badWash, tones.bad};
        }
        Q_UNREACHABLE_RETURN({});
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto [wash, line] = colours(m_tone, palette());
        QPainter painter(this);
        painter.fillRect(rect(), wash);
        painter.fillRect(QRect(0, 0, 4, height()), line);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Escape)
            m_close();
        else
            QWidget::keyPressEvent(event);
    }

private:
    Desk::Tone m_tone;
    std::function<void()> m_close;
};

QString iconName(Desk::Tone tone)
{
    switch (tone) {
    case Desk::Tone::Information:
        return u"dialog-information"_s;
    case Desk::Tone::Positive:
        return u"dialog-positive"_s;
    case Desk::Tone::Warning:
        return u"dialog-warning"_s;
    case Desk::Tone::Error:
        return u"dialog-error"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

MessageBar::MessageBar(QWidget *parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    setObjectName(u"messages"_s);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(1);
    hide();
}

void MessageBar::show(const Message &message)
{
    const auto isGentle = [](Desk::Tone tone) {
        return tone == Desk::Tone::Information || tone == Desk::Tone::Positive;
    };
    Entry entry{message, 1};
    const auto same = std::ranges::find_if(m_messages, [&](const Entry &one) {
        return one.message.text == message.text && one.message.tone == message.tone;
    });
    if (same != m_messages.end()) {
        entry.times = same->times + 1;
        m_messages.erase(same);
    }
    if (!message.topic.isEmpty())
        std::erase_if(m_messages, [&](const Entry &one) { return one.message.topic == message.topic; });
    if (isGentle(message.tone))
        std::erase_if(m_messages,
                      [&](const Entry &one) { return isGentle(one.message.tone) && one.message.actionText.isEmpty(); });
    m_messages.push_front(std::move(entry));
    rebuild();
    QAccessibleAnnouncementEvent announcement(this, message.text);
    announcement.setPoliteness(message.tone == Desk::Tone::Error ? QAccessible::AnnouncementPoliteness::Assertive
                                                                 : QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&announcement);
}

void MessageBar::clear()
{
    m_messages.clear();
    rebuild();
}

QStringList MessageBar::texts() const
{
    QStringList all;
    for (size_t i = 0; i < std::min(shownRows, m_messages.size()); ++i) {
        const Entry &entry = m_messages[i];
        all << (entry.times > 1 ? tr("%1 (%2 times)").arg(entry.message.text).arg(entry.times) : entry.message.text);
    }
    return all;
}

void MessageBar::close(size_t index)
{
    m_messages.erase(m_messages.begin() + static_cast<std::ptrdiff_t>(index));
    rebuild();
}

void MessageBar::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        // A row may be closing itself from its own button.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (size_t i = 0; i < std::min(shownRows, m_messages.size()); ++i)
        m_rows->addWidget(makeRow(i));
    for (int i = 0; i < m_rows->count(); ++i)
        m_rows->itemAt(i)->widget()->show(); // a layout would only show it a turn later
    setVisible(!m_messages.empty());
}

QWidget *MessageBar::makeRow(size_t index)
{
    const Message &message = m_messages[index].message;
    const auto closeRow = [this, index] { close(index); };
    auto *row = new MessageRow(message.tone, closeRow, this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(12, 6, 8, 6);
    line->setSpacing(8);
    auto *sign = new QLabel(row);
    sign->setPixmap(present::icon(iconName(message.tone)).pixmap(QSize(16, 16), devicePixelRatioF()));
    line->addWidget(sign, 0, Qt::AlignTop);
    auto *text = new QLabel(texts().at(static_cast<qsizetype>(index)), row);
    text->setObjectName(u"text"_s);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(text, 1);
    if (!message.actionText.isEmpty()) {
        auto *act = new QPushButton(message.actionText, row);
        act->setObjectName(u"act"_s);
        connect(act, &QPushButton::clicked, this, [this, index, call = message.action] {
            close(index);
            if (call)
                call();
        });
        line->addWidget(act);
    }
    auto *shut = new QToolButton(row);
    shut->setObjectName(u"close"_s);
    shut->setIcon(present::icon(u"window-close"_s));
    shut->setAutoRaise(true);
    shut->setFixedSize(24, 24);
    shut->setToolTip(tr("Close This Message"));
    shut->setAccessibleName(tr("Close This Message"));
    connect(shut, &QToolButton::clicked, this, closeRow);
    line->addWidget(shut, 0, Qt::AlignTop);
    return row;
}

} // namespace onrecord::ui
