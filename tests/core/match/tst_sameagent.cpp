// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/sameagent.h"

#include <QTest>

using namespace onrecord;
using namespace onrecord::match;
using namespace Qt::StringLiterals;

namespace {

extract::FoundAgent found(AgentType type, const QStringList &forms)
{
    extract::FoundAgent agent;
    agent.type = type;
    agent.name = forms.first();
    agent.forms = forms;
    return agent;
}

/// As the store keeps an agent that was found so.
KnownAgent known(int id, AgentType type, const QStringList &forms)
{
    KnownAgent agent;
    agent.id = {id};
    agent.type = type;
    agent.name = forms.first();
    for (const QString &form : forms)
        agent.names.push_back({form, nameTypeOf(type, form, forms.first())});
    return agent;
}

AgentId sameAgent(const extract::FoundAgent &found, const std::vector<KnownAgent> &known)
{
    std::vector<const KnownAgent *> agents;
    for (const KnownAgent &agent : known)
        agents.push_back(&agent);
    return match::sameAgent(found, agents);
}

constexpr AgentType person = AgentType::Person;
constexpr AgentType organisation = AgentType::Organisation;

} // namespace

class TestSameAgent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellings_of_one_name_have_one_key_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("same");
        const auto row = [](AgentType type, const QString &a, const QString &b, bool same) {
            QTest::addRow("%s / %s", qPrintable(a), qPrintable(b)) << static_cast<int>(type) << a << b << same;
        };
        row(organisation, u"Norvex Corp."_s, u"NORVEX"_s, true);
        row(organisation, u"Norvex, Inc."_s, u"Norvex"_s, true);
        row(organisation, u"the Harbour Board Ltd"_s, u"Harbour Board"_s, true);
        row(organisation, u"Norvex’s"_s, u"Norvex"_s, true);
        row(organisation, u"RiverTalk"_s, u"Rivertalk"_s, true);
        row(organisation, u"Stahl & Söhne GmbH"_s, u"Stahl & Söhne"_s, true);
        row(organisation, u"Co"_s, u"Corp"_s, false);
        row(organisation, u"Harbour Board"_s, u"Harbour Trust"_s, false);
        row(person, u"Ana  RUIZ"_s, u"Ana Ruiz"_s, true);
        row(person, u"J. R. Hale"_s, u"J R Hale"_s, true);
        row(person, u"Ana Ruiz"_s, u"Ana Ruiz Co"_s, false);
        row(person, u"Ana Ruíz"_s, u"Ana Ruiz"_s, false);
        row(AgentType::Unnamed, u"?!"_s, u"?!"_s, true);
    }

    void spellings_of_one_name_have_one_key()
    {
        QFETCH(int, type);
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, same);
        const auto agentType = static_cast<AgentType>(type);
        QCOMPARE(nameKey(agentType, a) == nameKey(agentType, b), same);
        QVERIFY(!nameKey(agentType, a).isEmpty());
    }

    void a_lone_capital_word_is_the_house_of_that_name()
    {
        const std::vector house{known(1, organisation, {u"Norvex Ferries"_s, u"Norvex"_s})};
        QCOMPARE(sameAgent(found(person, {u"Norvex"_s}), house), AgentId{1});
        QCOMPARE(sameAgent(found(person, {u"Ana Norvex"_s, u"Norvex"_s}), house), AgentId());
        auto minister = found(person, {u"Norvex"_s});
        minister.role = u"minister"_s;
        QCOMPARE(sameAgent(minister, house), AgentId());
        // And the other way round.
        const std::vector bare{known(2, person, {u"Norvex"_s})};
        QCOMPARE(sameAgent(found(organisation, {u"Norvex Ferries"_s, u"Norvex"_s}), bare), AgentId{2});
        const std::vector named{known(3, person, {u"Ana Norvex"_s, u"Norvex"_s})};
        QCOMPARE(sameAgent(found(organisation, {u"Norvex Ferries"_s, u"Norvex"_s}), named), AgentId());
    }

    void forms_are_told_apart()
    {
        QCOMPARE(nameTypeOf(person, u"Ana Ruiz", u"Ana Ruiz"), NameType::Full);
        QCOMPARE(nameTypeOf(person, u"Ruiz", u"Ana Ruiz"), NameType::Short);
        QCOMPARE(nameTypeOf(person, u"the depot manager", u"Ana Ruiz"), NameType::Nominal);
        QCOMPARE(nameTypeOf(person, u"The engineer", u"Ana Ruiz"), NameType::Nominal);
        QCOMPARE(nameTypeOf(person, u"@anaruiz", u"Ana Ruiz"), NameType::Handle);
        QCOMPARE(nameTypeOf(organisation, u"NORVEX", u"Norvex Corp."), NameType::Full);
        QCOMPARE(nameTypeOf(organisation, u"BRB", u"Board of River Bridges"), NameType::Acronym);
        QCOMPARE(nameTypeOf(organisation, u"B.R.B.", u"Board of River Bridges"), NameType::Acronym);
    }

    void a_full_name_is_met_again()
    {
        const std::vector agents{known(1, person, {u"Ana Ruiz"_s, u"Ruiz"_s}), known(2, person, {u"Tom Hale"_s})};
        QCOMPARE(sameAgent(found(person, {u"ANA RUIZ"_s}), agents), AgentId{1});
        QCOMPARE(sameAgent(found(person, {u"Tom Hale"_s, u"Hale"_s}), agents), AgentId{2});
        QCOMPARE(sameAgent(found(person, {u"Eva Ruiz"_s, u"Ruiz"_s}), agents), AgentId());
    }

    void a_surname_alone_is_nobody_who_has_a_full_name()
    {
        const std::vector agents{known(1, person, {u"Ana Ruiz"_s, u"Ruiz"_s}), known(2, person, {u"Hale"_s})};
        QCOMPARE(sameAgent(found(person, {u"Ruiz"_s}), agents), AgentId());
        QCOMPARE(sameAgent(found(person, {u"Hale"_s}), agents), AgentId{2});
        // A full name does not swallow the surname met earlier.
        QCOMPARE(sameAgent(found(person, {u"Tom Hale"_s, u"Hale"_s}), agents), AgentId());
    }

    void a_name_that_two_could_have_is_neither()
    {
        const std::vector agents{known(1, person, {u"Ana Ruiz"_s}), known(2, person, {u"Ana Ruiz"_s})};
        QCOMPARE(sameAgent(found(person, {u"Ana Ruiz"_s}), agents), AgentId());
    }

    void types_must_go_together()
    {
        const std::vector agents{known(1, organisation, {u"Norvex"_s}), known(2, AgentType::Place, {u"Orle"_s})};
        QCOMPARE(sameAgent(found(AgentType::Product, {u"Norvex"_s}), agents), AgentId{1});
        QCOMPARE(sameAgent(found(person, {u"Ana Norvex"_s}), agents), AgentId());
        QCOMPARE(sameAgent(found(organisation, {u"Orle"_s}), agents), AgentId());
    }

    void an_acronym_meets_its_expansion_in_either_order()
    {
        const QString full = u"Board of River Bridges"_s;
        const std::vector expandedFirst{known(1, organisation, {full, u"BRB"_s})};
        QCOMPARE(sameAgent(found(organisation, {u"BRB"_s}), expandedFirst), AgentId{1});
        const std::vector acronymFirst{known(1, organisation, {u"BRB"_s})};
        QCOMPARE(sameAgent(found(organisation, {full, u"BRB"_s}), acronymFirst), AgentId{1});
    }

    void an_unnamed_source_is_never_met_again()
    {
        const QString words = u"a person close to the talks"_s;
        const std::vector agents{known(1, AgentType::Unnamed, {words})};
        QCOMPARE(sameAgent(found(AgentType::Unnamed, {words}), agents), AgentId());
    }

    void better_name_says_more_and_does_not_shout()
    {
        QCOMPARE(betterName(person, u"ANA RUIZ"_s, u"Ana Ruiz"_s), u"Ana Ruiz"_s);
        QCOMPARE(betterName(person, u"Ana Ruiz"_s, u"ANA RUIZ"_s), u"Ana Ruiz"_s);
        QCOMPARE(betterName(organisation, u"Rivertalk"_s, u"RiverTalk"_s), u"RiverTalk"_s);
        QCOMPARE(betterName(organisation, u"Norvex Corp."_s, u"Norvex"_s), u"Norvex"_s);
        QCOMPARE(betterName(organisation, u"BRB"_s, u"Board of River Bridges"_s), u"Board of River Bridges"_s);
    }
};

QTEST_GUILESS_MAIN(TestSameAgent)
#include "tst_sameagent.moc"
