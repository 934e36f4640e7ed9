// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extract/sieves/sieves.h"

#include <algorithm>

namespace onrecord::extract {

using namespace word;

namespace {

/// The first item of the clause around item `item`: behind a comma, a semicolon or a dash, or the sentence's first.
int clauseFirst(const Reading &r, int item, int floor)
{
    int first = item;
    while (first > floor && !r.isStretch(first - 1) && !isComma(r, first - 1) && !r.iSign(first - 1, u';') && !r.iSign(first - 1, u':') && !r.iSign(first - 1, u'–') && !r.iSign(first - 1, u'—'))
        --first;
    return first;
}

/// The clause's last word, where the words in marks have only circumstances behind them ("„…“ in mehreren Depots |gesprochen|"); else the next item.
int verbBehind(const Reading &r, int item, int ceiling)
{
    constexpr int reach = 7;
    static constexpr WordSet speaking{u"gesprochen", u"gewarnt", u"genannt", u"bezeichnet"};
    for (int i = item + 1; i < std::min(ceiling, item + reach) && r.isToken(i) && !isComma(r, i); ++i) {
        if (r.iAny(i, speaking))
            return i;
    }
    return item + 1;
}

bool endsClause(const Reading &r, int i, int ceiling)
{
    return i >= ceiling || isComma(r, i) || r.iSign(i, u'.') || r.iSign(i, u';') || r.iSign(i, u'–') || r.iSign(i, u'—') || r.iWord(i, u"und") || r.iWord(i, u"oder");
}

/// "|von Tom Hale| als „…“ bezeichnet": whoever stands behind "von" in the clause, as long as the clause is a passive.
Source passiveBy(const Reading &r, int first, int item)
{
    static constexpr WordSet being{u"wird", u"wurde", u"werden", u"wurden", u"worden", u"ist", u"sind", u"war", u"waren", u"sei", u"werde"};
    static constexpr WordSet by{u"von", u"vom"};
    bool passive = false;
    Source who;
    for (int i = first; i < item; ++i) {
        if (r.isStretch(i))
            return {};
        passive = passive || r.iAny(i, being);
        if (r.iAny(i, by) && i + 1 < item)
            who = phraseStartingAt(r, i + 1, item);
    }
    const bool somebody = who.isValid() && (who.mention >= 0 || who.isRole || who.isPronoun || r.iWord(who.last + 1, u"als"));
    return passive && somebody ? who : Source{};
}

/// "|Im Bericht| ist von „…“ die Rede": where the talk is; nobody where no paper is named.
bool decideTalk(const Reading &r, int item, const Sentence &sentence, Attribution &attribution)
{
    static constexpr WordSet being{u"ist", u"war", u"sei", u"wird", u"wurde"};
    static constexpr WordSet in{u"in", u"im", u"laut"};
    static constexpr WordSet papers{u"papier", u"schreiben", u"gutachten", u"text", u"antrag", u"vertrag", u"protokoll", u"dokument", u"entwurf", u"programm", u"mail", u"e-mail", u"urteil", u"klage", u"geschäftsbericht",
                                    u"studie", u"buch", u"artikel", u"beschluss", u"nachricht", u"aufsatz", u"zeitung", u"abschlussbericht", u"vorlage"};
    const bool behind = r.iWord(item + 1, u"die") && r.iWord(item + 2, u"rede");
    int first = clauseFirst(r, item, sentence.first);
    while (first < item && r.isToken(first) && !r.iis(first, Preposition))
        ++first; // "Schon im Protokoll"
    if (!r.iAny(first, in))
        return false;
    if (!behind || first + 1 >= item)
        return false;
    const Source paper = phraseStartingAt(r, first + 1, item);
    const bool is = r.iAny(paper.last + 1, being);
    if (!paper.isValid() || !is || !(r.isAny(paper.head, papers) || r.is(paper.head, Medium | ReportNoun)))
        return false;
    assign(r, attribution, paper, -1);
    attribution.cueSpan = {r.itemStart(item + 1), r.itemEnd(item + 2)};
    return true;
}

} // namespace

/// Während Hale von „Schrott“ sprach, … – Hale hat die Pumpe „Schrott“ genannt. – Die Pumpe wurde von Hale als „Schrott“ bezeichnet. The verb
/// stands behind the words, at the end of its clause.
bool decideVerbLast(const Reading &r, int stretch, Attribution &attribution)
{
    static constexpr WordSet having{u"hat", u"haben", u"hatte", u"hatten", u"habe"};
    static constexpr WordSet naming{u"genannt", u"bezeichnet", u"beschrieben", u"kritisiert", u"gelobt", u"verspottet", u"beschimpft", u"abgetan", u"tituliert", u"gewertet", u"eingestuft", u"gefordert", u"gesprochen", u"gewarnt", u"zurückgewiesen", u"gepriesen", u"verurteilt", u"bewertet", u"betitelt"};
    static constexpr WordSet speaking{u"sprach", u"sprachen", u"spricht", u"sprechen", u"nannte", u"nannten", u"nennt", u"nennen", u"bezeichnete", u"bezeichneten", u"bezeichnet", u"warnte", u"warnten", u"warnt"};
    static constexpr WordSet subordinating{u"während", u"als", u"weil", u"da", u"nachdem", u"obwohl", u"obgleich", u"wohingegen", u"wie", u"nur", u"bevor", u"seit"};
    static constexpr WordSet relative{u"der", u"die", u"das"};
    static constexpr WordSet led{u"als", u"von", u"vor", u"mit", u"es", u"sie", u"ihn"};
    const int item = itemOfStretch(r, stretch);
    const Sentence &sentence = sentenceOfStretch(r, stretch);
    const int verb = r.isGerman ? verbBehind(r, item, sentence.last) : item + 1;
    if (r.isGerman && decideTalk(r, item, sentence, attribution))
        return true;
    if (!r.isGerman || verb >= sentence.last || !r.isToken(verb) || r.itok(verb).isCapital || !endsClause(r, verb + 1, sentence.last) || item == sentence.first)
        return false;
    const int first = clauseFirst(r, item, sentence.first);
    const bool names = r.iAny(verb, naming);
    Source who;
    if (names)
        who = passiveBy(r, first, item);
    bool has = false;
    for (int i = first; i < item; ++i)
        has = has || (r.isToken(i) && r.iAny(i, having));
    if (!who.isValid() && names && has)
        who = firstNominative(r, first, item);
    static constexpr WordSet giving{u"vorwarf", u"vorwarfen", u"vorwirft", u"vorwerfen", u"attestierte", u"attestiert", u"bescheinigte", u"bescheinigt", u"unterstellte", u"unterstellt", u"vorhielt", u"vorhält", u"zurief", u"zuruft", u"zuschrieb"};
    const bool reports = r.iAny(verb, giving) || (!names && r.iAny(item - 1, led) && (r.iis(verb, Speech | Naming | Attitude) || r.iAny(verb, speaking)));
    if (!who.isValid() && reports && r.iAny(first, subordinating))
        who = firstNominative(r, first + 1, item);
    if (const int m = r.iMention(first - 2); !who.isValid() && reports && r.iAny(first, relative) && first - 2 >= sentence.first && m >= 0 && r.mention(m).type == AgentType::Person)
        who = phraseStartingAt(r, r.itemOf[static_cast<size_t>(r.mention(m).from)], first - 1);
    if (!who.isValid() || isNobodyInGerman(r, who))
        return false;
    assign(r, attribution, who, -1);
    attribution.cueSpan = {r.itemStart(verb), r.itemEnd(verb)};
    return true;
}

} // namespace onrecord::extract
