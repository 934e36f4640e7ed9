// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sha256.h"

#include <QTest>

using namespace onrecord::store;

class TestSha256 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knows_the_examples_of_the_standard_data();
    void knows_the_examples_of_the_standard();
    void agrees_with_qt_at_every_length();
};

void TestSha256::knows_the_examples_of_the_standard_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("hash");
    QTest::newRow("nothing") << QByteArray() << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("one block") << QByteArray("abc") << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

void TestSha256::knows_the_examples_of_the_standard()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, hash);
    QCOMPARE(sha256(bytes).toHex(), hash);
    QCOMPARE(sha256WithoutInstructions(bytes).toHex(), hash);
}

void TestSha256::agrees_with_qt_at_every_length()
{
    QByteArray bytes;
    for (int length = 0; length < 700; ++length) {
        QCOMPARE(sha256(bytes), sha256WithoutInstructions(bytes));
        bytes.append(static_cast<char>(length * 31 + 7));
    }
}

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
