// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/story/startpage.h"

#include "ui/present/icons.h"
#include "ui/present/tones.h"
#include "ui/widgets/accentbutton.h"
#include "ui/widgets/desk.h"

#include <QDir>
#include <QFileInfo>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QStyleOption>
#include <QToolButton>
#include <QVBoxLayout>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestColumn = 920;

/// A sheet of paper with a hairline around it.
class Sheet : public QWidget
{
public:
    explicit Sheet(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto tones = present::tones(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(tones.hairline);
        painter.setBrush(tones.paper);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
};

QLabel *words(const QString &text, QWidget *parent, int pixels = 0, bool bold = false)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QFont font = label->font();
    if (pixels > 0)
        font.setPixelSize(pixels);
    font.setBold(bold);
    label->setFont(font);
    return label;
}

} // namespace

StartPage::StartPage(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    setObjectName(u"start"_s);
    setAccessibleName(tr("Start page"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *page = new QWidget(scroll);
    auto *centred = new QHBoxLayout(page);
    centred->setContentsMargins(24, 32, 24, 24);
    auto *inner = new QWidget(page);
    inner->setMaximumWidth(widestColumn);
    centred->addWidget(inner, 1);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);

    QFont title = present::paperFont(2.1);
    title.setBold(true);
    auto *name = words(u"OnRecord"_s, inner);
    name->setFont(title);
    column->addWidget(name);
    auto *motto = words(tr("Who said what, where, and whether the sources agree."), inner);
    motto->setFont(present::paperFont(1.1));
    column->addWidget(motto);
    m_back = new QPushButton(inner);
    m_back->setObjectName(u"start.back"_s);
    m_back->setIcon(present::icon(u"go-previous"_s));
    m_back->setMinimumHeight(32);
    m_back->hide();
    connect(m_back, &QPushButton::clicked, this, &StartPage::backWanted);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    column->addSpacing(8);

    auto *doors = new QHBoxLayout;
    doors->setSpacing(16);
    doors->addWidget(checkDoor(), 1);
    doors->addWidget(walkDoor(), 1);
    column->addLayout(doors);
    column->addWidget(projects());
    column->addStretch(1);
    scroll->setWidget(page);
    outer->addWidget(scroll);
    setFocusProxy(m_quote);
}

void StartPage::setOpenProject(const QString &name)
{
    m_back->setVisible(!name.isEmpty());
    m_back->setText(tr("Back to %1", "an open project").arg(QString(name).replace(u'&', u"&&"_s)));
}

void StartPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_back->isVisible())
        Q_EMIT backWanted();
    else
        QWidget::keyPressEvent(event);
}

QWidget *StartPage::checkDoor()
{
    auto *door = new Sheet(this);
    auto *column = new QVBoxLayout(door);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(12);
    column->addWidget(words(tr("Check a quote"), door, 18, true));
    column->addWidget(words(tr("Did anybody print these words, and did that person say them? Paste them here; the answer comes with its passage and says what was searched."), door));
    column->addStretch(1);
    m_quote = new QLineEdit(door);
    m_quote->setObjectName(u"start.quote"_s);
    m_quote->setMinimumHeight(36);
    m_quote->setPlaceholderText(tr("Paste a quote…"));
    m_quote->setAccessibleName(tr("Quote to check"));
    m_quote->setFont(present::paperFont());
    column->addWidget(m_quote);
    auto *go = new QPushButton(tr("Chec&k It"), door);
    go->setMinimumHeight(32);
    column->addWidget(go, 0, Qt::AlignLeft);
    const auto ask = [this] { Q_EMIT checkWanted(m_quote->text()); };
    connect(go, &QPushButton::clicked, this, ask);
    connect(m_quote, &QLineEdit::returnPressed, this, ask);
    return door;
}

QWidget *StartPage::walkDoor()
{
    auto *door = new Sheet(this);
    auto *column = new QVBoxLayout(door);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(12);
    column->addWidget(words(tr("Walk the story"), door, 18, true));
    column->addWidget(words(tr("One week in January 2025: a 500 billion dollar plan, a cheap open model, five articles that do not quite agree. Eight stops show you how to read it. "
                               "Leave anywhere."),
                            door));
    column->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *walk = new AccentButton(tr("&Walk the Story"), door);
    walk->setObjectName(u"start.walk"_s);
    auto *open = new QPushButton(tr("&Just Open It"), door);
    open->setObjectName(u"start.story"_s);
    open->setMinimumHeight(32);
    row->addWidget(walk);
    row->addWidget(open);
    row->addStretch(1);
    column->addLayout(row);
    connect(walk, &QPushButton::clicked, this, [this] { m_desk.trigger(u"story.walk"_s); });
    connect(open, &QPushButton::clicked, this, [this] { m_desk.trigger(u"story.open"_s); });
    return door;
}

QWidget *StartPage::projects()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(words(tr("Your projects"), box, 15, true), 1);
    const auto button = [&](const QString &text, const QString &action) {
        auto *push = new QPushButton(text, box);
        push->setMinimumHeight(32);
        push->setObjectName(u"start."_s + action);
        connect(push, &QPushButton::clicked, this, [this, action] { m_desk.trigger(action); });
        row->addWidget(push);
    };
    button(tr("&New Project…"), u"file.new"_s);
    button(tr("&Open…"), u"file.open"_s);
    button(tr("&Import Articles…"), u"file.import"_s);
    column->addLayout(row);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(0);
    column->addLayout(m_recent);
    m_noRecent = words(tr("No project yet. Import a folder of articles, or drop files onto this window: one file holds everything, on this computer alone."), box);
    column->addWidget(m_noRecent);
    return box;
}

void StartPage::setRecent(const QList<Recent> &recent)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_noRecent->setVisible(recent.isEmpty());
    for (const Recent &one : recent) {
        auto *button = new QToolButton(this);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(present::icon(one.pinned ? u"window-pin"_s : u"document-open"_s));
        button->setAutoRaise(true);
        button->setMinimumHeight(36);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        const QFileInfo file(one.path);
        const QString folder = QDir::toNativeSeparators(file.path());
        button->setText(one.exists ? tr("%1   —   %2", "project, folder").arg(file.completeBaseName(), folder)
                                   : tr("%1   —   no longer in %2", "project, folder").arg(file.completeBaseName(), folder));
        button->setEnabled(one.exists);
        connect(button, &QToolButton::clicked, this, [this, path = one.path] { m_desk.trigger(u"open."_s + path); });
        m_recent->addWidget(button);
    }
}

} // namespace onrecord::ui
