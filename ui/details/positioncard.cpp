// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/cardstack.h"

#include "core/base/latest.h"
#include "core/match/position.h"
#include "ui/present/changewords.h"
#include "ui/present/words.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

/// A line for the topic and below it what was said, made on a worker: somebody may have said much.
class PositionList : public QWidget
{
public:
    PositionList(CardStack &stack, AgentId agent, QWidget *parent) : QWidget(parent), m_stack(stack), m_agent(agent), m_topic(new QLineEdit(this)), m_rows(new QWidget(this))
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        m_topic->setObjectName(u"details.topic"_s);
        m_topic->setPlaceholderText(CardStack::tr("On the topic of…"));
        m_topic->setAccessibleName(CardStack::tr("Topic of the statements"));
        m_topic->setClearButtonEnabled(true);
        m_topic->setMinimumHeight(28);
        column->addWidget(m_topic);
        column->addWidget(m_rows);
        QObject::connect(m_topic, &QLineEdit::textChanged, this, [this] { look(); });
        look();
    }

private:
    void look()
    {
        m_looking.ask([record = m_stack.recordPtr(), agent = m_agent, topic = m_topic->text()](QPromise<match::Positions> &promise) { promise.addResult(match::positionsOf(*record, agent, topic)); },
                      [this](const match::Positions &found) { show(found); });
    }

    void show(const match::Positions &found)
    {
        auto *rows = new QWidget(this);
        auto *column = new QVBoxLayout(rows);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        const Snapshot &record = m_stack.record();
        for (const match::Position &row : found.order) {
            const QuotationId id = row.appearance.quotation;
            column->addWidget(new ItemRow(m_stack.desk(), id, present::itemName(record, id), line(record, row.appearance), rows));
            if (!row.against)
                continue;
            QStringList changes;
            for (const match::Change &change : row.changes)
                changes << present::changeInWords(change);
            auto *turn = new Tag(CardStack::tr("✗ before: %1", "what differs from an earlier statement").arg(changes.join(u"; "_s)), Tag::Tone::Bad, rows);
            turn->setToolTip(present::itemName(record, row.against).toHtmlEscaped());
            column->addWidget(turn);
        }
        if (found.order.empty())
            column->addWidget(quietLabel(m_topic->text().trimmed().isEmpty() ? CardStack::tr("No statement is on record.") : CardStack::tr("Nothing on record has these words."), rows));
        else if (found.found > static_cast<int>(found.order.size()))
            column->addWidget(quietLabel(CardStack::tr("and %1 more: type a topic, or Show Only lists them all").arg(QLocale().toString(found.found - static_cast<int>(found.order.size()))), rows));
        layout()->replaceWidget(m_rows, rows);
        m_rows->deleteLater();
        m_rows = rows;
    }

    /// The day comes first: the list is read along it.
    static QString line(const Snapshot &record, const match::Appearance &at)
    {
        QStringList parts{at.by == match::DatedBy::Said || at.by == match::DatedBy::Published ? present::dateShort(at.when) : CardStack::tr("no date"),
                          record.outletName(record.quotation(at.quotation)->article)};
        parts.removeAll(QString());
        return parts.join(u" · "_s);
    }

    CardStack &m_stack;
    AgentId m_agent;
    QLineEdit *m_topic;
    QWidget *m_rows;
    Latest<match::Positions> m_looking;
};

} // namespace

void addPositionCard(CardStack &stack, AgentId id)
{
    if (stack.record().quotationsBy(id).empty())
        return;
    Card *card = stack.addCard(CardStack::tr("On record · by date"));
    card->setObjectName(u"details.positions"_s);
    card->addWidget(new PositionList(stack, id, card));
}

} // namespace onrecord::ui
