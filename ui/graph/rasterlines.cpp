// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphscene.h"

#include <algorithm>
#include <cmath>
#include <thread>

namespace onrecord::ui {

namespace {

/// The rows [top, bottom) of an image, for one thread.
struct Band {
    QRgb *bits;
    qsizetype stride;
    int width;
    int top;
    int bottom;
    quint32 r, g, b;

    void blend(int x, int y, double coverage) const
    {
        if (x < 0 || x >= width || y < top || y >= bottom)
            return;
        QRgb &pixel = bits[y * stride + x];
        const auto a = static_cast<quint32>(coverage * 256);
        const quint32 rest = 256 - a;
        pixel = qRgb(static_cast<int>((static_cast<quint32>(qRed(pixel)) * rest + r * a) >> 8),
                     static_cast<int>((static_cast<quint32>(qGreen(pixel)) * rest + g * a) >> 8),
                     static_cast<int>((static_cast<quint32>(qBlue(pixel)) * rest + b * a) >> 8));
    }

    /// Xiaolin Wu's line: along the longer axis, each step shared by the two nearest pixels.
    void draw(explore::Line line, double strength) const
    {
        const bool steep = std::abs(line.b.y() - line.a.y()) > std::abs(line.b.x() - line.a.x());
        double x0 = steep ? line.a.y() : line.a.x();
        double y0 = steep ? line.a.x() : line.a.y();
        double x1 = steep ? line.b.y() : line.b.x();
        double y1 = steep ? line.b.x() : line.b.y();
        if (x0 > x1) {
            std::swap(x0, x1);
            std::swap(y0, y1);
        }
        const double slope = x1 - x0 > 1e-9 ? (y1 - y0) / (x1 - x0) : 0;
        // Only the part over this band: the rest belongs to the other threads, or to nobody.
        double from = std::max(x0, static_cast<double>(steep ? top : 0));
        double to = std::min(x1, static_cast<double>(steep ? bottom : width));
        const double low = (steep ? 0 : top) - 1;
        const double high = (steep ? width : bottom) + 1;
        if (std::abs(slope) > 1e-9) {
            const double atLow = x0 + (low - y0) / slope;
            const double atHigh = x0 + (high - y0) / slope;
            from = std::max(from, std::min(atLow, atHigh));
            to = std::min(to, std::max(atLow, atHigh));
        } else if (y0 < low || y0 > high) {
            return;
        }
        for (auto x = static_cast<int>(std::ceil(from)); x < to; ++x) {
            const double y = y0 + slope * (x - x0);
            const auto floor = static_cast<int>(std::floor(y));
            const double share = y - floor;
            if (steep) {
                blend(floor, x, (1 - share) * strength);
                blend(floor + 1, x, share * strength);
            } else {
                blend(x, floor, (1 - share) * strength);
                blend(x, floor + 1, share * strength);
            }
        }
    }
};

} // namespace

void rasterLines(QImage &image, const std::vector<explore::Line> &lines, QRgb colour, double strength, int threads)
{
    Q_ASSERT(image.depth() == 32);
    auto *bits = reinterpret_cast<QRgb *>(image.bits()); // NOLINT: the pixels of a 32-bit image
    const qsizetype stride = image.bytesPerLine() / 4;
    const int height = image.height();
    const auto run = [&](int part) {
        const Band band{bits, stride, image.width(), height * part / threads, height * (part + 1) / threads,
                        static_cast<quint32>(qRed(colour)), static_cast<quint32>(qGreen(colour)), static_cast<quint32>(qBlue(colour))};
        for (const explore::Line &line : lines)
            band.draw(line, strength);
    };
    std::vector<std::jthread> others;
    for (int part = 1; part < threads; ++part)
        others.emplace_back(run, part);
    run(0);
}

} // namespace onrecord::ui
