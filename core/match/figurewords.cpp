// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/figurewords.h"

#include "core/match/amount.h"

#include <QHash>
#include <QSet>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

/// Lines "name: word word …".
QHash<QString, QString> readGroups(QStringView lists)
{
    QHash<QString, QString> out;
    for (const QStringView line : lists.split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype colon = line.indexOf(u':');
        const QString name = line.first(colon).trimmed().toString();
        for (const QStringView w : line.sliced(colon + 1).split(u' ', Qt::SkipEmptyParts)) {
            out.insert(w.toString(), name);
            out.insert(wordStem(w), name);
        }
    }
    return out;
}

QSet<QString> readWords(QStringView list)
{
    QSet<QString> out;
    for (const QStringView w : list.split(u' ', Qt::SkipEmptyParts)) {
        out.insert(w.toString());
        out.insert(wordStem(w));
    }
    return out;
}

QString look(const QHash<QString, QString> &groups, QStringView word)
{
    const auto exact = groups.constFind(word.toString().toLower());
    return exact != groups.cend() ? *exact : groups.value(wordStem(word));
}

bool has(const QSet<QString> &words, QStringView word)
{
    return words.contains(word.toString().toLower()) || words.contains(wordStem(word));
}

} // namespace

QString conceptOf(QStringView word)
{
    static const auto groups = readGroups(
        uR"(spend: invest spend spent spends pay paid pays allocate commit pledge pour earmark expenditure capex outlay investment spending investieren ausgeben investitionen
buy: buy bought buys purchase acquire acquired procure obtain kaufen gekauft kaufte erwerben
have: have has had own owns possess hold holds held access hat haben besitzt
use: use uses used harness deploy utilise utilize employs nutzen nutzt einsetzen
train: train trained trains
kill: kill killed die died dies dead deaths perish getötet tot starben gestorben tote
hurt: injure injured injuries wound wounded hurt verletzt verletzte
dismiss: dismiss lay-off layoffs fire fired sack sacked slash entlassen
earn: earn earned revenue revenues sales turnover umsatz
profit: profit profits gewinn
lose: lose lost loses losses loss verlust verluste
raise: raise raised raises funding fundraising
charge: charge charges charged cost costs price prices priced kostet kosten preis
grow: grow grew grown rise rose risen rises increase increased jump climb climbed steigen stieg wächst
fall: fall fell fallen falls drop dropped decline declined sinken sank gesunken
sell: sell sold sells verkaufen verkauft
build: build built builds construct constructed bauen gebaut
hire: hire hired hires recruit einstellen
win: win won wins gewann gewonnen
arrest: arrest arrested arrests detain detained festgenommen
attend: attend attended attendance marched march gathered demonstrate protest protested
donate: donate donated donation give gave spenden gespendet
evacuate: evacuate evacuated flee fled
reach: reach reached serve serves served serving)");
    return look(groups, word);
}

QString measureOf(QStringView word)
{
    static const auto groups = readGroups(
        uR"(cost: cost costs costing price prices priced pricing cheap cheaper cheapest expensive dearer expense expenses spend spent budget affordable money outlay billiger günstiger teurer kosten preis
computing: computing compute computation computational processing rechenleistung
energy: energy electricity emissions carbon power fuel energie strom
speed: fast faster quick quicker slow slower speed rapid schneller langsamer
time: time hours days minutes zeit
size: big bigger large larger small smaller size größer kleiner
efficiency: efficient efficiency effizienter
performance: powerful stronger strong accurate better performance capable stärker
weight: heavy heavier light lighter weight
staff: staff workers employees
memory: memory storage)");
    return look(groups, word);
}

int directionOf(QStringView word)
{
    static const auto fewer = readWords(
        u"less cheaper fewer lower smaller lighter slower weniger billiger günstiger kleiner niedriger langsamer");
    static const auto more = readWords(u"more higher larger bigger faster dearer greater better stronger heavier "
                                       u"longer quicker mehr höher größer schneller teurer");
    const QString w = word.toString().toLower();
    return fewer.contains(w) ? -1 : more.contains(w) ? 1 : 0;
}

bool isLightVerb(QStringView word)
{
    static const auto words =
        readWords(u"be is are was were been being do does did done get gets got make makes made take takes took taken "
                  u"go goes went come comes came sein ist sind war waren wurde wurden werden");
    return words.contains(word.toString().toLower());
}

bool isPassingWord(QStringView word)
{
    static const auto words = readWords(u"using including involving totalling totaling starting said based estimated");
    return words.contains(word.toString().toLower());
}

bool isEmptyTopic(QStringView word)
{
    static const auto words =
        readWords(u"year years month week day today time plan plans planned expect say says said tell told report "
                  u"reported thing things new next last first number part way people percent million "
                  u"billion total amount world company companies firm group country states jahr jahre jahren woche "
                  u"monat tag prozent zahl neue neuen");
    return has(words, word);
}

bool isEmptyName(QStringView word)
{
    static const auto words =
        readWords(u"ai a.i. ceo cfo cto coo it gpu gpus cpu cpus pr hr tv ipo gdp mr mrs ms dr prof u.s us usa uk eu "
                  u"united states america american house white party republican democratic number oh yeah well");
    return words.contains(word.toString().toLower());
}

} // namespace onrecord::match
