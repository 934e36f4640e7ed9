// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/compare.h"
#include "core/text/offsets.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace onrecord;
using namespace onrecord::match;
using namespace Qt::StringLiterals;

/// Pairs of quotations that people have judged, outside this repository: $ONRECORD_SHARED/corpus/polnear.
class tst_Pairs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QString shared = qEnvironmentVariable("ONRECORD_SHARED");
        if (shared.isEmpty())
            QSKIP("ONRECORD_SHARED names no folder with shared corpora");
        m_folder = shared + u"/corpus/polnear"_s;
        for (const QString &name : {u"train.jsonl"_s, u"dev.jsonl"_s}) {
            QFile file(m_folder + u'/' + name);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            while (!file.atEnd()) {
                const QJsonObject document = QJsonDocument::fromJson(file.readLine()).object();
                m_texts.insert(document.value(u"id"_s).toString(), document.value(u"text"_s).toString());
            }
        }
    }

    void relationsAreThoseThatPeopleSaw()
    {
        QFile file(m_folder + u"/pairs.tsv"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        int truePositive = 0;
        int falsePositive = 0;
        int falseNegative = 0;
        int right = 0;
        int all = 0;
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine()).trimmed();
            if (line.isEmpty() || line.startsWith(u'#'))
                continue;
            const QStringList fields = line.split(u'\t');
            QCOMPARE(fields.size(), 7);
            const QString a = words(fields[0], fields[1], fields[2]);
            const QString b = words(fields[3], fields[4], fields[5]);
            const Comparison answer = compare(a, b);
            const bool wanted = fields[6] != u"different";
            truePositive += answer.same && wanted ? 1 : 0;
            falsePositive += answer.same && !wanted ? 1 : 0;
            falseNegative += !answer.same && wanted ? 1 : 0;
            const bool isRight = spelling(answer.relation) == fields[6];
            right += isRight ? 1 : 0;
            if (!isRight && qEnvironmentVariableIsSet("ONRECORD_SHOW_PAIRS")) {
                qInfo().noquote() << all << fields[6] << "called" << spelling(answer.relation) << "cover" << answer.likeness << "shared" << answer.sharedWords << "run" << answer.longestRun
                                  << "\n    " << a.left(260) << "\n    " << b.left(260);
            }
            ++all;
        }
        const double precision = double(truePositive) / (truePositive + falsePositive);
        const double recall = double(truePositive) / (truePositive + falseNegative);
        const double f1 = 2 * precision * recall / (precision + recall);
        qInfo().noquote() << u"%1 pairs: same or not P %2 R %3 F1 %4; relation right %5"_s.arg(all).arg(precision * 100, 0, 'f', 1).arg(recall * 100, 0, 'f', 1).arg(f1 * 100, 0, 'f', 1).arg(right * 100.0 / all, 0, 'f', 1);
        QVERIFY(f1 >= 0.97);
        QVERIFY(right >= 0.95 * all);
    }

private:
    [[nodiscard]] QString words(const QString &id, const QString &start, const QString &end) const
    {
        const QString &text = *m_texts.constFind(id);
        const CodePointMap map(text);
        const auto from = static_cast<qsizetype>(map.toUtf16(start.toLongLong()));
        return text.sliced(from, static_cast<qsizetype>(map.toUtf16(end.toLongLong())) - from);
    }
    static QString spelling(match::Relation relation)
    {
        switch (relation) {
        case match::Relation::Identical:
            return u"identical"_s;
        case match::Relation::Shortened:
            return u"shortened"_s;
        case match::Relation::Altered:
            return u"altered"_s;
        case match::Relation::Different:
            break;
        }
        return u"different"_s;
    }

    QString m_folder;
    QHash<QString, QString> m_texts;
};

QTEST_GUILESS_MAIN(tst_Pairs)
#include "tst_pairs.moc"
