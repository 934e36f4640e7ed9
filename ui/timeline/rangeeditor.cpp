// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/rangeeditor.h"

#include "ui/present/words.h"

#include <QComboBox>
#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTimeZone>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::Lane;

namespace {

QString dayWords(qint64 second)
{
    const QDate date = QDateTime::fromSecsSinceEpoch(second, QTimeZone::UTC).date();
    return present::dateInWords(PartialDate::day(date.year(), date.month(), date.day()));
}

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace

RangeEditor::RangeEditor(QWidget *parent) : QFrame(parent, Qt::Popup)
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Period and range of the timeline"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 12, 12, 12);
    grid->setSpacing(8);
    const auto field = [this](const QString &name, const QString &accessible) {
        auto *edit = new QLineEdit(this);
        edit->setObjectName(name);
        edit->setAccessibleName(accessible);
        edit->setMinimumWidth(150);
        return edit;
    };
    m_periodFrom = field(u"periodFrom"_s, tr("Show from"));
    m_periodTo = field(u"periodTo"_s, tr("Show until"));
    m_filterFrom = field(u"filterFrom"_s, tr("Filter from"));
    m_filterTo = field(u"filterTo"_s, tr("Filter until"));
    m_lane = new QComboBox(this);
    m_lane->setObjectName(u"filterLane"_s);
    m_lane->setAccessibleName(tr("Filter by"));
    m_lane->addItem(tr("said"), static_cast<int>(Lane::Said));
    m_lane->addItem(tr("printed"), static_cast<int>(Lane::Printed));
    auto *show = new QPushButton(tr("&Show"), this);
    show->setObjectName(u"showPeriod"_s);
    auto *filter = new QPushButton(tr("&Filter"), this);
    filter->setObjectName(u"applyFilter"_s);
    auto *remove = new QPushButton(tr("&Remove Range"), this);
    remove->setObjectName(u"removeRange"_s);
    m_remove = remove;
    m_message = new QLabel(this);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();

    grid->addWidget(heading(tr("Show the period"), this), 0, 0, 1, 4);
    grid->addWidget(m_periodFrom, 1, 0);
    grid->addWidget(new QLabel(u"–"_s, this), 1, 1);
    grid->addWidget(m_periodTo, 1, 2);
    grid->addWidget(show, 1, 3);
    grid->addWidget(heading(tr("Filter everything by when it was"), this), 2, 0, 1, 3);
    grid->addWidget(m_lane, 2, 3);
    grid->addWidget(m_filterFrom, 3, 0);
    grid->addWidget(new QLabel(u"–"_s, this), 3, 1);
    grid->addWidget(m_filterTo, 3, 2);
    grid->addWidget(filter, 3, 3);
    grid->addWidget(remove, 4, 3);
    grid->addWidget(m_message, 4, 0, 1, 3);

    connect(show, &QPushButton::clicked, this, &RangeEditor::applyPeriod);
    connect(m_periodFrom, &QLineEdit::returnPressed, this, &RangeEditor::applyPeriod);
    connect(m_periodTo, &QLineEdit::returnPressed, this, &RangeEditor::applyPeriod);
    connect(filter, &QPushButton::clicked, this, &RangeEditor::applyFilter);
    connect(m_filterFrom, &QLineEdit::returnPressed, this, &RangeEditor::applyFilter);
    connect(m_filterTo, &QLineEdit::returnPressed, this, &RangeEditor::applyFilter);
    connect(remove, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT brushRemoved();
    });
}

void RangeEditor::setPeriod(qint64 start, qint64 end)
{
    m_periodFrom->setText(dayWords(start));
    m_periodTo->setText(dayWords(end - 1));
}

void RangeEditor::setBrush(const std::optional<Brush> &brush)
{
    m_filterFrom->setText(brush ? dayWords(brush->from) : m_periodFrom->text());
    m_filterTo->setText(brush ? dayWords(brush->to - 1) : m_periodTo->text());
    if (brush)
        m_lane->setCurrentIndex(m_lane->findData(static_cast<int>(brush->lane)));
    m_remove->setEnabled(brush.has_value());
}

void RangeEditor::popUp(const QPoint &globalTopRight, Field field)
{
    m_message->hide();
    adjustSize();
    QPoint at(globalTopRight.x() - width(), globalTopRight.y());
    if (const QScreen *screen = parentWidget()->screen()) {
        const QRect room = screen->availableGeometry();
        at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
        if (at.y() + height() > room.bottom()) // a pane at the bottom of the screen: upwards
            at.setY(globalTopRight.y() - height() - 32);
    }
    move(at);
    show();
    QLineEdit *first = field == Field::Period ? m_periodFrom : m_filterFrom;
    first->setFocus();
    first->selectAll();
}

std::optional<std::pair<qint64, qint64>> RangeEditor::stretch(QLineEdit *from, QLineEdit *to)
{
    const auto a = present::dateFromWords(from->text());
    // One date alone is a range too: that day, month or year.
    const auto b = to->text().trimmed().isEmpty() ? a : present::dateFromWords(to->text());
    if (a && b) {
        const explore::TimeExtent begin = explore::extentOf(*a);
        const explore::TimeExtent end = explore::extentOf(*b);
        if (begin.start < end.end && !begin.isOpen() && !end.isOpen())
            return std::pair(begin.start, end.end);
    }
    QLineEdit *wrong = !a ? from : to;
    m_message->setText(!a || !b ? tr("Write a date such as %1 or 2025-01-24.").arg(present::dateInWords(PartialDate::day(2025, 1, 24)))
                                : tr("The second date lies before the first."));
    m_message->show();
    adjustSize();
    wrong->setFocus();
    wrong->selectAll();
    return std::nullopt;
}

void RangeEditor::applyPeriod()
{
    if (const auto period = stretch(m_periodFrom, m_periodTo)) {
        hide();
        Q_EMIT periodWanted(period->first, period->second);
    }
}

void RangeEditor::applyFilter()
{
    if (const auto range = stretch(m_filterFrom, m_filterTo)) {
        hide();
        Q_EMIT brushed({static_cast<Lane>(m_lane->currentData().toInt()), range->first, range->second});
    }
}

} // namespace onrecord::ui
