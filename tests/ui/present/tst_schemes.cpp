// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/housestyle.h"
#include "ui/present/icons.h"
#include "ui/present/schemes.h"
#include "ui/present/tones.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>
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

    void whatCanBeChosenIsSeenAndSaysWhetherItIs_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("light") << Scheme::Light;
        QTest::newRow("dark") << Scheme::Dark;
        QTest::newRow("high contrast") << Scheme::HighContrast;
    }
    void whatCanBeChosenIsSeenAndSaysWhetherItIs()
    {
        QFETCH(Scheme, scheme);
        const HouseStyle style;
        const auto drawn = [&](QStyle::PrimitiveElement element, QStyle::State state) {
            QStyleOptionButton option;
            option.rect = {2, 2, 14, 14};
            option.state = state | QStyle::State_Enabled;
            option.palette = schemePalette(scheme);
            QImage picture(18, 18, QImage::Format_RGB32);
            picture.fill(option.palette.color(state & QStyle::State_Selected ? QPalette::Highlight : QPalette::Window));
            QPainter painter(&picture);
            style.drawPrimitive(element, &option, &painter, nullptr);
            return picture;
        };
        for (const auto element : {QStyle::PE_IndicatorCheckBox, QStyle::PE_IndicatorRadioButton}) {
            const QImage off = drawn(element, QStyle::State_Off);
            double best = 0;
            for (int x = 0; x < off.width(); ++x)
                best = std::max(best, contrast(off.pixelColor(x, 9), schemePalette(scheme).color(QPalette::Window)));
            QVERIFY2(best >= 2.5, qPrintable(QString::number(best)));
            QVERIFY(off != drawn(element, QStyle::State_On));
        }
        QVERIFY(drawn(QStyle::PE_IndicatorCheckBox, QStyle::State_On) != drawn(QStyle::PE_IndicatorCheckBox, QStyle::State_NoChange));
        // In the chosen row of a list, whose ground is the accent.
        const QColor accent = schemePalette(scheme).color(QPalette::Highlight);
        for (const auto state : {QStyle::State_On, QStyle::State_Off}) {
            const QImage chosen = drawn(QStyle::PE_IndicatorCheckBox, state | QStyle::State_Selected);
            double edge = 0;
            for (int x = 0; x < 5; ++x)
                edge = std::max(edge, contrast(chosen.pixelColor(x, 9), accent));
            QVERIFY2(edge >= 2.5, qPrintable(QString::number(edge)));
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
