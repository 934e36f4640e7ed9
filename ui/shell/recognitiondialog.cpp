// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recognitiondialog.h"

#include "ui/present/recognitionwords.h"
#include "ui/present/words.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QSettings>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto languagesKey = "recognition/languages"_L1;
constexpr auto programKey = "recognition/program"_L1;

} // namespace

RecognitionSettings RecognitionSettings::from(const QSettings &settings)
{
    return {settings.value(languagesKey).toString(), settings.value(programKey).toString()};
}

void RecognitionSettings::keep(QSettings &settings) const
{
    settings.setValue(languagesKey, languages);
    settings.setValue(programKey, program);
}

RecognitionDialog::RecognitionDialog(const RecognitionSettings &settings, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"recognitionDialog"_s);
    setWindowTitle(tr("Text in Pictures"));
    const io::RecognitionChoice choice = settings.choice();
    m_wanted = choice.languages;
    auto *rows = new QVBoxLayout(this);
    m_status = new QLabel(this);
    m_status->setObjectName(u"recognition.status"_s);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    rows->addWidget(m_status);
    m_usual = new QRadioButton(tr("Look for words in the &usual languages: yours and English"), this);
    m_usual->setObjectName(u"recognition.usual"_s);
    m_these = new QRadioButton(tr("Look for words in &these languages:"), this);
    m_these->setObjectName(u"recognition.these"_s);
    m_none = new QRadioButton(tr("Leave pictures of text &out"), this);
    m_none->setObjectName(u"recognition.none"_s);
    m_languages = new QListWidget(this);
    m_languages->setObjectName(u"recognition.languages"_s);
    m_languages->setAccessibleName(tr("Languages of text in pictures"));
    rows->addWidget(m_usual);
    rows->addWidget(m_these);
    rows->addWidget(m_languages, 1);
    rows->addWidget(m_none);
    m_program = new QLineEdit(settings.program, this);
    m_program->setObjectName(u"recognition.program"_s);
    m_program->setPlaceholderText(io::Recogniser::usualProgram().isEmpty() ? u"/usr/bin/tesseract"_s : io::Recogniser::usualProgram());
    auto *form = new QFormLayout;
    form->addRow(tr("&Program:"), m_program);
    rows->addLayout(form);
    (choice.isOff ? m_none : m_wanted.isEmpty() ? m_usual : m_these)->setChecked(true);
    m_languages->setEnabled(m_these->isChecked());
    connect(m_these, &QRadioButton::toggled, m_languages, &QWidget::setEnabled);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(this->settings());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    rows->addWidget(buttons);
    connect(m_program, &QLineEdit::editingFinished, this, &RecognitionDialog::ask);
    ask();
}

void RecognitionDialog::ask()
{
    m_asking.ask([program = m_program->text().trimmed()](QPromise<Result<io::Recogniser::Installed>> &promise) { promise.addResult(io::Recogniser(program).installed()); },
                 [this](const Result<io::Recogniser::Installed> &installed) { showInstalled(installed); });
}

void RecognitionDialog::showInstalled(const Result<io::Recogniser::Installed> &installed)
{
    for (int i = 0; i < m_languages->count(); ++i) {
        const QListWidgetItem *item = m_languages->item(i);
        const QString code = item->data(Qt::UserRole).toString();
        m_wanted.removeAll(code);
        if (item->checkState() == Qt::Checked)
            m_wanted << code;
    }
    m_languages->clear();
    if (!installed) {
        const QString where = installed.error().detail;
        m_status->setText(tr("No program that recognises text was found. Install Tesseract: on Debian and Ubuntu the package tesseract-ocr, and one for each language, such as tesseract-ocr-deu.")
                          + (where.isEmpty() ? QString() : u" ("_s + where + u')'));
        return;
    }
    m_status->setText(tr("%1 is used; usual languages: %2. The right language decides how well a picture is read.")
                          .arg(installed->name, present::recognitionLanguages(io::usualLanguages(QLocale().uiLanguages(), installed->languages))));
    for (const QString &code : installed->languages) {
        auto *item = new QListWidgetItem(present::recognitionLanguage(code), m_languages);
        item->setData(Qt::UserRole, code);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_wanted.contains(code) ? Qt::Checked : Qt::Unchecked);
    }
}

RecognitionSettings RecognitionDialog::settings() const
{
    RecognitionSettings out{m_none->isChecked() ? u"none"_s : QString(), m_program->text().trimmed()};
    if (!m_these->isChecked())
        return out;
    QStringList codes;
    for (int i = 0; i < m_languages->count(); ++i) {
        if (m_languages->item(i)->checkState() == Qt::Checked)
            codes << m_languages->item(i)->data(Qt::UserRole).toString();
    }
    out.languages = (m_languages->count() == 0 ? m_wanted : codes).join(u'+');
    return out;
}

} // namespace onrecord::ui
