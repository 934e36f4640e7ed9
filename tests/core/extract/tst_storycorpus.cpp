// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/extraction.h"
#include "core/record/spelling.h"
#include "core/text/offsets.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace onrecord;
using namespace onrecord::extract;

/// Reads the five articles of the story and asks for every quotation, person, organisation and figure of their key.
/// The articles are not part of the repository: ONRECORD_SHARED names the folder that holds corpus/story.
class TestStoryCorpus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyQuotation_data() { eachOf(u"quotations"_s); }
    void everyQuotation();
    void everyReportedClause_data() { eachOf(u"indirect"_s); }
    void everyReportedClause();
    void everyPerson_data() { eachName(u"people"_s); }
    void everyPerson() { findName(AgentType::Person); }
    void everyOrganisation_data() { eachName(u"organisations"_s); }
    void everyOrganisation() { findName(AgentType::Organisation); }
    void everyFigure_data() { eachOf(u"figures"_s); }
    void everyFigure();
    void noBoilerplateIsSomebody();

private:
    struct Article {
        QString text;
        Extraction found;
    };
    void eachOf(const QString &what);
    void eachName(const QString &what);
    void findName(AgentType type);
    [[nodiscard]] Span spanOf(const Article &article, const QJsonObject &wanted) const;
    [[nodiscard]] static QString nameOf(const Article &article, int agent) { return agent < 0 ? QString() : article.found.agents[static_cast<size_t>(agent)].name; }

    QJsonArray m_key;
    QHash<QString, Article> m_articles;
};

void TestStoryCorpus::initTestCase()
{
    const QString shared = qEnvironmentVariable("ONRECORD_SHARED");
    if (shared.isEmpty())
        QSKIP("set ONRECORD_SHARED to the folder that holds corpus/story");
    const QDir folder(shared + u"/corpus/story"_s);
    QFile key(folder.filePath(u"key.json"_s));
    QVERIFY2(key.open(QIODevice::ReadOnly), qPrintable(key.fileName()));
    m_key = QJsonDocument::fromJson(key.readAll())[u"documents"_s].toArray();
    QCOMPARE(m_key.size(), 5);
    for (const QJsonValue &document : std::as_const(m_key)) {
        const QString name = document[u"document"_s].toString();
        QFile file(folder.filePath(name));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        Article article;
        article.text = QString::fromUtf8(file.readAll()).replace(u"\r\n"_s, u"\n"_s);
        Options options;
        options.language = u"en"_s;
        options.published = PartialDate::fromEdtf(document[u"article"_s][u"published"_s].toString()).value_or(PartialDate());
        article.found = extract::extract(article.text, options);
        m_articles.insert(name, article);
    }
}

void TestStoryCorpus::eachOf(const QString &what)
{
    QTest::addColumn<QString>("document");
    QTest::addColumn<QJsonObject>("wanted");
    for (const QJsonValue &document : std::as_const(m_key)) {
        const QString name = document[u"document"_s].toString();
        for (const QJsonValue &wanted : document[what].toArray())
            QTest::addRow("%s %d", qPrintable(name.first(3)), wanted[u"start"_s].toInt()) << name << wanted.toObject();
    }
}

void TestStoryCorpus::eachName(const QString &what)
{
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("forms");
    for (const QJsonValue &document : std::as_const(m_key)) {
        const QString file = document[u"document"_s].toString();
        const QJsonObject names = document[what].toObject();
        for (auto it = names.begin(); it != names.end(); ++it) {
            QStringList forms{it.key()};
            for (const QJsonValue &form : it.value().toArray())
                forms.append(form.toString());
            QTest::addRow("%s %s", qPrintable(file.first(3)), qPrintable(it.key())) << file << it.key() << forms;
        }
    }
}

Span TestStoryCorpus::spanOf(const Article &article, const QJsonObject &wanted) const
{
    const CodePointMap points(article.text);
    return {static_cast<qint32>(points.toUtf16(wanted[u"start"_s].toInt())), static_cast<qint32>(points.toUtf16(wanted[u"end"_s].toInt()))};
}

void TestStoryCorpus::everyQuotation()
{
    QFETCH(const QString, document);
    QFETCH(const QJsonObject, wanted);
    const Article &article = m_articles[document];
    const Span span = spanOf(article, wanted);
    const auto it = std::ranges::find(article.found.quotations, span, &FoundQuotation::content);
    QVERIFY2(it != article.found.quotations.end(), "no quotation of just these words");
    QCOMPARE(QString(spelling(it->kind)), wanted[u"kind"_s].toString());
    if (it->kind == Kind::Scare) // nobody's speech: whoever the sentence names said nothing
        return;
    QCOMPARE(nameOf(article, it->speaker), wanted[u"speaker"_s].toString());
    const QString cue = article.text.sliced(it->cue.start, it->cue.length());
    QVERIFY2(cue.contains(wanted[u"cue"_s].toString()), qPrintable(cue));
}

/// Reported without marks: somebody's words are found where they stand, and are theirs.
void TestStoryCorpus::everyReportedClause()
{
    QFETCH(const QString, document);
    QFETCH(const QJsonObject, wanted);
    const Article &article = m_articles[document];
    const Span span = spanOf(article, wanted);
    const auto reports = [&](const FoundQuotation &q) {
        const Span reported = q.kind == Kind::Indirect ? q.content : q.clause; // partly in marks: the clause around them
        return reported.overlaps(span) && nameOf(article, q.speaker) == wanted[u"speaker"_s].toString();
    };
    QVERIFY(std::ranges::any_of(article.found.quotations, reports));
}

void TestStoryCorpus::findName(AgentType type)
{
    QFETCH(const QString, document);
    QFETCH(const QString, name);
    QFETCH(const QStringList, forms);
    const auto isIt = [&](const FoundAgent &agent) {
        // "Depot Research (DR) division": the key may hold what explains the name.
        return agent.type == type && std::ranges::any_of(forms, [&](const QString &form) {
            return agent.forms.contains(form) || (agent.name.size() > 12 && form.startsWith(agent.name));
        });
    };
    const auto &agents = m_articles[document].found.agents;
    QCOMPARE(std::ranges::count_if(agents, isIt), 1);
}

void TestStoryCorpus::everyFigure()
{
    QFETCH(const QString, document);
    QFETCH(const QJsonObject, wanted);
    const Article &article = m_articles[document];
    const auto it = std::ranges::find(article.found.figures, spanOf(article, wanted), &FoundFigure::content);
    QVERIFY2(it != article.found.figures.end(), "no figure of just these words");
    QCOMPARE(it->unit, wanted[u"unit"_s].toString());
    const QJsonValue value = wanted[u"value"_s];
    QCOMPARE(it->value.has_value(), !value.isNull());
    if (value.isNull())
        return;
    QCOMPARE(*it->value, value.isArray() ? value[0].toDouble() : value.toDouble());
    QCOMPARE(it->max.value_or(0.0), value.isArray() ? value[1].toDouble() : 0.0);
}

void TestStoryCorpus::noBoilerplateIsSomebody()
{
    for (const QJsonValue &document : std::as_const(m_key)) {
        const Article &article = m_articles[document[u"document"_s].toString()];
        for (const QJsonValue &line : document[u"boilerplate"_s].toArray()) {
            const QString words = line.toString();
            const auto from = static_cast<qint32>(article.text.indexOf(words));
            QVERIFY2(from >= 0, qPrintable(words));
            const Span span{from, from + static_cast<qint32>(words.size())};
            for (const FoundAgent &agent : article.found.agents) {
                const bool inside = std::ranges::any_of(agent.mentions, [span](Span mention) { return span.contains(mention); });
                QVERIFY2(agent.type != AgentType::Person || !inside, qPrintable(agent.name));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestStoryCorpus)
#include "tst_storycorpus.moc"
