// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/importpreview.h"

#include "core/io/partwords.h"
#include "core/io/readfile.h"
#include "core/io/readscan.h"
#include "ui/present/recognitionwords.h"
#include "ui/present/signdelegate.h"
#include "ui/present/tones.h"
#include "ui/present/words.h"
#include "ui/shell/partnames.h"
#include "ui/widgets/accentbutton.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostShown = 200'000; // UTF-16 units
constexpr size_t mostParts = 2'000;

/// What people meet; any other name the reader knows can be typed.
QStringList encodings()
{
    return {u"UTF-8"_s,        u"UTF-16"_s,       u"windows-1252"_s, u"ISO-8859-15"_s,  u"windows-1250"_s, u"ISO-8859-2"_s, u"windows-1251"_s, u"KOI8-R"_s,
            u"windows-1253"_s, u"windows-1254"_s, u"windows-1255"_s, u"windows-1256"_s, u"windows-1257"_s, u"macintosh"_s,  u"IBM437"_s,       u"IBM850"_s,
            u"IBM866"_s,       u"Shift_JIS"_s,    u"EUC-JP"_s,       u"ISO-2022-JP"_s,  u"GB18030"_s,      u"Big5"_s,       u"EUC-KR"_s};
}

/// What to do with a file that cannot be read. Nothing was tried to be imported yet, so nothing is said about that.
QString adviceFor(Fault fault)
{
    switch (fault) {
    case Fault::UnsupportedType:
        return ImportPreview::tr("OnRecord has no reader for this kind of file. Save it as plain text, Markdown or HTML, or paste its text.");
    case Fault::Malformed:
        return ImportPreview::tr("The file does not follow its own format. Save it again from the program it came from, or paste its text.");
    case Fault::TooLarge:
        return ImportPreview::tr("It is larger than OnRecord reads. Split it, or import only the part that matters.");
    case Fault::Empty:
        return ImportPreview::tr("There is no text in it. If it is a picture of a page, a sharper or larger one may help.");
    case Fault::NoRecogniser:
        return ImportPreview::tr("It holds pictures of text, and no program that recognises text is installed. Install Tesseract (on Debian and Ubuntu the package "
                                 "tesseract-ocr, and one for each language, such as tesseract-ocr-deu), then look again.");
    case Fault::NotRecognised:
        return ImportPreview::tr("It holds pictures of text, and recognising text is turned off. Choose languages for it below.");
    case Fault::NoSuchLanguage:
        return ImportPreview::tr("It holds pictures of text, and a language chosen for recognising them is not installed. Choose another below.");
    default:
        return present::faultInWords(fault);
    }
}

QLabel *addLabel(QVBoxLayout *rows, const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    rows->addWidget(label);
    return label;
}

} // namespace

void showRead(QPlainTextEdit &view, const io::ReadDocument &document)
{
    const QString text = document.text.first(std::min(document.text.size(), mostShown));
    view.setPlainText(text);
    QTextCharFormat struck;
    struck.setForeground(view.palette().placeholderText());
    QTextCursor cursor(view.document());
    for (const Region &region : document.regions) {
        if (!region.struck || region.span.start >= text.size())
            continue;
        cursor.setPosition(region.span.start);
        cursor.setPosition(std::min<int>(region.span.end, static_cast<int>(text.size())), QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(struck);
    }
    view.moveCursor(QTextCursor::Start);
}

QString statedFields(const io::ReadDocument &document)
{
    QStringList parts;
    for (const QString &part : {document.title.value, document.outlet.value, document.authors.join(u", "_s)}) {
        if (!part.isEmpty())
            parts << part;
    }
    if (document.published.when.isKnown())
        parts << present::dateInWords(document.published.when);
    return parts.join(u" · "_s);
}

ImportPreview::ImportPreview(const QString &path, QWidget *parent, RecognitionSettings recognition) : QDialog(parent), m_path(path), m_recognition(std::move(recognition))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"importPreview"_s);
    setWindowTitle(tr("Preview of %1").arg(QFileInfo(path).fileName()));
    resize(QSize(760, 600).boundedTo(screen()->availableSize() - QSize(24, 40)));
    auto *rows = new QVBoxLayout(this);
    m_kind = addLabel(rows, u"preview.kind"_s, this);
    QFont strong = m_kind->font();
    strong.setWeight(QFont::DemiBold);
    m_kind->setFont(strong);
    m_fields = addLabel(rows, u"preview.fields"_s, this);
    m_remarks = addLabel(rows, u"preview.remarks"_s, this);
    addChoices(rows);
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(u"preview.text"_s);
    m_text->setAccessibleName(tr("The text as it will be kept"));
    m_text->setReadOnly(true);
    m_text->setFont(present::paperFont());
    m_text->document()->setDocumentMargin(pageMargin);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    rows->addWidget(m_text, 1);
    m_parts = new QTreeWidget(this);
    m_parts->setObjectName(u"preview.parts"_s);
    m_parts->setAccessibleName(tr("What the file holds"));
    m_parts->setHeaderLabels({tr("Holds"), tr("Begins with"), tr("Result")});
    present::SignDelegate::setUp(*m_parts);
    m_parts->header()->resizeSection(0, 150);
    m_parts->header()->resizeSection(1, 330);
    rows->addWidget(m_parts, 1);
    m_nothing = new QWidget(this);
    m_nothing->hide();
    rows->addWidget(m_nothing, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = new AccentButton(tr("&Import"), this);
    buttons->addButton(m_import, QDialogButtonBox::AcceptRole);
    m_import->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT importWanted(m_path, chosenEncoding(), chosenLanguages());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    rows->addWidget(buttons);
    m_pageTimer.setInterval(200);
    connect(&m_pageTimer, &QTimer::timeout, this, &ImportPreview::showPage);
    connect(m_encoding, &QComboBox::activated, this, &ImportPreview::read);
    connect(m_languages, &QComboBox::activated, this, &ImportPreview::read);
    read();
}

void ImportPreview::addChoices(QVBoxLayout *rows)
{
    auto *line = new QHBoxLayout;
    m_encodingLabel = new QLabel(tr("&Encoding:"), this);
    m_encoding = new QComboBox(this);
    m_encoding->setObjectName(u"preview.encoding"_s);
    m_encoding->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_encoding->setToolTip(tr("Which letters the file's bytes stand for. Choose another where letters look wrong."));
    m_encoding->addItem(tr("find out"));
    m_encoding->addItems(encodings());
    m_encodingLabel->setBuddy(m_encoding);
    line->addWidget(m_encodingLabel);
    line->addWidget(m_encoding);
    m_languagesLabel = new QLabel(tr("&Text in pictures:"), this);
    m_languages = new QComboBox(this);
    m_languages->setObjectName(u"preview.languages"_s);
    m_languages->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_languages->setToolTip(tr("In which languages the words of pictures are looked for. Choose another where words look wrong."));
    m_languagesLabel->setBuddy(m_languages);
    m_languagesLabel->hide();
    m_languages->hide();
    line->addWidget(m_languagesLabel);
    line->addWidget(m_languages);
    line->addStretch(1);
    rows->addLayout(line);
}

QString ImportPreview::chosenLanguages() const
{
    return m_languages->currentIndex() > 0 ? m_languages->currentData().toString() : QString();
}

/// Offered where there are pictures, also when they could not be read.
void ImportPreview::showLanguages(const Reading &reading)
{
    const bool hasPictures = !reading.languages.isEmpty();
    m_languagesLabel->setVisible(hasPictures);
    m_languages->setVisible(hasPictures);
    if (!hasPictures || m_languages->count() > 0)
        return;
    m_languages->addItem(tr("as in the settings"));
    for (const QString &code : reading.languages)
        m_languages->addItem(present::recognitionLanguage(code), code);
    for (const QString &code : reading.languages) {
        if (code != "eng"_L1 && reading.languages.contains(u"eng"_s))
            m_languages->addItem(present::recognitionLanguages({code, u"eng"_s}), QString(code + u"+eng"_s));
    }
    m_languages->addItem(tr("leave out"), u"none"_s);
}

QString ImportPreview::chosenEncoding() const
{
    return m_encoding->currentIndex() > 0 ? m_encoding->currentText() : QString();
}

void ImportPreview::read()
{
    setKind(tr("Reading…"));
    m_import->setEnabled(false);
    m_page = std::make_shared<Page>();
    m_pageTimer.start();
    m_reading.ask(
        [path = m_path, encoding = chosenEncoding(), program = m_recognition.program, page = m_page,
         languages = m_languages->currentIndex() > 0 ? chosenLanguages() : m_recognition.languages](QPromise<Reading> &promise) {
            const auto bytes = io::readFile(path);
            if (!bytes) {
                promise.addResult(Reading{std::unexpected(bytes.error()), {}, {}});
                return;
            }
            const io::Recogniser recogniser(program);
            Reading reading;
            io::ReaderProcess reader;
            const io::ReadEvents events{[&promise] { return promise.isCanceled(); }, [&page](int number, int count) {
                                            page->count = count;
                                            page->number = number;
                                        }};
            reading.document = io::readScan(reader, recogniser, *bytes, {QFileInfo(path).fileName(), encoding}, io::RecognitionChoice::from(languages), events);
            const auto &document = reading.document;
            const bool wereLeft = !document && (document.error().fault == Fault::NotRecognised || document.error().fault == Fault::NoSuchLanguage);
            if (wereLeft || page->number > 0 || (document && !document->pictures.empty()))
                reading.languages = recogniser.installed().value_or(io::Recogniser::Installed()).languages;
            for (size_t i = 0; document && i < document->parts.size() && i < mostParts; ++i)
                reading.beginnings << io::beginningOf(document->parts[i]);
            promise.addResult(std::move(reading));
        },
        [this](const Reading &reading) {
            m_pageTimer.stop();
            showDocument(reading);
            showLanguages(reading);
        });
}

/// A page of a scan takes seconds, and there may be hundreds.
void ImportPreview::showPage()
{
    if (const int number = m_page->number; number > 0)
        setKind(tr("Recognising the text of page %1 of %2…").arg(number).arg(m_page->count));
}

void ImportPreview::showDocument(const Reading &reading)
{
    const Result<io::ReadDocument> &document = reading.document;
    m_import->setEnabled(document.has_value());
    const bool hadFocus = m_text->hasFocus() || m_parts->hasFocus();
    m_text->setVisible(document && document->parts.empty());
    m_parts->setVisible(document && !document->parts.empty());
    m_nothing->setVisible(!document);
    if (hadFocus && document)
        (document->parts.empty() ? static_cast<QWidget *>(m_text) : m_parts)->setFocus(Qt::OtherFocusReason);
    if (!document) {
        showRefusal(reading);
        return;
    }
    m_fields->setText(statedFields(*document));
    m_fields->setVisible(!m_fields->text().isEmpty());
    QStringList remarks = present::remarksInWords(document->remarks);
    if (std::ranges::any_of(document->regions, &Region::struck))
        remarks << tr("Grey lines are kept but not read: menus, boxes and the like. In the article they can be restored.");
    m_remarks->setText(remarks.join(u'\n'));
    m_remarks->setVisible(!remarks.isEmpty());
    showEncoding(*document);
    showRead(*m_text, *document);
    showParts(reading);
}

void ImportPreview::showRefusal(const Reading &reading)
{
    const Error &error = reading.document.error();
    setKind(adviceFor(error.fault), true);
    m_fields->setText(error.detail);
    m_fields->setVisible(!error.detail.isEmpty());
    showEncodingChoice(reading.languages.isEmpty()); // pictures have none
    m_remarks->hide();
    m_text->clear();
}

/// What the file is, or why it is nothing.
void ImportPreview::setKind(const QString &words, bool isRefusal)
{
    const QColor ground = palette().color(QPalette::Window);
    QPalette inks = palette();
    if (isRefusal)
        inks.setColor(QPalette::WindowText, present::readable(present::tones(palette()).bad, ground, 4.5));
    m_kind->setPalette(inks);
    m_kind->setText(words);
}

void ImportPreview::showEncodingChoice(bool on)
{
    m_encoding->setEnabled(on);
    m_encoding->setVisible(on);
    m_encodingLabel->setVisible(on);
}

void ImportPreview::showEncoding(const io::ReadDocument &document)
{
    const bool hasEncoding = !document.encoding.isEmpty();
    QString kind = present::mediaTypeName(document.mediaType);
    kind.replace(0, 1, kind.left(1).toUpper());
    if (hasEncoding)
        kind = tr("%1, read as %2", "kind of file, encoding").arg(kind, document.encoding);
    if (document.replacements > 0)
        kind += u" · "_s + tr("unreadable places: %L1").arg(document.replacements);
    setKind(kind);
    // A member of an archive has its own; a PDF or an office file has none.
    showEncodingChoice(hasEncoding || m_encoding->currentIndex() > 0);
    m_encoding->setItemText(0, hasEncoding && m_encoding->currentIndex() == 0 ? tr("find out (%1)", "encoding").arg(document.encoding) : tr("find out"));
}

void ImportPreview::showParts(const Reading &reading)
{
    const io::ReadDocument &document = *reading.document;
    const QString fileName = QFileInfo(m_path).fileName();
    m_parts->clear();
    QList<QTreeWidgetItem *> items;
    int refused = 0;
    for (const io::ReadPart &part : document.parts) {
        refused += part.refusal.isEmpty() ? 0 : 1;
        if (items.size() >= static_cast<qsizetype>(mostParts))
            continue;
        const QString name = shortPartName(part.name, fileName);
        const auto [what, why] = partRefusal(part.refusal, name);
        if (part.refusal.isEmpty())
            items << new QTreeWidgetItem({name, reading.beginnings.value(items.size()), tr("will be read")});
        else
            items << new QTreeWidgetItem({name, what, tr("refused: %1").arg(why)});
        if (!part.refusal.isEmpty())
            items.back()->setData(2, present::SignDelegate::SignRole, static_cast<int>(present::Sign::Refused));
        for (int column = 0; column < items.back()->columnCount(); ++column)
            items.back()->setToolTip(column, u"<p>"_s + items.back()->text(column).toHtmlEscaped() + u"</p>"_s);
    }
    m_parts->addTopLevelItems(items);
    const auto count = static_cast<int>(document.parts.size());
    if (count == 0)
        return;
    QStringList kind{m_kind->text(), tr("to be read: %L1").arg(count - refused)}; // articles, or lists of people or events
    if (refused > 0)
        kind << tr("refused: %L1").arg(refused);
    setKind(kind.join(u" · "_s));
}

} // namespace onrecord::ui
