// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jobbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

JobBar::JobBar(QWidget *parent)
    : QWidget(parent),
      m_what(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_details(new QPushButton(tr("Show F&iles"), this)),
      m_cancel(new QPushButton(tr("Ca&ncel"), this))
{
    setObjectName(u"job"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(12);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setObjectName(u"cancel"_s);
    row->addWidget(m_what, 2);
    row->addWidget(m_bar, 1);
    m_details->setObjectName(u"details"_s);
    row->addWidget(m_details);
    row->addWidget(m_cancel);
    connect(m_details, &QPushButton::clicked, this, &JobBar::detailsWanted);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_what->setText(tr("Stopping after the current step…"));
        Q_EMIT cancelWanted();
    });
    hide();
}

void JobBar::start(const QString &what, bool cancellable, bool hasDetails)
{
    m_busy = true;
    m_what->setText(what);
    m_bar->setRange(0, 0);
    m_cancel->setVisible(cancellable);
    m_details->setVisible(hasDetails);
    m_cancel->setEnabled(true);
    show();
}

void JobBar::setProgress(qint64 done, qint64 total, const QString &what)
{
    if (!m_busy)
        return;
    // Thousandths, because a QProgressBar counts in int.
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    m_bar->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
    if (!what.isEmpty() && m_cancel->isEnabled())
        m_what->setText(what);
}

void JobBar::finish()
{
    m_busy = false;
    hide();
}

QString JobBar::text() const
{
    return m_what->text();
}

} // namespace onrecord::ui
