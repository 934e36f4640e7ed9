// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/housestyle.h"
#include "ui/present/icons.h"
#include "ui/present/schemes.h"
#include "ui/present/tones.h"

#include <QApplication>
#include <QStyle>
#include <QTest>

using namespace onrecord::present;
using namespace Qt::StringLiterals;

class TestSchemes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void spellingComesBack()
    {
        for (const Scheme scheme : {Scheme::System, Scheme::Light, Scheme::Dark, Scheme::HighContrast})
            QCOMPARE(schemeFromSpelling(QString(spelling(scheme))), scheme);
        QCOMPARE(schemeFromSpelling(u"sepia"), Scheme::System);
    }

    void wordsAreReadableOnTheirGround_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<double>("wanted");
        QTest::newRow("light") << static_cast<int>(Scheme::Light) << 4.5;
        QTest::newRow("dark") << static_cast<int>(Scheme::Dark) << 4.5;
        QTest::newRow("high contrast") << static_cast<int>(Scheme::HighContrast) << 7.0;
    }
    void wordsAreReadableOnTheirGround()
    {
        QFETCH(int, scheme);
        QFETCH(double, wanted);
        const QPalette palette = schemePalette(static_cast<Scheme>(scheme));
        const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[] = {
            {QPalette::WindowText, QPalette::Window}, {QPalette::Text, QPalette::Base},
            {QPalette::Text, QPalette::AlternateBase}, {QPalette::ButtonText, QPalette::Button},
            {QPalette::PlaceholderText, QPalette::Base}, {QPalette::HighlightedText, QPalette::Highlight},
            {QPalette::Link, QPalette::Window}, {QPalette::ToolTipText, QPalette::ToolTipBase}};
        for (const auto &[ink, ground] : pairs) {
            const double got = contrast(palette.color(ink), palette.color(ground));
            QVERIFY2(got >= wanted, qPrintable(u"%1 on %2: %3"_s.arg(ink).arg(ground).arg(got)));
        }
    }

    void ourIconsAreDrawnInTheDotsOfTheScreen()
    {
        QIcon::setThemeName(u"none"_s);
        QIcon::setFallbackThemeName(u"none"_s);
        const QIcon drawn = icon(u"window-pin"_s);
        QVERIFY(!drawn.isNull());
        for (const double ratio : {1.0, 2.0, 3.0}) {
            const QPixmap made = drawn.pixmap(QSize(16, 16), ratio);
            QCOMPARE(made.size(), (QSizeF(16, 16) * ratio).toSize());
            QCOMPARE(made.devicePixelRatio(), ratio);
        }
    }

    void applyingColoursEveryWidgetAndSystemGivesItsOwnBack()
    {
        const QColor before = QApplication::palette().color(QPalette::Window);
        applyScheme(Scheme::HighContrast);
        QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(Qt::black));
        QVERIFY(qobject_cast<HouseStyle *>(QApplication::style()));
        applyScheme(Scheme::System);
        QCOMPARE(QApplication::palette().color(QPalette::Window), before);
    }
};

QTEST_MAIN(TestSchemes)
#include "tst_schemes.moc"
