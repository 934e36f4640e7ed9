// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingest/importer.h"
#include "core/ingest/restrike.h"
#include "core/record/speakers.h"
#include "tests/core/store/dump.h"
#include "tests/core/store/samplearticles.h"

#include <QTest>

namespace onrecord::test {

using namespace Qt::StringLiterals;

/// The first passage is what a reader strikes of a page; the second is the article.
inline const auto page = QByteArray(R"(<!DOCTYPE html><html lang="en"><head><title>Lock stays open</title><meta property="article:published_time" content="2031-05-06"></head><body><article>
<h1>Lock stays open</h1>
<p>“The lock stays open until the autumn,” said Vera Quint, the keeper of the lock at Norrby, when the council met there on Monday.</p>
<aside class="newsletter"><p>“We counted 420 boats since 3 May 2031,” said Emil Kraus, the harbour clerk of Osterby, in our weekly letter to subscribers.</p></aside>
<p>Nobody on the bank had anything to add. “The gates are old,” Vera Quint said. “They leak every night.” The council paid 12 million euros for them.</p>
</article></body></html>)");

inline const QString boats = u"We counted 420 boats since 3 May 2031,"_s;

inline const QByteArray transcript = "Interview at the lock\n\nANCHOR: Good evening and welcome to the lock.\n\nMARLOW: The water came in at three o'clock.\n\n"
                              "ANCHOR: Who closed the gates then?\n\nMARLOW: I closed the gates myself.\n\nANCHOR: Was anybody with you?\n\nMARLOW: Nobody was there.\n";

inline const QByteArray pump = "The pump at Norrby\n\n“Tom Hale told me, ‘The pump leaks 30 liters,’ and I left,” said Ana Ruiz.\n";
inline const QString told = u"Tom Hale told me, ‘The pump leaks 30 liters,’ and I left,"_s;
inline const QString leaks = u"The pump leaks 30 liters,"_s;

/// Thirty-odd runs of words that two articles may share.
inline QString shared()
{
    QString text;
    for (int i = 1; i < 14; ++i)
        text += u"Crate %1 of shelf %2 went to hall %3 by noon. "_s.arg(i).arg(i * 3).arg(i * 5);
    return text.trimmed();
}

/// A project of its own for each test, and striking as a step that undo takes back to the byte.
class RestrikeCase : public QObject
{
protected:
    void start()
    {
        auto created = store::Project::create(m_folder.filePath(u"r%1.onrecord"_s.arg(++m_next)), fixedClock());
        QVERIFY(created);
        m_project = std::move(*created);
    }

    SnapshotPtr now() const { return *m_project->snapshot(); }
    QString textOf(ArticleId article) const { return *m_project->articleText(article); }

    ArticleId add(const QByteArray &bytes, const QString &name)
    {
        ingest::Offer offer;
        offer.files.push_back({{}, bytes, name, io::Links::Follow});
        ingest::ProjectSink sink(*m_project);
        const auto report = importFiles(offer, sink);
        if (report.files.empty() || !report.files.front().article)
            qFatal("not imported: %s", qPrintable(name));
        return report.files.front().article;
    }

    Span spanOf(ArticleId article, const QString &words) const
    {
        const qsizetype at = textOf(article).indexOf(words);
        if (at < 0)
            qFatal("not in the text: %s", qPrintable(words));
        return {static_cast<qint32>(at), static_cast<qint32>(at + words.size())};
    }

    Result<store::Restruck> restrike(ArticleId article, Span passage, bool struck)
    {
        return ingest::storedArticle(*m_project, article)
            .and_then([&](const ingest::StoredArticle &stored) { return ingest::readAnew(stored, passage, struck); })
            .and_then([&](const store::Restriking &restriking) { return m_project->restrike(restriking); });
    }

    /// The change, its undo and redo, and the file opened anew.
    template<class Verify>
    void verifyStep(ArticleId article, Span passage, bool struck, Verify verify)
    {
        const QStringList before = dump(m_project->path());
        const auto done = restrike(article, passage, struck);
        QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
        QVERIFY(m_project->undoName().startsWith(struck ? u"Strike “"_s : u"Restore “"_s));
        verify(*done);
        if (QTest::currentTestFailed())
            return;
        const QStringList after = dump(m_project->path());
        QVERIFY(before != after);
        QVERIFY(m_project->undo());
        QCOMPARE(dump(m_project->path()), before);
        QVERIFY(m_project->redo());
        QCOMPARE(dump(m_project->path()), after);
        const QString path = m_project->path();
        m_project.reset();
        auto opened = store::Project::open(path, fixedClock());
        QVERIFY(opened);
        m_project = std::move(*opened);
        verify(*done);
        const auto report = m_project->check();
        QVERIFY(report && report->ok);
    }

    const Quotation *quotation(const QString &words) const
    {
        const SnapshotPtr record = now();
        const auto row = std::ranges::find_if(record->quotations(), [&](const Quotation &one) { return one.content.exact == words; });
        return row == record->quotations().end() ? nullptr : &*row;
    }

    /// All that was found, by its words: what a fresh import finds is found by striking and restoring too.
    QStringList found() const
    {
        const SnapshotPtr record = now();
        const auto nameOf = [&record](AgentId id) { return id ? record->agent(id)->name : u"nobody"_s; };
        QStringList all;
        for (const Quotation &row : record->quotations())
            all << u"quotation %1 | %2 | %3 | %4"_s.arg(row.content.exact, row.speaker ? namesOf(*record, speakersOf(row)) : u"nobody"_s, row.rule, row.carriers.join(u", "_s));
        for (const Figure &row : record->figures())
            all << u"figure %1 | %2 | %3"_s.arg(row.content.exact, nameOf(row.assertedBy), row.quotation ? record->quotation(row.quotation)->content.exact : QString());
        for (const Mention &row : record->mentions())
            all << u"mention %1 | %2"_s.arg(textOf(row.article).sliced(row.span.start, row.span.length()), nameOf(row.agent));
        for (const DateMention &row : record->dates())
            all << u"date %1"_s.arg(row.content.exact);
        all.sort();
        return all;
    }

    bool isAnybody(const QString &name) const { return std::ranges::contains(now()->agents(), name, &Agent::name); }
    QString speakerOf(const QString &words) const
    {
        const Quotation *row = quotation(words);
        const Agent *agent = row ? now()->agent(row->speaker) : nullptr;
        return agent ? agent->name : QString();
    }

    QTemporaryDir m_folder;
    int m_next = 0;
    std::unique_ptr<store::Project> m_project;
};

} // namespace onrecord::test
