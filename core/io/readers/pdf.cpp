// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/pdf.h"

#include "core/io/readers/bylinenames.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPages = 10'000;
constexpr size_t mostWords = 4'000'000;

QString fromPoppler(const poppler::ustring &words)
{
    static_assert(sizeof(poppler::ustring::value_type) == sizeof(char16_t));
    return QString(reinterpret_cast<const QChar *>(words.data()), static_cast<qsizetype>(words.size()));
}

/// Ligatures are a matter of the typesetter, not of the words.
QString withoutLigatures(QString words)
{
    static const std::array<QStringView, 7> letters{u"ff", u"fi", u"fl", u"ffi", u"ffl", u"st", u"st"};
    for (qsizetype i = 0; i < words.size(); ++i) {
        const char16_t c = words[i].unicode();
        if (c >= 0xFB00 && c <= 0xFB06)
            words.replace(i, 1, letters[c - 0xFB00].toString());
    }
    return words;
}

void addInformation(const poppler::document &pdf, ReadDocument &document)
{
    // What programs put there when nobody filled it in.
    static const QRegularExpression noTitle(
        u"^(?:untitled|microsoft word|microsoft powerpoint|document\\d*|.*\\.(?:docx?|odt|indd|qxd|pdf|rtf|tex|dvi|pptx?|xlsx?)$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString title = fromPoppler(pdf.info_key("Title")).simplified().left(2000);
    if (!title.isEmpty() && title.isValidUtf16() && !noTitle.match(title).hasMatch())
        document.title = {title, Basis::Metadata};
    const QString author = fromPoppler(pdf.info_key("Author")).simplified().left(500);
    bool isWhole = false;
    const QStringList names = namesOfByline(author, &isWhole);
    if (isWhole && author.contains(u' ')) { // a login name is no author
        document.authors = names;
        document.authorsBasis = Basis::Metadata;
    }
    const time_t made = pdf.info_date_t("CreationDate");
    if (made > 0) {
        const QDateTime when = QDateTime::fromSecsSinceEpoch(made, QTimeZone::UTC);
        if (const auto date = PartialDate::fromEdtf(when.date().toString(Qt::ISODate)))
            document.published = {*date, Basis::Metadata, u"made "_s + when.toString(Qt::ISODate)};
    }
}

/// Puts words into lines as they come.
class Lines
{
public:
    explicit Lines(PdfPages &pages) : m_pages(pages) {}

    void add(const poppler::text_box &box, int page)
    {
        const QString words = withoutLigatures(fromPoppler(box.text()));
        if (words.isEmpty())
            return;
        const poppler::rectf place = box.bbox();
        PdfLine word{words,       place.left(),   place.right(),
                     place.top(), place.bottom(), box.has_font_info() ? box.get_font_size() : place.height(),
                     page,        isBold(box)};
        const bool goesOn = m_isOpen && page == m_line.page && box.rotation() == m_rotation && follows(word);
        if (!goesOn)
            flush();
        if (m_isOpen) {
            m_line.words += (m_space ? u" "_s : QString()) + words;
            m_line.left = std::min(m_line.left, word.left);
            m_line.right = std::max(m_line.right, word.right);
            m_line.top = std::min(m_line.top, word.top);
            m_line.bottom = std::max(m_line.bottom, word.bottom);
            m_line.size = std::max(m_line.size, word.size);
            m_line.isBold = m_line.isBold && word.isBold;
        } else {
            m_line = word;
            m_rotation = box.rotation();
            m_isOpen = true;
        }
        m_last = word;
        m_space = box.has_space_after();
    }

    void flush()
    {
        if (m_isOpen)
            m_pages.lines.push_back(m_line);
        m_isOpen = false;
    }

private:
    static bool isBold(const poppler::text_box &box)
    {
        if (!box.has_font_info())
            return false;
        const std::string name = box.get_font_name();
        return name.find("Bold") != std::string::npos || name.find("Black") != std::string::npos
            || name.find("Heavy") != std::string::npos;
    }

    /// On the same printed line, to the right (or, for scripts that run so, to the left) and not in another column.
    bool follows(const PdfLine &word)
    {
        const double height = std::max({m_last.bottom - m_last.top, word.bottom - word.top, 1.0});
        const double shared = std::min(m_last.bottom, word.bottom) - std::max(m_last.top, word.top);
        if (m_rotation != 0)
            return std::abs(word.left - m_last.left) < height && std::abs(word.top - m_last.bottom) < 4 * height;
        const double gap = word.left >= m_last.left ? word.left - m_last.right : m_last.left - word.right;
        if (shared < 0.3 * std::min(m_last.bottom - m_last.top, word.bottom - word.top) || gap > 4 * height
            || gap < -height)
            return false;
        m_space = m_space || gap > 0.15 * height;
        return true;
    }

    PdfPages &m_pages;
    PdfLine m_line;
    PdfLine m_last;
    int m_rotation = 0;
    bool m_isOpen = false;
    bool m_space = false;
};

/// poppler forgets its character names with its last document, and could not load them again in the sandbox.
void keepTables()
{
    static constexpr QByteArrayView least("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 "
                                          "obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    [[maybe_unused]] static const std::unique_ptr<poppler::document> kept(
        poppler::document::load_from_raw_data(least.data(), static_cast<int>(least.size())));
}

} // namespace

Result<PdfPages> pdfPages(QByteArrayView bytes, ReadDocument &document)
{
    if (bytes.size() > std::numeric_limits<int>::max())
        return fail(Fault::TooLarge);
    poppler::set_debug_error_function([](const std::string &, void *) {}, nullptr);
    keepTables();
    const std::unique_ptr<poppler::document> pdf(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!pdf)
        return fail(Fault::Malformed, u"not a PDF that can be opened (damaged or cut off)"_s);
    if (pdf->is_locked())
        return fail(Fault::UnsupportedType, u"the PDF needs a password"_s);
    const int count = pdf->pages();
    if (count > mostPages)
        return fail(Fault::TooLarge, u"%1 pages; the limit is %2"_s.arg(count).arg(mostPages));
    addInformation(*pdf, document);
    PdfPages pages;
    size_t words = 0;
    int broken = 0;
    Lines lines(pages);
    for (int i = 0; i < count; ++i) {
        const std::unique_ptr<poppler::page> page(pdf->create_page(i));
        pages.heights.push_back(page ? page->page_rect().height() : 0);
        if (!page) {
            ++broken;
            continue;
        }
        for (const poppler::text_box &box : page->text_list(poppler::page::text_list_include_font)) {
            if (++words > mostWords)
                return fail(Fault::TooLarge, u"more than %1 words"_s.arg(mostWords));
            lines.add(box, i);
        }
        lines.flush();
    }
    if (broken > 0)
        document.remarks.push_back({RemarkKind::PagesMissing, {QString::number(broken), QString::number(count)}});
    if (pages.lines.empty())
        return fail(
            Fault::Empty,
            count == 0
                ? u"the PDF has no pages"_s
                : u"no text layer in its %1 pages: pictures of text (a scan) need text recognition first"_s.arg(count));
    return pages;
}

Result<void> readPdf(QByteArrayView bytes, ReadDocument &document)
{
    const auto pages = pdfPages(bytes, document);
    if (!pages)
        return std::unexpected(pages.error());
    layOutPdf(*pages, document);
    return {};
}

} // namespace onrecord::io
