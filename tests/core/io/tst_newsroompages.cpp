// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pages as newsrooms build them (pages/), each with what a reader of it would say of its headline, outlet, authors and day of printing.
#include "core/io/readers/reader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>

using namespace onrecord;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &name)
{
    QFile file(qEnvironmentVariable("ONRECORD_TEST_DATA") + u"/core/io/pages/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestNewsroomPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageIsReadAsItsReadersWould_data()
    {
        QTest::addColumn<QJsonObject>("expected");
        const QJsonArray pages = QJsonDocument::fromJson(bytesOf(u"expected.json"_s)).array();
        QVERIFY(pages.size() > 12);
        for (const QJsonValue &page : pages)
            QTest::newRow(qPrintable(page[u"page"_s].toString())) << page.toObject();
    }
    void aPageIsReadAsItsReadersWould()
    {
        QFETCH(QJsonObject, expected);
        const QString name = expected[u"page"_s].toString() + u".html"_s;
        const auto document = io::readBytes(bytesOf(name), {name, {}});
        QVERIFY(document);
        QCOMPARE(document->title.value, expected[u"title"_s].toString());
        QCOMPARE(document->outlet.value, expected[u"outlet"_s].toString());
        QCOMPARE(document->authors, expected[u"authors"_s].toVariant().toStringList());
        QCOMPARE(document->published.when.isKnown() ? document->published.when.toEdtf() : QString(), expected[u"published"_s].toString());
        const auto isStruck = [&](const QString &words) {
            const qsizetype at = document->text.indexOf(words);
            return at >= 0 && std::ranges::any_of(document->regions, [at](const Region &region) { return region.struck && region.span.start <= at && at < region.span.end; });
        };
        for (const QString &words : {u"Sport"_s, u"Ferry fares to rise"_s, u"About time."_s, u"All rights reserved"_s})
            QVERIFY2(isStruck(words), qPrintable(words));
        QVERIFY(document->text.contains(u"Nora Blum"_s) && !isStruck(u"Nora Blum"_s));
    }
};

QTEST_GUILESS_MAIN(TestNewsroomPages)
#include "tst_newsroompages.moc"
