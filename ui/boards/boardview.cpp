// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boards/boardview.h"

#include "ui/boards/boardwords.h"
#include "ui/boards/valuerow.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

/// The names of the columns, where the rows have them; nothing in a narrow board.
class Headings : public QWidget
{
    Q_DECLARE_TR_FUNCTIONS(onrecord::ui::BoardView)
public:
    using QWidget::QWidget;
    [[nodiscard]] QSize sizeHint() const override
    {
        return {200, BoardColumns::of(width()).isNarrow ? 1 : fontMetrics().lineSpacing() + 10};
    }

protected:
    void resizeEvent(QResizeEvent *) override { updateGeometry(); }
    void paintEvent(QPaintEvent *) override
    {
        const BoardColumns columns = BoardColumns::of(width());
        if (columns.isNarrow)
            return;
        const auto tones = present::tones(palette());
        QPainter painter(this);
        QFont face = font();
        face.setBold(true);
        painter.setFont(face);
        painter.setPen(tones.quietInk);
        const auto word = [&](int x, int right, const QString &text, Qt::Alignment align = Qt::AlignLeft) {
            if (right > x)
                painter.drawText(QRect(x, 0, right - x, height()), static_cast<int>(align | Qt::AlignVCenter), text);
        };
        word(columns.value, columns.what, tr("Value"));
        word(columns.what, columns.who, tr("What it says"));
        word(columns.who, columns.scale, tr("Who asserts it"));
        word(columns.scale, columns.tag, tr("On a scale"));
        word(columns.tag, columns.right, tr("Against the others"), Qt::AlignRight);
        painter.setPen(tones.hairline);
        painter.drawLine(0, height() - 1, width(), height() - 1);
    }
};

} // namespace

BoardView::BoardView(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    m_title = new QLabel(this);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    column->addWidget(m_title);

    m_banner = new QWidget(this);
    auto *words = new QVBoxLayout(m_banner);
    words->setContentsMargins(20, 10, 16, 10);
    words->setSpacing(4);
    m_headline = new QLabel(m_banner);
    m_why = new QLabel(m_banner);
    for (QLabel *label : {m_headline, m_why}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->addWidget(label);
    }
    QFont big = bold;
    big.setPixelSize(16);
    m_headline->setFont(big);
    column->addWidget(m_banner);

    auto *table = new QVBoxLayout;
    table->setSpacing(0);
    m_headings = new Headings(this);
    table->addWidget(m_headings);
    m_list = new QVBoxLayout;
    m_list->setSpacing(0);
    table->addLayout(m_list);
    column->addLayout(table);
    column->addStretch(1);
}

void BoardView::setBoard(const Snapshot &record, const match::Board &board)
{
    m_relation = board.relation;
    m_title->setText(BoardWords::title(board));
    m_headline->setText(BoardWords::sign(board.relation) + u"  "_s + BoardWords::headline(board));
    m_why->setText(BoardWords::why(board));
    m_banner->setAccessibleName(m_headline->text());
    m_banner->setAccessibleDescription(m_why->text());
    for (ValueRow *row : m_rows)
        row->deleteLater();
    m_rows.clear();
    for (int i = 0; i < static_cast<int>(board.values.size()); ++i) {
        auto *row = new ValueRow(record, board, i, this);
        connect(row, &QAbstractButton::clicked, this, [this, row] { Q_EMIT openWanted(row->figure()); });
        m_list->addWidget(row);
        row->show();
        m_rows.push_back(row);
    }
    colour();
}

void BoardView::setMarked(const QSet<FigureId> &figures)
{
    for (ValueRow *row : m_rows)
        row->setMarked(figures.contains(row->figure()));
}

QString BoardView::asText() const
{
    QStringList out{m_title->text(), m_headline->text(), m_why->text()};
    for (const ValueRow *row : m_rows)
        out << u"- "_s + row->accessibleName();
    return out.join(u'\n');
}

void BoardView::colour()
{
    const auto tones = present::tones(palette());
    QPalette words = m_headline->palette();
    words.setColor(QPalette::WindowText,
                   present::readable(BoardWords::ink(m_relation, tones), BoardWords::wash(m_relation, tones), 4.5));
    m_headline->setPalette(words);
    update();
}

void BoardView::paintEvent(QPaintEvent *)
{
    const auto tones = present::tones(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(BoardWords::wash(m_relation, tones));
    const QRect box = m_banner->geometry();
    painter.drawRoundedRect(box, 4, 4);
    painter.setBrush(BoardWords::ink(m_relation, tones));
    painter.drawRoundedRect(QRect(box.left(), box.top(), 5, box.height()), 2, 2);
}

void BoardView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        colour();
}

} // namespace onrecord::ui
