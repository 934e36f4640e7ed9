// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/story.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace onrecord;
using namespace Qt::StringLiterals;

class TestStory : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    std::unique_ptr<store::Project> m_project;
    SnapshotPtr m_snapshot;

private Q_SLOTS:
    void initTestCase()
    {
        m_project = store::Project::create(m_dir.filePath(u"story.onrecord"_s), std::make_shared<SystemClock>()).value();
        ingest::ProjectSink sink(*m_project);
        const auto report = ingest::importStory(sink);
        for (const auto &file : report.files) {
            QCOMPARE(file.state, ingest::FileState::Imported);
            QVERIFY2(file.remarks.empty(), qPrintable(inEnglish(file.remarks).join(u"; "_s)));
        }
        m_snapshot = m_project->snapshot().value();
    }

    void itsArticlesSayWhatTheirHeadersSay()
    {
        QCOMPARE(m_snapshot->articles().size(), size_t(5));
        for (const Article &article : m_snapshot->articles()) {
            QCOMPARE(article.title.basis, Basis::Header);
            QVERIFY(article.published.when.isKnown());
            QVERIFY(article.published.basis != Basis::None);
            QVERIFY(!m_snapshot->outletName(article.id).isEmpty());
            QCOMPARE(article.mediaType, u"text/markdown"_s);
            QCOMPARE(article.language, u"en"_s);
        }
        QVERIFY(std::ranges::any_of(m_snapshot->articles(), [](const Article &a) { return a.authors == QStringList{u"Parmy Olson"_s}; }));
        QVERIFY(std::ranges::any_of(m_snapshot->articles(), [](const Article &a) { return a.published.basis == Basis::PublicRecord; }));
    }

    void itsHeadersNotesAreNotes()
    {
        QCOMPARE(m_snapshot->notes().size(), size_t(5));
        for (const Note &note : m_snapshot->notes())
            QCOMPARE(note.about.type, ItemType::Article);
    }

    void itsEventsAreJoinedToPeopleAndArticles()
    {
        QCOMPARE(m_snapshot->events().size(), size_t(10));
        for (const Event &event : m_snapshot->events()) {
            QVERIFY(event.when.when.isKnown() && event.when.basis != Basis::None);
            QVERIFY2(!event.articles.empty() && !event.agents.empty(), qPrintable(event.name));
        }
    }

    void aSecondTimeAddsNothing()
    {
        ingest::ProjectSink sink(*m_project);
        QCOMPARE(ingest::importStory(sink).count(ingest::FileState::Duplicate), 5);
        const auto again = m_project->snapshot().value();
        QCOMPARE(again->articles().size(), size_t(5));
        QCOMPARE(again->events().size(), size_t(10));
        QCOMPARE(again->notes().size(), size_t(5));
    }
};

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
