// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What other programs wrote, through the real import into a project.
#include "core/ingest/importer.h"
#include "tests/support/exchangesamples.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace onrecord;
using namespace Qt::StringLiterals;

class TestExchange : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    std::unique_ptr<store::Project> m_project;

    ingest::ImportReport take(const QString &name, const QByteArray &bytes)
    {
        ingest::Offer offer;
        offer.files.push_back({{}, bytes, name, io::Links::Follow});
        ingest::ProjectSink sink(*m_project);
        auto report = ingest::importFiles(offer, sink);
        if (report.offered()
            != report.count(ingest::FileState::Imported) + report.count(ingest::FileState::Duplicate)
                + report.count(ingest::FileState::Version) + report.count(ingest::FileState::Refused))
            QTest::qFail("the totals do not add up", __FILE__, __LINE__);
        return report;
    }

    [[nodiscard]] SnapshotPtr record() const { return m_project->snapshot().value(); }

    static const Agent *agent(const Snapshot &record, const QString &name)
    {
        const auto found = std::ranges::find(record.agents(), name, &Agent::name);
        return found == record.agents().end() ? nullptr : &*found;
    }

    static QStringList notesAbout(const Snapshot &record, ItemId item)
    {
        QStringList out;
        for (const Note &note : record.notes()) {
            if (note.about == item)
                out << note.text;
        }
        return out;
    }

    static const Quotation *quotation(const Snapshot &record, const QString &words)
    {
        const auto found = std::ranges::find_if(record.quotations(),
                                                [&words](const Quotation &one) { return one.content.exact == words; });
        return found == record.quotations().end() ? nullptr : &*found;
    }

    /// All rows that an undo must bring back.
    static bool isSame(const Snapshot &a, const Snapshot &b)
    {
        return a.articles() == b.articles() && a.agents() == b.agents() && a.mentions() == b.mentions()
            && a.quotations() == b.quotations() && a.figures() == b.figures() && a.dates() == b.dates()
            && a.events() == b.events() && a.utterances() == b.utterances() && a.notes() == b.notes()
            && a.kinships() == b.kinships() && a.outlets() == b.outlets() && a.carries() == b.carries();
    }

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        m_project =
            store::Project::create(m_dir.filePath(u"%1.onrecord"_s.arg(++number)), std::make_shared<SystemClock>())
                .value();
    }

    void cleanup()
    {
        const auto check = m_project->check();
        QVERIFY(check && check->ok);
        m_project.reset();
    }

    void entitiesBecomeTheRecord()
    {
        const auto report = take(u"leak.ftm"_s, test::ftmSample());
        QCOMPARE(report.count(ingest::FileState::Imported), 5);
        QCOMPARE(report.count(ingest::FileState::Refused), 4);
        const auto all = record();
        const Agent *ana = agent(*all, u"Ana Ruiz"_s);
        QVERIFY(ana);
        QCOMPARE(ana->type, AgentType::Person);
        QCOMPARE(ana->role, u"mayor"_s);
        QCOMPARE(all->agent(ana->affiliation)->name, u"Northport Council"_s);
        const auto typeOf = [ana](const QString &name) {
            const auto found = std::ranges::find(ana->names, name, &AgentName::name);
            return found == ana->names.end() ? NameType::Full : found->type;
        };
        QCOMPARE(typeOf(u"Annie Ruiz"_s), NameType::Nickname);
        QCOMPARE(typeOf(u"Ana Vela"_s), NameType::Former);
        QCOMPARE(typeOf(u"Ana"_s), NameType::Short);
        QVERIFY(notesAbout(*all, ana->id).join(u'\n').contains(u"owns → Acme Mills Ltd, since 2019"_s));

        const Quotation *said = quotation(*all, u"The mill will stay where it is."_s);
        QVERIFY(said);
        QCOMPARE(said->speaker, ana->id);
        QCOMPARE(said->status, Status::Accepted);
        QCOMPARE(said->said.when.toEdtf(), u"2025-03-01"_s);
        QCOMPARE(std::ranges::count(all->quotations(), said->content.exact,
                                    [](const Quotation &one) { return one.content.exact; }),
                 1);
        QVERIFY(notesAbout(*all, said->id).join(u'\n').contains(u"description: At the council"_s));
        const Quotation *elsewhere = quotation(*all, u"Words that nobody printed."_s);
        QVERIFY(elsewhere);
        QCOMPARE(all->agent(elsewhere->speaker)->name, u"Northport Council"_s);
        QVERIFY(quotation(*all, u"We shall see."_s));

        QCOMPARE(all->events().size(), size_t(1));
        const Event &event = all->events().front();
        QCOMPARE(event.name, u"Council meets"_s);
        QCOMPARE(event.agents.size(), size_t(2));
        QVERIFY(std::ranges::contains(event.agents, ana->id));
        QVERIFY(std::ranges::any_of(event.articles, [&all](ArticleId id) {
            return all->article(id)->url.value == u"https://example.org/mill"_s;
        }));
    }

    void oneStepTakesItBack()
    {
        take(u"before.txt"_s, "Ana Ruiz said: \"The bridge stays open.\" Vela Ruiz did not agree at all.");
        const auto before = record();
        QVERIFY(!before->quotations().empty());
        const auto report = take(u"leak.ftm"_s, test::ftmSample());
        QCOMPARE(report.count(ingest::FileState::Imported), 5);
        QVERIFY(!isSame(*before, *record()));
        const auto after = record();
        QVERIFY(m_project->undo());
        QVERIFY(isSame(*before, *record()));
        QVERIFY(m_project->redo());
        QVERIFY(isSame(*after, *record()));
    }

    void graphsBecomeTheRecord()
    {
        const auto report = take(u"who.gexf"_s, test::gexfSample());
        QCOMPARE(report.count(ingest::FileState::Imported), 3);
        QCOMPARE(report.count(ingest::FileState::Refused), 2);
        const auto all = record();
        const Agent *ana = agent(*all, u"Ana Ruiz"_s);
        QVERIFY(ana);
        QCOMPARE(ana->role, u"mayor"_s);
        QCOMPARE(all->agent(ana->affiliation)->name, u"Northport Council"_s);
        QVERIFY(notesAbout(*all, ana->id).join(u'\n').contains(u"owns → Acme Mills Ltd"_s));
        QCOMPARE(all->events().at(0).agents, std::vector{ana->id});
        QCOMPARE(take(u"who.gexf"_s, test::gexfSample()).count(ingest::FileState::Duplicate), 3);
        QVERIFY(m_project->undo());
        QVERIFY(record()->agents().empty() && record()->articles().empty() && record()->events().empty() && record()->notes().empty());
        QCOMPARE(take(u"who.graphml"_s, test::graphMlSample()).count(ingest::FileState::Imported), 1);
        QVERIFY(agent(*record(), u"René Vela"_s));
    }

    void annotationsGoToTheArticleThatIsHere()
    {
        take(u"mill.md"_s, "---\ntitle: Mill to stay\nurl: https://example.org/mill\n---\nThe council heard eleven speakers. Ana Ruiz said: \"The mill will stay where it is.\"\n");
        const auto before = record();
        QCOMPARE(before->articles().size(), size_t(1));
        const ArticleId mill = before->articles().front().id;
        const auto report = take(u"notes.jsonld"_s, test::annotationSample());
        QCOMPARE(report.count(ingest::FileState::Imported), 3); // the address with #top and www. is spelled otherwise
        QCOMPARE(report.count(ingest::FileState::Refused), 2);
        const auto all = record();
        QCOMPARE(all->articles().size(), size_t(2));
        const Quotation *said = quotation(*all, u"The mill will stay where it is."_s);
        QVERIFY(said && said->article == mill);
        QCOMPARE(said->status, Status::Accepted);
        QCOMPARE(said->rule, QString());
        QCOMPARE(all->agent(said->speaker)->name, u"Ana Ruiz"_s);
        const QString ofQuotation = notesAbout(*all, said->id).join(u'\n');
        for (const QString &words : {u"Cy Doe"_s, u"2025-03-04T10:00:00Z"_s, u"He said otherwise before."_s, u"tags: mill"_s, u"[Annotation urn:a1]"_s, u"[Annotation urn:a2]"_s})
            QVERIFY2(ofQuotation.contains(words), qPrintable(words + u"\nnot in\n"_s + ofQuotation));
        // "eleven speakers" may be a figure: then the note is about it.
        QString others;
        for (const Note &note : all->notes())
            others += note.about == ItemId(said->id) ? QString() : note.text + u'\n';
        QVERIFY2(others.contains(u"Who counted them?"_s), qPrintable(others));
        QVERIFY2(notesAbout(*all, mill).join(u'\n').contains(u"Not found in the text: “words that do not stand there”\nBo Li"_s), qPrintable(others));
        const Quotation *elsewhere = quotation(*all, u"We never met."_s);
        QVERIFY(elsewhere && elsewhere->article != mill);
        QCOMPARE(all->agent(elsewhere->speaker)->name, u"Bo Li"_s);
        QVERIFY(notesAbout(*all, elsewhere->id).join(u'\n').contains(u"Asked twice."_s));
        QCOMPARE(all->article(elsewhere->article)->url.value, u"https://example.org/elsewhere"_s);

        QCOMPARE(take(u"notes.jsonld"_s, test::annotationSample()).count(ingest::FileState::Duplicate), 3);
        QVERIFY(isSame(*all, *record()));
        QVERIFY(m_project->undo());
        QVERIFY(isSame(*before, *record()));
        QVERIFY(m_project->redo());
        QVERIFY(isSame(*all, *record()));
    }

    void aDecisionMadeHereStays()
    {
        take(u"mill.md"_s, "---\ntitle: Mill to stay\nurl: https://example.org/mill\n---\nThe council met. Vela Ruiz said: \"The mill will stay where it is.\"\n");
        const Quotation *said = quotation(*record(), u"The mill will stay where it is."_s);
        QVERIFY(said);
        const AgentId speaker = said->speaker;
        QVERIFY(m_project->setStatus({said->id}, Status::Accepted));
        take(u"notes.jsonld"_s, test::annotationSample());
        const auto all = record();
        const Quotation *now = quotation(*all, u"The mill will stay where it is."_s);
        QCOMPARE(now->speaker, speaker);
        QVERIFY(notesAbout(*all, now->id).join(u'\n').contains(u"Ana Ruiz: “The mill will stay"_s));
    }

    void whatHypothesisAnswersIsReadToo()
    {
        const auto report = take(u"rows.json"_s, test::hypothesisSample());
        QCOMPARE(report.count(ingest::FileState::Imported), 1);
        const auto all = record();
        QCOMPARE(all->articles().at(0).title.value, u"Mill to stay"_s);
        QVERIFY(all->quotations().empty()); // a marked passage is nobody's words
        const QString note = notesAbout(*all, all->articles().at(0).id).join(u'\n');
        QVERIFY2(note.contains(u"“eleven speakers”\nLoud.\ntags: voice\n— acct:cy@example.org, 2025-03-04T10:00:00Z [Annotation h1]"_s), qPrintable(note));
        QVERIFY(notesAbout(*all, all->articles().at(0).id).join(u'\n').contains(u"Of the page."_s));
    }

    void theOrderChangesNoFact_data()
    {
        QTest::addColumn<QByteArray>("mark"); ///< what an annotation says
        QTest::addColumn<QStringList>("facts"); ///< speaker, status and words of the article's quotations
        const QString text = u"The mill will stay where it is."_s;
        const QByteArray words = "'target':{'source':'https://example.org/mill','selector':{'type':'TextQuoteSelector','exact':'The mill will stay where it is.'}}";
        const QByteArray prose = "'target':{'source':'https://example.org/mill','selector':{'type':'TextQuoteSelector','exact':'Nobody else spoke'}}";
        const QString suggested = u"Vela Ruiz 1 "_s + text;
        QTest::newRow("a highlight of prose") << "'motivation':'highlighting','bodyValue':'nice'," + prose << QStringList{suggested};
        QTest::newRow("a comment on words") << "'motivation':'commenting','bodyValue':'nice'," + words << QStringList{suggested};
        QTest::newRow("a quotation") << "'motivation':'quoting'," + words << QStringList{u"Vela Ruiz 2 "_s + text};
        QTest::newRow("of the same speaker") << "'motivation':'quoting','body':{'purpose':'identifying','value':'Vela Ruiz'}," + words << QStringList{u"Vela Ruiz 2 "_s + text};
        QTest::newRow("of another speaker") << "'motivation':'quoting','body':{'purpose':'identifying','value':'Bo Li'}," + words << QStringList{suggested};
        QTest::newRow("of words that the text names nobody for") << "'motivation':'quoting','body':{'purpose':'identifying','value':'Bo Li'}," + prose << QStringList{u"Bo Li 2 Nobody else spoke"_s, suggested};
    }
    void theOrderChangesNoFact()
    {
        QFETCH(QByteArray, mark);
        const QByteArray article = "---\ntitle: Mill to stay\nurl: https://example.org/mill\n---\nThe council met. Nobody else spoke. Vela Ruiz said: \"The mill will stay where it is.\"\n";
        const QByteArray annotation = test::quoted("{'id':'urn:1','type':'Annotation'," + mark + "}");
        const auto facts = [this] {
            const auto all = record();
            QStringList out;
            QString notes;
            for (const Article &one : all->articles()) {
                for (const Quotation &said : all->quotations()) {
                    if (said.article == one.id && one.mediaType == "text/markdown"_L1)
                        out << u"%1 %2 %3"_s.arg(said.speaker ? all->agent(said.speaker)->name : QString()).arg(int(said.status)).arg(said.content.exact);
                }
            }
            for (const Note &note : all->notes())
                notes += note.text;
            if (!notes.contains(u"[Annotation urn:1]"_s))
                QTest::qFail("the note is not there", __FILE__, __LINE__);
            out.sort();
            return out;
        };
        take(u"mill.md"_s, article);
        take(u"notes.jsonld"_s, annotation);
        QTEST(facts(), "facts");
        init();
        take(u"notes.jsonld"_s, annotation);
        take(u"mill.md"_s, article);
        QTEST(facts(), "facts");
    }

    void theSpeakerOfTheTextStaysAndTheOtherIsNoted()
    {
        const auto annotation = [](const QByteArray &words) {
            return test::quoted("{'id':'urn:1','type':'Annotation','motivation':'quoting','body':{'purpose':'identifying','value':'Bo Li'},'target':{'source':'https://example.org/mill','selector':{'type':'TextQuoteSelector','exact':'" + words + "'}}}");
        };
        const QByteArray article = "---\ntitle: Mill to stay\nurl: https://example.org/mill\n---\nThe council met. Vela Ruiz said: “The mill will stay where it is.”\n";
        const auto check = [this](const QString &noted) {
            const auto all = record();
            const auto said = std::ranges::find_if(all->quotations(), [&all](const Quotation &one) { return all->article(one.article)->mediaType == "text/markdown"_L1; });
            QVERIFY(said != all->quotations().end());
            QCOMPARE(all->agent(said->speaker)->name, u"Vela Ruiz"_s);
            QVERIFY2(notesAbout(*all, said->id).join(u'\n').contains(noted), qPrintable(notesAbout(*all, said->id).join(u'\n')));
        };
        for (const char *words : {"The mill will stay where it is.", "“The mill will stay where it is.”", "mill will stay"}) {
            take(u"mill.md"_s, article);
            take(u"notes.jsonld"_s, annotation(words));
            check(u"another speaker is named: Bo Li: “%1”"_s.arg(QString::fromUtf8(words)));
            QCOMPARE(record()->quotations().size(), size_t(1));
            QVERIFY(!agent(*record(), u"Bo Li"_s));
            init();
        }
        take(u"notes.jsonld"_s, annotation("The mill will stay where it is."));
        take(u"mill.md"_s, article);
        check(u"another speaker is named: Bo Li"_s);
    }

    void manyAnnotationsOfOneSourceAreQuick()
    {
        constexpr int many = 19'000;
        QByteArray list = "[";
        for (int i = 0; i < many; ++i) {
            const QByteArray number = QByteArray::number(i);
            list += (i == 0 ? "" : ",") + test::quoted("{'id':'urn:" + number + "','type':'Annotation','motivation':'" + (i % 2 ? "quoting" : "commenting") + "','bodyValue':'see " + number
                                                       + "','target':{'source':'https://example.org/long','selector':{'type':'TextQuoteSelector','exact':'Word " + number + " of many'}}}");
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(take(u"notes.json"_s, list + ']').count(ingest::FileState::Imported), 1);
        const qint64 taken = timer.elapsed();
        QVERIFY2(taken < 10'000, qPrintable(QString::number(taken))); // where each looks through all others: 20 s
        QCOMPARE(record()->quotations().size(), size_t(many / 2));
        QCOMPARE(record()->notes().size(), size_t(many));
    }

    void aSecondTimeAddsNothing()
    {
        take(u"leak.ftm"_s, test::ftmSample());
        const auto before = record();
        const auto report = take(u"leak.ftm"_s, test::ftmSample());
        QCOMPARE(report.count(ingest::FileState::Duplicate), 5);
        QVERIFY(isSame(*before, *record()));
    }

    static QStringList rolesOf(const Snapshot &record)
    {
        QStringList out;
        for (const Agent &one : record.agents())
            out << one.name + u": "_s + one.role;
        return out;
    }

    void entriesOfOneListAreApart()
    {
        const QByteArray first = "{'id':'p1','schema':'Person','properties':{'name':['Ana Ruiz'],'position':['mayor'],'birthDate':['1950']}}\n";
        const QByteArray second = "{'id':'p2','schema':'Person','properties':{'name':['Ana Ruiz'],'position':['baker'],'birthDate':['1991']}}\n";
        take(u"a.ftm"_s, test::quoted(first + second));
        const QStringList roles{u"Ana Ruiz: mayor"_s, u"Ana Ruiz: baker"_s};
        QCOMPARE(rolesOf(*record()), roles);
        QCOMPARE(notesAbout(*record(), record()->agents()[1].id), QStringList{u"birthDate: 1991"_s});
        // Their ids tell which is which where the list comes again, changed.
        take(u"b.ftm"_s, test::quoted(second + first + "{'id':'p3','schema':'Person','properties':{'name':['Bo Li']}}\n"));
        QCOMPARE(rolesOf(*record()), roles + QStringList{u"Bo Li: "_s});
        QCOMPARE(notesAbout(*record(), record()->agents()[0].id), QStringList{u"birthDate: 1950"_s});
    }

    /// By the id, in the file that lists them and in others; by the name alone, nobody.
    void whoIsNamedIsTheEntry()
    {
        const QByteArray mayor = "{'id':'p1','schema':'Person','properties':{'name':['Ana Ruiz'],'position':['mayor']}}\n";
        const QByteArray baker = "{'id':'p2','schema':'Person','properties':{'name':['Ana Ruiz'],'position':['baker']}}\n";
        const QByteArray event = "{'id':'e','schema':'Event','properties':{'name':['Council meets'],'involved':['p2','p1']}}\n";
        const auto words = [](const QByteArray &id, const QByteArray &speaker, const QByteArray &said) {
            return "{'id':'d" + id + "','schema':'Article','properties':{'title':['Bread " + id + "'],'publisher':['The Daily']}}\n{'id':'q" + id
                + "','schema':'Documentation','properties':{'document':['d" + id + "'],'entity':['" + speaker + "'],'role':['quoted'],'summary':['" + said + "']}}\n";
        };
        take(u"a.ftm"_s, test::quoted(mayor + baker + event + words("1", "p2", "It rises.") + words("2", "p1", "It stays.")));
        take(u"b.ftm"_s, test::quoted("{'id':'p1','schema':'Person','properties':{'name':['Ana Ruiz']}}\n" + words("3", "p1", "It goes on.")));
        take(u"c.jsonld"_s,
             test::quoted("{'@context':'http://www.w3.org/ns/anno.jsonld','id':'urn:1','type':'Annotation','motivation':'quoting','body':{'purpose':'identifying','type':'TextualBody','value':'Ana Ruiz'},"
                          "'target':{'source':'https://example.org/a','selector':{'type':'TextQuoteSelector','exact':'It sank.'}}}"));
        const auto all = record();
        QCOMPARE(rolesOf(*all), (QStringList{u"Ana Ruiz: mayor"_s, u"Ana Ruiz: baker"_s}));
        const AgentId first = all->agents()[0].id;
        const AgentId second = all->agents()[1].id;
        const auto speakerOf = [&all](const QString &said) {
            const Quotation *known = quotation(*all, said);
            return known ? known->speaker : AgentId{-1};
        };
        QCOMPARE(speakerOf(u"It rises."_s), second);
        QCOMPARE(speakerOf(u"It stays."_s), first);
        QCOMPARE(speakerOf(u"It goes on."_s), first);
        QCOMPARE(all->events().front().agents.size(), size_t(2));
        QVERIFY(notesAbout(*all, all->events().front().id).isEmpty());
        QCOMPARE(speakerOf(u"It sank."_s), AgentId());
        QVERIFY(notesAbout(*all, quotation(*all, u"It sank."_s)->id).contains(u"speaker: Ana Ruiz, a name of several"_s));
    }

    void rowsAboutOneNameAreOne()
    {
        take(u"people.csv"_s, "name,role,organisation\nAna Ruiz,mayor,Northport Council\nAna Ruiz,baker,Northport Mills\n");
        const auto all = record();
        QCOMPARE(all->agents().size(), size_t(3));
        QCOMPARE(agent(*all, u"Ana Ruiz"_s)->role, u"mayor"_s);
        QCOMPARE(notesAbout(*all, agent(*all, u"Ana Ruiz"_s)->id), QStringList{u"role: baker"_s});
    }

    void anotherNameThatIsSomebodysOwnJoinsNobody_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        const QByteArray own = "{'id':'p1','schema':'Person','properties':{'name':['Ana Ruiz'],'position':['mayor']}}\n";
        const QByteArray other = "{'id':'p2','schema':'Person','properties':{'name':['Vela Hale'],'alias':['Ana Ruiz'],'position':['baker']}}\n";
        QTest::newRow("in one list") << own + other << QByteArray();
        QTest::newRow("in one list, the other way") << other + own << QByteArray();
        QTest::newRow("in two lists") << own << other;
        QTest::newRow("in two lists, the other way") << other << own;
    }
    void anotherNameThatIsSomebodysOwnJoinsNobody()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        const auto report = take(u"a.ftm"_s, test::quoted(first));
        if (!second.isEmpty())
            take(u"b.ftm"_s, test::quoted(second));
        else
            QVERIFY(std::ranges::contains(report.files.front().remarks, Remark{RemarkKind::SameNames, {u"“Ana Ruiz”, also another name of Vela Hale"_s}}));
        take(u"c.txt"_s, "\"The mill will stay where it is,\" Ana Ruiz said on Monday.");
        const auto all = record();
        QCOMPARE(all->agents().size(), size_t(2));
        const Agent *ana = agent(*all, u"Ana Ruiz"_s);
        const Agent *vela = agent(*all, u"Vela Hale"_s);
        QVERIFY(ana && vela);
        QCOMPARE(ana->role, u"mayor"_s);
        QCOMPARE(vela->role, u"baker"_s);
        QCOMPARE(notesAbout(*all, ana->id), QStringList{u"possibly the same as → Vela Hale"_s});
        QCOMPARE(notesAbout(*all, vela->id), QStringList{u"possibly the same as → Ana Ruiz"_s});
        QCOMPARE(quotation(*all, u"The mill will stay where it is,"_s)->speaker, ana->id);
    }

    void aNameMetInATextIsTheirsWhoseListSaysSo()
    {
        take(u"a.txt"_s, "\"The mill will stay where it is,\" Annie Vela said on Monday.");
        take(u"b.ftm"_s, test::quoted("{'id':'p1','schema':'Person','properties':{'name':['Ana Ruiz'],'alias':['Annie Vela']}}\n"));
        QCOMPARE(record()->agents().size(), size_t(1));
        QCOMPARE(record()->agents().front().name, u"Ana Ruiz"_s);
    }

    void aRoleThatIsStatedOrDecidedStays()
    {
        const auto list = [](const QByteArray &id, const QByteArray &role) { return test::quoted("{'id':'" + id + "','schema':'Person','properties':{'name':['Ana Ruiz'],'position':['" + role + "']}}\n"); };
        take(u"a.ftm"_s, list("p1", "mayor of Northport"));
        take(u"b.ftm"_s, list("zz", "baker"));
        take(u"c.txt"_s, "\"The mill will stay where it is,\" said Ana Ruiz, the chief engineer.");
        const Agent ana = *agent(*record(), u"Ana Ruiz"_s);
        QCOMPARE(ana.role, u"mayor of Northport"_s);
        QCOMPARE(notesAbout(*record(), ana.id), QStringList{u"role: baker"_s});

        take(u"d.txt"_s, "\"The bakery opens on Monday,\" said Bo Hale, the chief engineer.");
        const Agent bo = *agent(*record(), u"Bo Hale"_s);
        QVERIFY(!bo.role.isEmpty());
        QVERIFY(m_project->addName(bo.id, {u"Bob Hale"_s, NameType::Nickname})); // he is decided on
        take(u"e.ftm"_s, test::quoted("{'id':'p2','schema':'Person','properties':{'name':['Bo Hale'],'position':['miller']}}\n"));
        QCOMPARE(agent(*record(), u"Bo Hale"_s)->role, bo.role);
        QCOMPARE(notesAbout(*record(), bo.id), QStringList{u"role: miller"_s});
    }

    void anOrganisationThatAListStatesStays()
    {
        const QByteArray table = "name,role,organisation\nAna Ruiz,mayor,";
        take(u"a.csv"_s, table + "Northport Council\n");
        take(u"b.csv"_s, table + "Harbour Office\n");
        const auto all = record();
        const Agent *ana = agent(*all, u"Ana Ruiz"_s);
        QCOMPARE(all->agent(ana->affiliation)->name, u"Northport Council"_s);
        QCOMPARE(notesAbout(*all, ana->id), QStringList{u"organisation: Harbour Office"_s});
    }

    void weakNamesAreNobodys()
    {
        take(u"leak.ftm"_s,
             test::quoted("{'id':'c','schema':'Company','properties':{'name':['Acme Mills "
                          "Ltd'],'weakAlias':['Mills']}}\n{'id':'p','schema':'Person','properties':{'name':['Ana "
                          "Ruiz'],'weakAlias':['Ray Ana'],'alias':['Annie Vela']}}\n"));
        take(u"a.txt"_s,
             "\"We open on Monday,\" said Ray Ana, who runs the bakery.\n\nAnnie Vela said: \"We do not.\"");
        const auto all = record();
        const Quotation *first = quotation(*all, u"We open on Monday,"_s);
        QVERIFY(first);
        QVERIFY(!first->speaker || all->agent(first->speaker)->name != u"Ana Ruiz"_s);
        const Quotation *second = quotation(*all, u"We do not."_s);
        QVERIFY(second && second->speaker);
        QCOMPARE(all->agent(second->speaker)->name, u"Ana Ruiz"_s);
    }
};

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
