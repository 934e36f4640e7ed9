// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStringList>
#include <QTextDocument>
#include <algorithm>
#include <array>
#include <vector>

/// Pictures of printed words, drawn here as a scanner would deliver them. Needs a QGuiApplication.
namespace onrecord::test {

struct Paper {
    int dotsPerInch = 300;
    double size = 11; ///< of the print, in points
    int columns = 1;
    double turned = 0;    ///< degrees
    double noise = 0;     ///< share of dots that are dirt
    int quarterTurns = 0; ///< that it lies the wrong way
};

/// Columns of paragraphs (HTML) on a page as large as A5, or A4 with more columns than one.
inline QImage scanOf(const QStringList &columns, const Paper &paper = {})
{
    const QSizeF points = columns.size() > 1 ? QSizeF(595, 842) : QSizeF(420, 595);
    const double scale = paper.dotsPerInch / 72.0;
    QImage page((points * scale).toSize(), QImage::Format_Grayscale8);
    page.fill(Qt::white);
    {
        QPainter painter(&page);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.translate(page.width() / 2.0, page.height() / 2.0);
        painter.rotate(paper.turned);
        painter.translate(-page.width() / 2.0, -page.height() / 2.0);
        painter.scale(scale, scale);
        constexpr double margin = 40;
        const double width = (points.width() - 2 * margin + 20) / static_cast<double>(columns.size()) - 20;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            painter.save();
            painter.translate(margin + static_cast<double>(i) * (width + 20), margin);
            QTextDocument document;
            QFont font(QStringLiteral("Noto Serif"));
            font.setPixelSize(static_cast<int>(paper.size));
            document.setDefaultFont(font);
            document.setDocumentMargin(0);
            document.setHtml(columns[i]);
            document.setTextWidth(width);
            document.drawContents(&painter);
            painter.restore();
        }
    }
    QRandomGenerator random(7);
    const auto dirt = static_cast<int>(paper.noise * page.width() * page.height());
    for (int i = 0; i < dirt; ++i)
        page.scanLine(random.bounded(page.height()))[random.bounded(page.width())] =
            static_cast<uchar>(random.bounded(256));
    page.setDotsPerMeterX(static_cast<int>(paper.dotsPerInch / 0.0254));
    page.setDotsPerMeterY(static_cast<int>(paper.dotsPerInch / 0.0254));
    return paper.quarterTurns == 0 ? page : page.transformed(QTransform().rotate(90 * paper.quarterTurns));
}

inline QByteArray encoded(const QImage &picture, const char *format, int quality = 90)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, format, quality))
        qFatal("cannot write %s", format);
    return buffer.data();
}

/// A TIFF of gray pages (TIFF 6.0, sections 2 to 4), each a strip that is not packed.
inline QByteArray tiffOf(const std::vector<QImage> &pages)
{
    const auto number = [](qsizetype value, int size) {
        QByteArray bytes;
        for (int i = 0; i < size; ++i)
            bytes += static_cast<char>((value >> (8 * i)) & 0xFF);
        return bytes;
    };
    QByteArray out("II*\0", 4);
    for (const QImage &picture : pages) {
        const QImage page = picture.convertToFormat(QImage::Format_Grayscale8);
        QByteArray dots;
        for (int y = 0; y < page.height(); ++y)
            dots.append(reinterpret_cast<const char *>(page.constScanLine(y)), page.width());
        dots += QByteArray(dots.size() % 2, '\0');
        const std::vector<std::array<qsizetype, 3>> fields{ // tag, type (3: two bytes, 4: four), value
            {256, 4, page.width()}, {257, 4, page.height()}, {258, 3, 8}, {259, 3, 1},
            {262, 3, 1}, {273, 4, out.size() + 4}, {277, 3, 1}, {278, 4, page.height()}, {279, 4, dots.size()}};
        // The directory stands behind its dots: the offset to it closes what came before.
        out += number(out.size() + 4 + dots.size(), 4) + dots + number(static_cast<qsizetype>(fields.size()), 2);
        for (const auto &[tag, type, value] : fields)
            out += number(tag, 2) + number(type, 2) + number(1, 4) + number(value, 4);
    }
    return out + QByteArray(4, '\0');
}

/// A PDF of pages without a text layer; a null picture is an empty page, and words of a page are its layer.
inline QByteArray scannedPdf(const std::vector<QImage> &pictures, const std::vector<QString> &words = {})
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A5));
        writer.setPageMargins({});
        writer.setResolution(300);
        QPainter painter(&writer);
        for (size_t i = 0; i < pictures.size(); ++i) {
            if (i > 0)
                writer.newPage();
            if (!pictures[i].isNull())
                painter.drawImage(QRectF(0, 0, writer.width(), writer.height()), pictures[i]);
            if (i < words.size() && !words[i].isEmpty()) {
                QFont font(QStringLiteral("Noto Serif"));
                font.setPointSizeF(11);
                painter.setFont(font);
                painter.drawText(QRectF(160, 160, writer.width() - 320, writer.height() - 320), Qt::TextWordWrap,
                                 words[i]);
            }
        }
    }
    return buffer.data();
}

/// The share of `meant` words that were added, lost or changed on the way to `read`.
inline double wordErrors(const QString &meant, const QString &read)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    const QStringList from = meant.split(space, Qt::SkipEmptyParts);
    const QStringList to = read.split(space, Qt::SkipEmptyParts);
    std::vector<qsizetype> row(static_cast<size_t>(to.size()) + 1);
    std::ranges::generate(row, [n = qsizetype(0)]() mutable { return n++; });
    for (qsizetype i = 1; i <= from.size(); ++i) {
        qsizetype corner = std::exchange(row[0], i);
        for (qsizetype j = 1; j <= to.size(); ++j) {
            auto &cell = row[static_cast<size_t>(j)];
            const qsizetype change = corner + (from[i - 1] == to[j - 1] ? 0 : 1);
            corner = cell;
            cell = std::min({change, cell + 1, row[static_cast<size_t>(j) - 1] + 1});
        }
    }
    return static_cast<double>(row.back()) / static_cast<double>(std::max<qsizetype>(1, from.size()));
}

} // namespace onrecord::test
