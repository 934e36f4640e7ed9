// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/icons.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>

namespace onrecord::present {

namespace {

using namespace Qt::StringLiterals;

/// One of our own drawings; `currentColor` in it becomes the palette's text colour at the time of painting.
class DrawnIconEngine final : public QIconEngine
{
public:
    explicit DrawnIconEngine(QString path) : m_path(std::move(path)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, scaledPixmap(rect.size(), mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    /// `asked` is in device-independent pixels (since Qt 6.8).
    QPixmap scaledPixmap(const QSize &asked, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QSize size = (QSizeF(asked) * scale).toSize();
        const QPalette palette = QGuiApplication::palette();
        const QColor colour = mode == QIcon::Selected
            ? palette.color(QPalette::HighlightedText)
            : palette.color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active, QPalette::WindowText);
        const QString key = u"onrecord:%1:%2x%3:%4"_s.arg(m_path, QString::number(size.width()),
                                                          QString::number(size.height()), colour.name(QColor::HexArgb));
        QPixmap drawn;
        if (!QPixmapCache::find(key, &drawn)) {
            QFile file(m_path);
            if (!file.open(QIODevice::ReadOnly))
                return {};
            QByteArray svg = file.readAll().replace("currentColor", colour.name().toLatin1());
            QBuffer buffer(&svg);
            QImageReader reader(&buffer, "svg");
            reader.setScaledSize(size);
            drawn = QPixmap::fromImage(reader.read());
            QPixmapCache::insert(key, drawn);
        }
        drawn.setDevicePixelRatio(scale);
        return drawn;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new DrawnIconEngine(m_path); }
    QString key() const override { return u"OnRecordDrawnIcon"_s; }
    bool isNull() override { return false; }

private:
    QString m_path;
};

} // namespace

QIcon icon(const QString &name)
{
    if (QIcon::hasThemeIcon(name))
        return QIcon::fromTheme(name);
    const QString path = u":/onrecord/icons/"_s + name + u".svg";
    return QFile::exists(path) ? QIcon(new DrawnIconEngine(path)) : QIcon();
}

void followPalette()
{
    const bool isDark = QGuiApplication::palette().color(QPalette::Window).lightnessF() < 0.5F;
    const QString breeze = isDark ? u"breeze-dark"_s : u"breeze"_s;
    // "hicolor" is what Qt says when the desktop names no theme.
    const QString named = QIcon::themeName();
    if (named.isEmpty() || named == "hicolor"_L1 || named.startsWith("breeze"_L1))
        QIcon::setThemeName(breeze);
    QIcon::setFallbackThemeName(breeze);
}

} // namespace onrecord::present
