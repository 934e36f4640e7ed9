// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/store/samplearticles.h"

#include <QTest>

namespace onrecord::test {

using namespace Qt::StringLiterals;

inline const QString address = u"https://lantern.example/news/depot"_s;
inline const QString keeper = u"We lost the key on Monday and nobody dared to say so"_s;
inline const QString clerk = u"The lock was changed before the count began"_s;

/// Enough sentences of its own to be compared; each number another text.
inline QString filling(int number)
{
    QString text;
    for (int i = 0; i < 12; ++i)
        text += u"Crate %1 of shelf %2 went to hall %3 by noon. "_s.arg(number * 100 + i).arg(number * 7 + i * 3).arg(number * 13 + i * 5);
    return text;
}

inline ArticleBuilder depot(const QString &body, const QString &fileName)
{
    ArticleBuilder builder(body, fileName);
    builder.title(u"Depot shut"_s).outlet(u"The Lantern"_s);
    return builder;
}

inline store::NewArticle withAddress(store::NewArticle article, const QString &url = address)
{
    article.document.url = {url, Basis::Metadata};
    return article;
}

inline store::NewArticle firstDepot()
{
    ArticleBuilder builder = depot(u"“%1,” said Nora Blum. “%2,” said Otto Pell. %3"_s.arg(keeper, clerk, filling(1)), u"depot1.html"_s);
    const int nora = builder.agent(u"Nora Blum"_s);
    const int otto = builder.agent(u"Otto Pell"_s);
    builder.quotation(keeper, nora).quotation(clerk, otto);
    return withAddress(builder.article());
}

/// The same address a day later: one quotation unchanged and moved, the other reworded.
inline store::NewArticle secondDepot()
{
    ArticleBuilder builder = depot(u"Corrected. %3 “%1,” said Nora Blum. Otto Pell said that the lock had been changed before the count was done."_s.arg(keeper, filling(1)), u"depot2.html"_s);
    const int nora = builder.agent(u"Nora Blum"_s);
    builder.quotation(keeper, nora);
    return withAddress(builder.article(), address + u"/?utm_source=letter"_s);
}

inline store::NewArticle reprint()
{
    ArticleBuilder builder(u"From our agency. “%1,” said Nora Blum. “%2,” said Otto Pell. %3"_s.arg(keeper, clerk, filling(1)), u"reprint.txt"_s);
    builder.title(u"Key lost"_s).outlet(u"Evening Post"_s);
    return builder.article();
}

/// A project of its own for each test, sound at its end.
class KinCase : public QObject
{
protected:
    void start()
    {
        m_path = m_folder.filePath(QStringLiteral("%1.onrecord").arg(++m_next));
        auto made = store::Project::create(m_path, fixedClock());
        QVERIFY(made);
        m_project = std::move(*made);
    }

    void finish()
    {
        const auto report = m_project->check();
        QVERIFY(report && report->ok);
        m_project.reset();
    }

    SnapshotPtr now() const { return *m_project->snapshot(); }

    store::Added add(const store::NewArticle &article)
    {
        const auto added = m_project->addArticle(article);
        if (!added)
            qFatal("%s", qPrintable(added.error().detail));
        return *added;
    }

    void accept(const QString &words)
    {
        const SnapshotPtr record = now();
        for (const Quotation &row : record->quotations()) {
            if (row.content.exact == words)
                QVERIFY(m_project->setStatus({row.id}, Status::Accepted));
        }
    }

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<store::Project> m_project;
    int m_next = 0;
};

} // namespace onrecord::test
