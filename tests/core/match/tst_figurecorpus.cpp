// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/importer.h"
#include "core/match/figureboard.h"
#include "core/store/contexts.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace onrecord;
using namespace Qt::StringLiterals;

namespace {

/// A figure that a reader marked: which quantity, and the letters of what is said of it.
struct Marked {
    QString file, quantity, letters, words;
    Span span; ///< of the stored text
};

struct Corpus {
    ingest::Offer offer;
    std::vector<Marked> marks;
};

QString filled(const QStringList &header, const QString &body)
{
    return u"---\noutlet: %1\ndate: %2\nlang: %3\n---\n\n# "_s.arg(header.value(0), header.value(1), header.value(2, u"en"_s)) + body;
}

/// Articles begin with "== outlet, date, language"; marks are taken out of their text.
Corpus readCorpus(const QString &name)
{
    QFile file(QString::fromLocal8Bit(qgetenv("ONRECORD_TEST_DATA")) + u"/core/match/figures/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no corpus %s", qPrintable(file.fileName()));
    Corpus out;
    QStringList articles = QString::fromUtf8(file.readAll()).split(u"\n== "_s);
    articles.removeFirst();
    for (const QString &article : std::as_const(articles)) {
        const qsizetype line = article.indexOf(u'\n');
        const QString fileName = u"%1.md"_s.arg(out.offer.files.size() + 11);
        QString text = article.sliced(line + 1);
        for (qsizetype at = text.indexOf(u'{'); at >= 0; at = text.indexOf(u'{', at)) {
            const qsizetype end = text.indexOf(u'}', at);
            const QStringList mark = text.sliced(at + 1, end - at - 1).split(u'|');
            const QStringList key = mark.value(0).split(u':');
            text.replace(at, end - at + 1, mark.value(1));
            out.marks.push_back({fileName, key.value(0), key.value(1), mark.value(1), {}});
        }
        out.offer.files.push_back({{}, filled(article.first(line).split(u", "_s), text).toUtf8(), fileName, io::Links::Follow});
    }
    return out;
}

using Pair = std::pair<const Marked *, const Marked *>;

struct Score {
    int right = 0, wrong = 0, missed = 0;
    QStringList mistakes;
    [[nodiscard]] int precision() const { return right + wrong ? 100 * right / (right + wrong) : 100; }
    [[nodiscard]] int recall() const { return right + missed ? 100 * right / (right + missed) : 100; }
};

} // namespace

/// How many of the conflicts and agreements that a reader sees between articles the boards find, and how many they make up.
class TestFigureCorpus : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    std::vector<Marked> m_marks;
    SnapshotPtr m_record;
    std::vector<match::Board> m_boards;

    void import(const QString &name)
    {
        Corpus corpus = readCorpus(name);
        m_marks = std::move(corpus.marks);
        const auto project = store::Project::create(m_dir.filePath(name + u".onrecord"_s), std::make_shared<SystemClock>()).value();
        ingest::ProjectSink sink(*project);
        const auto report = ingest::importFiles(corpus.offer, sink);
        QCOMPARE(report.count(ingest::FileState::Imported), static_cast<int>(corpus.offer.files.size()));
        m_record = project->snapshot().value();
        std::vector<ArticleId> articles;
        for (const Article &article : m_record->articles()) {
            articles.push_back(article.id);
            place(article, project->articleText(article.id).value());
        }
        const auto contexts = store::figureContexts(*project, articles).value();
        m_boards = match::figureBoards(*m_record, contexts);
        if (qEnvironmentVariableIsSet("ONRECORD_SHOW_CLAUSES"))
            show(contexts);
    }

    /// What was read, for whoever mends the rules.
    void show(const std::vector<match::FigureContext> &contexts) const
    {
        for (const match::Board &board : m_boards) {
            QStringList values;
            for (const match::BoardValue &value : board.values)
                values << told(value.figure);
            qInfo("board %s: %s [%s] %s", qPrintable(board.subject), qPrintable(board.predicate), qPrintable(match::explanation(board)), qPrintable(values.join(u", ")));
        }
        for (const match::FigureContext &context : contexts) {
            const match::FigureClause &clause = context.clause;
            QStringList about;
            for (const match::Topic &topic : clause.about)
                about << topic.word + (topic.isName ? u"ⁿ"_s : QString()) + (topic.isHead ? u"*"_s : QString()) + (topic.isScope ? u">"_s : QString());
            qInfo("%s: noun %s, deed %s (%s)%s%s%s, about %s, near %s", qPrintable(told(context.figure)), qPrintable(clause.noun), qPrintable(clause.deed),
                  qPrintable(clause.printed), clause.isChange ? ", change" : "", clause.isRunning ? ", running" : "", clause.isPart ? ", part" : "", qPrintable(about.join(u' ')),
                  qPrintable(clause.near.join(u' ')));
        }
    }

    /// Marks of an article stand in text order.
    void place(const Article &article, const QString &text)
    {
        qsizetype from = 0;
        const QString flat = QString(text).replace(u'\n', u' ');
        for (Marked &mark : m_marks) {
            if (mark.file != article.fileName)
                continue;
            const QString words = mark.words.simplified();
            const qsizetype at = flat.indexOf(words, from);
            QVERIFY2(at >= 0, qPrintable(mark.words));
            from = at + words.size();
            mark.span = {static_cast<qint32>(at), static_cast<qint32>(from)};
        }
    }

    [[nodiscard]] const Marked *markOf(FigureId id) const
    {
        const Figure &figure = *m_record->figure(id);
        const QString file = m_record->article(figure.article)->fileName;
        const auto at = std::ranges::find_if(m_marks, [&](const Marked &m) { return m.file == file && m.span.overlaps(figure.content.span); });
        return at == m_marks.end() ? nullptr : &*at;
    }

    [[nodiscard]] static bool isOne(const Pair &p) { return p.first && p.second && p.first->quantity == p.second->quantity; }
    /// A running count: no answer is asked for.
    [[nodiscard]] static bool isOpen(const Pair &p) { return isOne(p) && (p.first->letters.contains(u'?') || p.second->letters.contains(u'?')); }
    [[nodiscard]] static bool agree(const Pair &p)
    {
        return isOne(p) && std::ranges::any_of(p.first->letters, [&](QChar c) { return p.second->letters.contains(c); });
    }
    [[nodiscard]] static bool isWanted(const Pair &p, match::FigureRelation relation)
    {
        return relation == match::FigureRelation::Agree ? agree(p) : isOne(p) && !agree(p);
    }

    [[nodiscard]] QString told(FigureId id) const
    {
        const Figure &figure = *m_record->figure(id);
        return m_record->article(figure.article)->fileName.first(2) + u" “"_s + figure.content.exact.simplified() + u"”"_s;
    }

    [[nodiscard]] Score score(match::FigureRelation relation) const
    {
        Score out;
        QSet<Pair> found;
        for (const match::Board &board : m_boards) {
            for (const match::FigurePair &pair : board.pairs) {
                const match::BoardValue &a = board.values[static_cast<size_t>(pair.a)];
                const match::BoardValue &b = board.values[static_cast<size_t>(pair.b)];
                Pair marks{markOf(a.figure), markOf(b.figure)};
                if (pair.relation != relation || a.article == b.article || isOpen(marks))
                    continue;
                if (marks.second < marks.first)
                    std::swap(marks.first, marks.second);
                if (!isWanted(marks, relation)) {
                    ++out.wrong;
                    out.mistakes << u"made up: %1 and %2 on %3: %4 (%5)"_s.arg(told(a.figure), told(b.figure), board.subject, board.predicate, match::explanation(pair));
                } else if (!found.contains(marks)) {
                    found.insert(marks);
                    ++out.right;
                }
            }
        }
        for (size_t i = 0; i < m_marks.size(); ++i) {
            for (size_t k = i + 1; k < m_marks.size(); ++k) {
                const Pair marks{&m_marks[i], &m_marks[k]};
                if (m_marks[i].file == m_marks[k].file || isOpen(marks) || !isWanted(marks, relation) || found.contains(marks))
                    continue;
                ++out.missed;
                out.mistakes << u"missed: %1 %2 “%3” and %4 “%5”"_s.arg(m_marks[i].quantity, m_marks[i].file.first(2), m_marks[i].words.simplified(),
                                                                  m_marks[k].file.first(2), m_marks[k].words.simplified());
            }
        }
        return out;
    }

private Q_SLOTS:
    void findsWhatAReaderFinds_data()
    {
        QTest::addColumn<QString>("corpus");
        QTest::addColumn<int>("conflictPrecision");
        QTest::addColumn<int>("conflictRecall");
        QTest::addColumn<int>("agreePrecision");
        QTest::addColumn<int>("agreeRecall");
        QTest::newRow("tarnby") << u"tarnby.txt"_s << 95 << 88 << 95 << 80;
        QTest::newRow("osmere") << u"osmere.txt"_s << 95 << 65 << 95 << 80;
        QTest::newRow("kallow") << u"kallow.txt"_s << 95 << 65 << 95 << 50;
        QTest::newRow("northline") << u"northline.txt"_s << 95 << 85 << 95 << 75;
        QTest::newRow("veldt") << u"veldt.txt"_s << 95 << 30 << 95 << 40;
    }
    void findsWhatAReaderFinds()
    {
        QFETCH(const QString, corpus);
        import(corpus);
        const Score conflicts = score(match::FigureRelation::Conflict);
        const Score agreements = score(match::FigureRelation::Agree);
        for (const auto &[what, of] : {std::pair("conflicts", &conflicts), std::pair("agreements", &agreements)}) {
            qInfo("%s: %d right, %d made up, %d missed: precision %d, recall %d", what, of->right, of->wrong, of->missed, of->precision(), of->recall());
            for (const QString &mistake : of->mistakes)
                qInfo("  %s", qPrintable(mistake));
        }
        QFETCH(const int, conflictPrecision);
        QFETCH(const int, conflictRecall);
        QFETCH(const int, agreePrecision);
        QFETCH(const int, agreeRecall);
        QCOMPARE_GE(conflicts.precision(), conflictPrecision);
        QCOMPARE_GE(conflicts.recall(), conflictRecall);
        QCOMPARE_GE(agreements.precision(), agreePrecision);
        QCOMPARE_GE(agreements.recall(), agreeRecall);
    }
};

QTEST_GUILESS_MAIN(TestFigureCorpus)
#include "tst_figurecorpus.moc"
