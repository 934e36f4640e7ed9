// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pastedialog.h"

#include "core/base/partialdate.h"
#include "core/io/readerprocess.h"
#include "ui/present/tones.h"
#include "ui/present/words.h"
#include "ui/shell/importpreview.h"
#include "ui/widgets/accentbutton.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

PasteDialog::PasteDialog(const QString &text, const QString &markup, QWidget *parent)
    : QDialog(parent), m_markup(markup), m_kind(new QComboBox(this)), m_text(new QPlainTextEdit(text, this)), m_title(new QLineEdit(this)), m_outlet(new QLineEdit(this)),
      m_date(new QLineEdit(this)), m_url(new QLineEdit(this)), m_hint(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"paste"_s);
    setWindowTitle(tr("Paste Article Text"));
    resize(QSize(720, 560).boundedTo(screen()->availableSize() - QSize(24, 40)));
    auto *rows = new QVBoxLayout(this);
    auto *label = new QLabel(tr("&Text, kept word for word"), this);
    label->setBuddy(m_text);
    m_text->setFont(present::paperFont());
    m_text->setPlaceholderText(tr("Paste the article here…"));
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(pageMargin);
    m_text->setAccessibleName(tr("Text of the article"));
    rows->addWidget(label);
    rows->addWidget(m_text, 1);
    auto *form = new QFormLayout;
    form->addRow(tr("Ta&ke in"), m_kind);
    m_kind->setObjectName(u"paste.kind"_s);
    m_kind->addItems({tr("the text"), tr("the page, with what it says about itself")});
    form->setRowVisible(m_kind, !markup.trimmed().isEmpty());
    form->addRow(tr("T&itle"), m_title);
    form->addRow(tr("&Outlet"), m_outlet);
    form->addRow(tr("&Published"), m_date);
    form->addRow(tr("&Address"), m_url);
    m_date->setPlaceholderText(tr("24 January 2025, 2025-01-24, 2025 – as much as is known"));
    m_url->setPlaceholderText(tr("Where it was read; never opened"));
    m_title->setPlaceholderText(tr("All of these may stay empty"));
    rows->addLayout(form);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    rows->addWidget(m_hint);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = new AccentButton(tr("A&dd to Project"), this);
    buttons->addButton(m_add, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT given(article());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    rows->addWidget(buttons);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PasteDialog::showKind);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PasteDialog::validate);
    connect(m_date, &QLineEdit::textChanged, this, &PasteDialog::validate);
    validate();
}

PastedArticle PasteDialog::article() const
{
    const auto date = present::dateFromWords(m_date->text());
    PastedArticle pasted{{}, m_title->text().trimmed(), m_outlet->text().trimmed(), date ? date->toEdtf() : QString(), m_url->text().trimmed()};
    if (isPage()) {
        pasted.markup = m_markup;
        return pasted;
    }
    // toPlainText() would turn no-break spaces into plain ones.
    pasted.text = m_text->document()->toRawText();
    pasted.text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    return pasted;
}

bool PasteDialog::isPage() const
{
    return m_kind->currentIndex() == 1;
}

void PasteDialog::showKind()
{
    m_reading.cancel();
    m_fault.clear();
    m_text->setReadOnly(isPage());
    if (!isPage()) {
        m_text->setPlainText(m_plain);
        m_title->setPlaceholderText(tr("All of these may stay empty"));
        return;
    }
    m_plain = m_text->document()->toRawText().replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    m_text->clear();
    m_reading.ask(
        [markup = m_markup](QPromise<Result<io::ReadDocument>> &promise) {
            const ingest::Offer offer = ingest::offerOfPage(markup, {});
            io::ReaderProcess reader;
            promise.addResult(reader.read(offer.files.front().bytes, {offer.files.front().name, {}}, [&promise] { return promise.isCanceled(); }));
        },
        [this](const Result<io::ReadDocument> &document) { showPage(document); });
}

void PasteDialog::showPage(const Result<io::ReadDocument> &document)
{
    m_fault = document ? QString() : present::faultInWords(document.error().fault);
    if (document) {
        showRead(*m_text, *document);
        m_title->setPlaceholderText(statedFields(*document));
    }
    validate();
}

void PasteDialog::validate()
{
    const QString date = m_date->text().trimmed();
    const auto known = present::dateFromWords(date);
    const bool isDateFine = date.isEmpty() || (known && known->isKnown());
    if (!isDateFine)
        m_hint->setText(tr("“%1” is not a date OnRecord can read. %2").arg(date, present::howToWriteADate()));
    else
        m_hint->setText(date.isEmpty() ? QString() : tr("Published: %1").arg(present::dateInWords(*known)));
    if (!m_fault.isEmpty())
        m_hint->setText(m_fault);
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_add->setEnabled(isDateFine && !m_text->toPlainText().trimmed().isEmpty());
}

} // namespace onrecord::ui
