// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/pdf.h"

#include "core/io/readers/bylinenames.h"
#include "core/io/readers/recognised.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>
#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <span>

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

using PdfDocument = std::unique_ptr<poppler::document>;

Result<PdfDocument> opened(QByteArrayView bytes)
{
    if (bytes.size() > std::numeric_limits<int>::max())
        return fail(Fault::TooLarge);
    poppler::set_debug_error_function([](const std::string &, void *) {}, nullptr);
    keepTables();
    PdfDocument pdf(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!pdf)
        return fail(Fault::Malformed, u"not a PDF that can be opened (damaged or cut off)"_s);
    if (pdf->is_locked())
        return fail(Fault::UnsupportedType, u"the PDF needs a password"_s);
    if (pdf->pages() > mostPages)
        return fail(Fault::TooLarge, u"%1 pages; the limit is %2"_s.arg(pdf->pages()).arg(mostPages));
    return pdf;
}

poppler::image drawn(const poppler::page &page, double dotsPerInch)
{
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    return renderer.render_page(&page, dotsPerInch, dotsPerInch);
}

/// Whether nothing is printed on it: drawn small, it is of one shade.
bool isBlank(const poppler::page &page)
{
    constexpr double smallest = 20; // dots per inch
    constexpr int paper = 8;        // shades of it
    const poppler::rectf size = page.page_rect();
    if (size.width() * size.height() > 4'000'000)
        return false;
    const poppler::image image = drawn(page, smallest);
    if (!image.is_valid())
        return false;
    int darkest = 255;
    int lightest = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto *const row =
            reinterpret_cast<const uchar *>(image.const_data() + static_cast<qsizetype>(y) * image.bytes_per_row());
        const auto [least, most] = std::ranges::minmax(std::span(row, static_cast<size_t>(image.width())));
        darkest = std::min<int>(darkest, least);
        lightest = std::max<int>(lightest, most);
    }
    return lightest - darkest < paper;
}

/// Without a word and without anything else on its pages, as far as is looked.
bool isBlank(const poppler::document &pdf)
{
    constexpr int mostLooked = 20;
    for (int i = 0; i < pdf.pages(); ++i) {
        const std::unique_ptr<poppler::page> page(i < mostLooked ? pdf.create_page(i) : nullptr);
        if (!page || !isBlank(*page))
            return false;
    }
    return true;
}

void remarkOnPictures(const poppler::document &pdf, ReadDocument &document)
{
    constexpr int mostLooked = 100; // pages: to draw one takes its time
    constexpr qsizetype mostNamed = 20;
    int looked = 0;
    std::erase_if(document.pictures, [&](qint32 number) {
        const std::unique_ptr<poppler::page> page(++looked > mostLooked ? nullptr : pdf.create_page(number));
        return page && isBlank(*page);
    });
    QStringList numbers;
    for (const qint32 page : document.pictures)
        numbers << QString::number(page + 1);
    if (numbers.size() > mostNamed)
        numbers = numbers.first(mostNamed) << u"…"_s;
    if (!numbers.isEmpty())
        document.remarks.push_back({RemarkKind::PicturesLeft, {numbers.join(u", "_s)}});
}

} // namespace

Result<PagePicture> drawPdf(QByteArrayView bytes, qint32 number)
{
    constexpr double best = 300; // dots per inch
    const auto pdf = opened(bytes);
    if (!pdf)
        return std::unexpected(pdf.error());
    const std::unique_ptr<poppler::page> page((*pdf)->create_page(number));
    if (!page)
        return fail(Fault::Malformed, u"page %1 cannot be opened"_s.arg(number + 1));
    const poppler::rectf size = page->page_rect();
    const double inches = std::max(size.width(), size.height()) / 72;
    const double area = size.width() * size.height() / (72 * 72);
    if (!(area > 0) || !std::isfinite(area))
        return fail(Fault::Malformed, u"page %1 has no size"_s.arg(number + 1));
    const double resolution =
        std::floor(std::min({best, (longestSide - 1) / inches, std::sqrt(mostDots * 0.99 / area)}));
    if (resolution < 1)
        return fail(Fault::TooLarge, u"page %1 is larger than can be drawn"_s.arg(number + 1));
    const poppler::image image = drawn(*page, resolution);
    if (!image.is_valid() || image.width() < 1 || image.height() < 1)
        return fail(Fault::Malformed, u"page %1 cannot be drawn"_s.arg(number + 1));
    PagePicture picture{image.width(), image.height(), static_cast<qint32>(resolution), {}};
    picture.dots.reserve(static_cast<qsizetype>(picture.width) * picture.height);
    for (int y = 0; y < image.height(); ++y)
        picture.dots.append(image.const_data() + static_cast<qsizetype>(y) * image.bytes_per_row(), image.width());
    return picture;
}

Result<PdfPages> pdfPages(QByteArrayView bytes, const std::vector<RecognisedPage> &recognised, ReadDocument &document)
{
    const auto pdf = opened(bytes);
    if (!pdf)
        return std::unexpected(pdf.error());
    const int count = (*pdf)->pages();
    if (count == 0)
        return fail(Fault::Empty, u"the PDF has no pages"_s);
    addInformation(**pdf, document);
    document.pageCount = count;
    PdfPages pages;
    RecognisedWords words(recognised);
    size_t layerWords = 0;
    QStringList broken;
    Lines lines(pages);
    for (int i = 0; i < count; ++i) {
        const std::unique_ptr<poppler::page> page((*pdf)->create_page(i));
        pages.heights.push_back(page ? page->page_rect().height() : 0);
        if (!page) {
            broken << QString::number(i + 1);
            continue;
        }
        const size_t before = pages.lines.size();
        for (const poppler::text_box &box : page->text_list(poppler::page::text_list_include_font)) {
            if (++layerWords > mostWords)
                return fail(Fault::TooLarge, u"more than %1 words"_s.arg(mostWords));
            lines.add(box, i);
        }
        lines.flush();
        if (pages.lines.size() > before)
            continue;
        if (recognised.empty())
            document.pictures.push_back(i);
        else
            words.addPage(i, pages.heights.back(), pages.lines);
    }
    if (!broken.isEmpty())
        document.remarks.push_back({RemarkKind::PagesMissing, {QString::number(broken.size()), QString::number(count), u": "_s + broken.mid(0, 50).join(u", "_s)}});
    if (broken.size() == count)
        return fail(Fault::Malformed, u"none of its %1 pages can be opened"_s.arg(count));
    if (pages.lines.empty() && !recognised.empty())
        return fail(Fault::Empty, u"no words could be recognised in its %1 pages"_s.arg(count));
    if (pages.lines.empty() && isBlank(**pdf))
        return fail(Fault::Empty, u"its %1 pages are blank"_s.arg(count));
    if (!pages.lines.empty() && !document.pictures.empty())
        remarkOnPictures(**pdf, document);
    document.recognition = words.finish(pages.lines);
    return pages;
}

Result<void> readPdf(QByteArrayView bytes, const std::vector<RecognisedPage> &recognised, ReadDocument &document)
{
    const auto pages = pdfPages(bytes, recognised, document);
    if (!pages)
        return std::unexpected(pages.error());
    if (!recognised.empty() && recognised.size() == static_cast<size_t>(document.pageCount)) { // what a scanner says of itself tells nothing of the paper
        document.title = {};
        document.authors.clear();
        document.authorsBasis = Basis::None;
        document.published = {};
    }
    layOutPdf(*pages, document);
    return {};
}

} // namespace onrecord::io
