// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/tones.h"

#include <QTest>
#include <QUuid>

using namespace onrecord::present;
using namespace Qt::StringLiterals;

class TestTones : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textKeepsItsContrast_data();
    void textKeepsItsContrast();
    void aSpeakersColourIsSteadyAndCarriesWhite();
    void initials_data();
    void initials();
};

void TestTones::textKeepsItsContrast_data()
{
    QTest::addColumn<QColor>("paper");
    QTest::addColumn<QColor>("ink");
    QTest::newRow("light") << QColor(0xfcfcfc) << QColor(0x232629);
    QTest::newRow("dark") << QColor(0x1b1e20) << QColor(0xfcfcfc);
    QTest::newRow("high contrast") << QColor(Qt::black) << QColor(Qt::white);
    QTest::newRow("sepia") << QColor(0xf4ecd8) << QColor(0x3b2f1e);
}

void TestTones::textKeepsItsContrast()
{
    QFETCH(QColor, paper);
    QFETCH(QColor, ink);
    QPalette palette;
    palette.setColor(QPalette::Base, paper);
    palette.setColor(QPalette::Text, ink);
    const Tones t = tones(palette);
    for (const auto &[text, ground] : {std::pair(t.quietInk, t.paper), std::pair(t.scareInk, t.scareWash), std::pair(t.addedInk, t.addedWash),
                                       std::pair(t.removedInk, t.removedWash), std::pair(t.good, t.goodWash), std::pair(t.warning, t.warningWash), std::pair(t.bad, t.badWash)})
        QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(text.name() + u" on "_s + ground.name()));
    for (const QColor &line : {t.statementLine, t.fragmentLine, t.figureLine, t.dateLine, t.cueLine})
        QVERIFY2(contrast(line, t.paper) >= 3.0, qPrintable(line.name()));
}

void TestTones::aSpeakersColourIsSteadyAndCarriesWhite()
{
    const QPalette palette;
    for (int i = 0; i < 200; ++i) {
        const QUuid uuid = QUuid::createUuidV5(QUuid(), QByteArray::number(i));
        const QColor colour = agentColour(uuid.toString(QUuid::WithoutBraces), palette);
        QCOMPARE(agentColour(uuid.toString(), palette), colour);
        QVERIFY(contrast(colour, Qt::white) >= 4.5);
    }
}

void TestTones::initials_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("letters");
    QTest::newRow("person") << u"Ana Ruiz"_s << u"AR"_s;
    QTest::newRow("three names") << u"Ana Maria Ruiz"_s << u"AR"_s;
    QTest::newRow("inner capital") << u"OpenHarbour"_s << u"OH"_s;
    QTest::newRow("one word") << u"Rivertown"_s << u"R"_s;
    QTest::newRow("no capital") << u"somebody"_s << u"S"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestTones::initials()
{
    QFETCH(QString, name);
    QFETCH(QString, letters);
    QCOMPARE(onrecord::present::initials(name), letters);
}

QTEST_MAIN(TestTones)
#include "tst_tones.moc"
