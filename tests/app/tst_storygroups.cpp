// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"
#include "core/match/compare.h"
#include "core/store/project.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace onrecord;
using namespace Qt::StringLiterals;

/// Of a whole story exactly the one remark that two articles print is grouped, and what differs is named.
class TestStoryGroups : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    /// The variants of every group that has two quotations or more.
    static std::vector<std::vector<const Quotation *>> groupsOf(const Snapshot &record)
    {
        std::vector<std::vector<const Quotation *>> groups;
        for (const Utterance &utterance : record.utterances()) {
            std::vector<const Quotation *> variants;
            for (const QuotationId id : record.variantsOf(utterance.id)) {
                if (record.quotation(id)->status != Status::Rejected)
                    variants.push_back(record.quotation(id));
            }
            if (variants.size() > 1)
                groups.push_back(variants);
        }
        return groups;
    }

private Q_SLOTS:
    void onlyTheRemarkThatTwoPrintIsGrouped_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("the bundled story") << QString();
        const QString shared = qEnvironmentVariable("ONRECORD_SHARED");
        if (shared.isEmpty())
            qWarning("ONRECORD_SHARED does not name the corpora: only the bundled story is grouped");
        else
            QTest::newRow("the articles it was made from") << shared + u"/corpus/story"_s;
    }

    void onlyTheRemarkThatTwoPrintIsGrouped()
    {
        QFETCH(const QString, folder);
        const QString file = m_dir.filePath(folder.isEmpty() ? u"bundled.onrecord"_s : u"articles.onrecord"_s);
        QCOMPARE(test::runCli({u"new"_s, file}).code, 0);
        if (folder.isEmpty()) {
            QCOMPARE(test::runCli({u"story"_s, file}).code, 0);
        } else {
            QStringList arguments{u"import"_s, file};
            for (const QFileInfo &article : QDir(folder).entryInfoList({u"*.txt"_s}, QDir::Files, QDir::Name))
                arguments << article.filePath();
            QCOMPARE(arguments.size(), 7);
            QCOMPARE(test::runCli(arguments).code, 0);
        }
        const auto project = store::Project::open(file, std::make_shared<SystemClock>(), store::OpenMode::ReadOnly);
        QVERIFY(project);
        const SnapshotPtr record = *(*project)->snapshot();
        QCOMPARE(record->articles().size(), 5u);
        const auto groups = groupsOf(*record);
        for (const auto &group : groups)
            qInfo("grouped: %s", qPrintable(group.front()->content.exact));
        QCOMPARE(groups.size(), 1u);
        QCOMPARE(groups.front().size(), 2u);
        const Quotation *whole = groups.front()[0];
        const Quotation *part = groups.front()[1];
        if (whole->content.exact.size() < part->content.exact.size())
            std::swap(whole, part);
        QVERIFY(whole->article != part->article);
        QVERIFY(whole->speaker && whole->speaker == part->speaker);
        QVERIFY(record->agent(whole->speaker)->name.endsWith(u"Andreessen"_s));

        // One drops the opening words and the other has a bracketed note: the same remark, both differences named, none of meaning.
        const match::Comparison compared = match::compare(whole->content.exact, part->content.exact);
        QVERIFY(compared.same);
        QCOMPARE(compared.relation, match::Relation::Shortened);
        QVERIFY(!compared.meaningChanged);
        const auto isNamed = [&](const QString &words) {
            return std::ranges::any_of(compared.changes, [&](const match::Change &change) { return change.from.contains(words, Qt::CaseInsensitive); });
        };
        QVERIFY(isNamed(u"R1 is"_s));
        QVERIFY(isNamed(u"emoji"_s));
    }
};

QTEST_GUILESS_MAIN(TestStoryGroups)
#include "tst_storygroups.moc"
