// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/pickercard.h"

#include "core/text/fold.h"
#include "ui/present/tones.h"
#include "ui/present/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace onrecord::ui {

namespace {

constexpr int nameHeight = 32; // px
constexpr int leastNames = 2;
constexpr int mostNames = 6;
constexpr int agentRole = Qt::UserRole;
constexpr int newNameRole = Qt::UserRole + 1;
constexpr int mostRows = 40;

QIcon discIcon(const Agent &agent, const QPalette &palette, const QFont &font, qreal ratio)
{
    QPixmap picture(QSize(24, 24) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setFont(font);
    present::paintDisc(painter, QRectF(1, 1, 22, 22), present::agentColour(agent.name, palette), present::initials(agent.name),
                       agent.type == AgentType::Organisation);
    return picture;
}

} // namespace

PickerCard::PickerCard(QWidget *parent)
    : QFrame(parent), m_title(new QLabel(this)), m_field(new QLineEdit(this)), m_list(new QListWidget(this)), m_kind(new QComboBox(this))
{
    setObjectName(QStringLiteral("pickerCard"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setBuddy(m_field);
    m_field->setPlaceholderText(tr("Type a name"));
    m_field->setAccessibleName(tr("Speaker"));
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("People and organisations"));
    m_list->setIconSize({24, 24});
    m_list->setUniformItemSizes(true);
    m_list->setFixedHeight(mostNames * nameHeight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_kind->setAccessibleName(tr("Kind"));
    for (int kind = static_cast<int>(Kind::Statement); kind <= static_cast<int>(Kind::Self); ++kind)
        m_kind->addItem(present::kindName(static_cast<Kind>(kind)), kind);
    auto *take = new QPushButton(tr("&Apply"), this);
    take->setDefault(true);
    auto *leave = new QPushButton(tr("Ca&ncel"), this);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_kind, 1);
    foot->addWidget(leave);
    foot->addWidget(take);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_field);
    column->addWidget(m_list);
    column->addLayout(foot);
    setTabOrder(m_field, m_list);
    setTabOrder(m_list, m_kind);
    connect(m_field, &QLineEdit::textChanged, this, &PickerCard::fill);
    connect(m_list, &QListWidget::itemActivated, this, &PickerCard::choose);
    connect(take, &QPushButton::clicked, this, &PickerCard::choose);
    connect(leave, &QPushButton::clicked, this, &PickerCard::cancelled);
    setFixedWidth(320);
    hide();
}

void PickerCard::ask(const Question &question)
{
    m_question = question;
    m_title->setText(question.title);
    m_kind->setVisible(question.asksKind);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(question.kind)));
    m_candidates.clear();
    const Snapshot &record = *question.record;
    for (const Agent &agent : record.agents()) {
        if (agent.status == Status::Rejected || agent.type == AgentType::Place || agent.type == AgentType::Product)
            continue;
        Candidate row{agent.id, agent.name, agent.role, {foldedText(agent.name)}, 0};
        for (const AgentName &name : agent.names)
            row.folded.append(foldedText(name.name));
        // Speakers of this article first, then people named in it, then whoever speaks most.
        const auto said = record.quotationsBy(agent.id);
        const bool speaksHere = std::ranges::any_of(said, [&](QuotationId id) { return record.quotation(id)->article == question.article; });
        const auto named = record.mentionsOf(agent.id);
        const bool namedHere = std::ranges::any_of(named, [&](MentionId id) { return record.mention(id)->article == question.article; });
        row.rank = (speaksHere ? 2'000'000 : namedHere ? 1'000'000 : 0) + static_cast<int>(std::min<size_t>(said.size(), 999'999));
        m_candidates.push_back(std::move(row));
    }
    std::ranges::stable_sort(m_candidates, std::ranges::greater(), &Candidate::rank);
    m_field->clear();
    fill();
    adjustSize();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void PickerCard::fitTo(int room)
{
    adjustSize();
    const int rest = height() - m_list->height();
    m_list->setFixedHeight(std::clamp((room - rest) / nameHeight, leastNames, mostNames) * nameHeight);
    adjustSize();
}

void PickerCard::fill()
{
    m_list->clear();
    const QString typed = m_field->text().trimmed();
    const QString wanted = foldedText(typed);
    bool exact = wanted.isEmpty();
    const auto matches = [&](const Candidate &row) {
        // The beginning of any word of any name.
        return wanted.isEmpty() || std::ranges::any_of(row.folded, [&](const QString &name) { return name.startsWith(wanted) || name.contains(u' ' + wanted); });
    };
    for (const Candidate &row : m_candidates) {
        exact = exact || row.folded.contains(wanted);
        if (!matches(row) || m_list->count() >= mostRows || std::ranges::contains(m_question.beside, row.id))
            continue;
        const Agent &agent = *m_question.record->agent(row.id);
        auto *item = new QListWidgetItem(discIcon(agent, palette(), font(), devicePixelRatioF()),
                                         row.role.isEmpty() ? row.name : tr("%1 \u00b7 %2").arg(row.name, row.role), m_list);
        item->setData(agentRole, row.id.value);
        item->setSizeHint({0, nameHeight});
        if (row.id == m_question.current && wanted.isEmpty())
            m_list->setCurrentItem(item);
    }
    if (!exact) {
        auto *item = new QListWidgetItem(tr("Add \u201c%1\u201d as a person").arg(typed), m_list);
        item->setData(newNameRole, typed);
        item->setSizeHint({0, nameHeight});
    }
    if (wanted.isEmpty() && m_question.beside.empty()) {
        auto *item = new QListWidgetItem(tr("Nobody named"));
        item->setSizeHint({0, nameHeight});
        m_list->addItem(item);
        if (m_question.current.isNull() && !m_question.asksKind)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->count() > 0)
        m_list->setCurrentRow(0);
}

void PickerCard::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    Q_EMIT chosen(AgentId{item->data(agentRole).toLongLong()}, item->data(newNameRole).toString(), static_cast<Kind>(m_kind->currentData().toInt()));
}

void PickerCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose();
    else
        QFrame::keyPressEvent(event);
}

bool PickerCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            const int row = m_list->currentRow() + (key->key() == Qt::Key_Down ? 1 : -1);
            m_list->setCurrentRow(std::clamp(row, 0, m_list->count() - 1));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace onrecord::ui
