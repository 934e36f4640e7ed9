// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/sameagent.h"
#include "core/text/fold.h"

#include <QSet>
#include <algorithm>

namespace onrecord::match {

namespace {

using namespace Qt::StringLiterals;

const QSet<QString> &legalForms()
{
    static const QSet<QString> forms{u"inc"_s, u"incorporated"_s, u"corp"_s, u"corporation"_s, u"co"_s, u"ltd"_s, u"limited"_s,
                                     u"llc"_s, u"llp"_s, u"plc"_s, u"ag"_s, u"gmbh"_s, u"se"_s, u"sa"_s, u"nv"_s, u"bv"_s, u"oy"_s,
                                     u"ab"_s, u"spa"_s, u"kg"_s, u"kgaa"_s, u"ev"_s, u"pte"_s, u"pty"_s, u"sas"_s, u"sarl"_s, u"srl"_s};
    return forms;
}

/// Products carry the names of their makers: "the model" and the company are told apart by a person, not here.
bool areCompatible(AgentType a, AgentType b)
{
    const auto isCorporate = [](AgentType type) { return type == AgentType::Organisation || type == AgentType::Product; };
    return a == b || (isCorporate(a) && isCorporate(b));
}

bool isOneWord(QStringView key)
{
    return !key.contains(u' ');
}

/// One capital word that nothing in its article tells to be a person: no given name, no title, no office.
bool isBare(AgentType type, QStringView name, QStringView role)
{
    return type == AgentType::Person && isOneWord(name.trimmed()) && role.isEmpty();
}

bool isBare(const KnownAgent &agent)
{
    return isBare(agent.type, agent.name, agent.role) && std::ranges::all_of(agent.names, [](const AgentName &name) { return isOneWord(QStringView(name.name).trimmed()); });
}

/// Names that single out one agent: a family name alone or "the chief executive" do not.
bool isIdentifying(AgentType type, NameType nameType, QStringView key)
{
    if (nameType == NameType::Nominal || key.isEmpty())
        return false;
    if (nameType == NameType::Short)
        return type != AgentType::Person && type != AgentType::Unnamed;
    return true;
}

QString initialsOf(QStringView name)
{
    static const QSet<QString> small{u"of"_s, u"the"_s, u"and"_s, u"for"_s, u"on"_s, u"in"_s, u"de"_s, u"des"_s, u"der"_s, u"und"_s, u"für"_s};
    QString out;
    for (const QStringView word : name.split(u' ', Qt::SkipEmptyParts)) {
        if (!small.contains(word.toString().toLower()) && word.front().isLetter())
            out += word.front().toUpper();
    }
    return out;
}

int capitals(QStringView name)
{
    return static_cast<int>(std::ranges::count_if(name, [](QChar c) { return c.isUpper(); }));
}

} // namespace

QString nameKey(AgentType type, QStringView name)
{
    QString folded = foldedText(name);
    if (folded.endsWith("'s"_L1))
        folded.chop(2);
    else if (folded.endsWith(u'\''))
        folded.chop(1);
    QString spaced;
    for (const QChar c : std::as_const(folded)) {
        if (c == u'.')
            continue;
        spaced += c == u',' ? u' ' : c;
    }
    QStringList words = spaced.split(u' ', Qt::SkipEmptyParts);
    if (words.size() > 1 && words.first() == "the"_L1)
        words.removeFirst();
    if (type == AgentType::Organisation || type == AgentType::Product) {
        while (words.size() > 1 && (legalForms().contains(words.last()) || words.last() == "&"_L1))
            words.removeLast();
    }
    const QString key = words.join(u' ');
    return key.isEmpty() ? folded : key;
}

NameType nameTypeOf(AgentType type, QStringView form, QStringView full)
{
    if (form == full)
        return NameType::Full;
    if (form.startsWith(u'@'))
        return NameType::Handle;
    const QString key = nameKey(type, form);
    const QString fullKey = nameKey(type, full);
    if (key == fullKey)
        return NameType::Full;
    const QStringView plain = form.trimmed();
    if (plain.size() >= 2 && !plain.contains(u' ') && QString(plain.toString().remove(u'.')) == initialsOf(full))
        return NameType::Acronym;
    const auto firstLetter = std::ranges::find_if(plain, [](QChar c) { return c.isLetter(); });
    if (firstLetter == plain.end() || firstLetter->isLower() || plain.startsWith("The "_L1))
        return NameType::Nominal;
    return NameType::Short;
}

AgentId sameAgent(const extract::FoundAgent &found, std::span<const KnownAgent *const> known)
{
    if (found.type == AgentType::Unnamed)
        return {}; // "a person close to the talks" is somebody else in every article
    const QString fullKey = nameKey(found.type, found.name);
    QSet<AgentId> same;
    const auto collect = [&](QStringView key, bool foundIsShort) {
        for (const KnownAgent *const one : known) {
            const KnownAgent &agent = *one;
            const bool isBareHere = isBare(found.type, found.name, found.role) && agent.type == AgentType::Organisation;
            const bool isBareThere = found.type == AgentType::Organisation && isBare(agent);
            if (!areCompatible(found.type, agent.type) && !isBareHere && !isBareThere)
                continue;
            // A family name alone is linked to nobody but an agent who is known by nothing else.
            if (foundIsShort && nameKey(agent.type, agent.name) != key)
                continue;
            const bool matches = std::ranges::any_of(agent.names, [&](const AgentName &name) {
                const QString knownKey = nameKey(agent.type, name.name);
                return knownKey == key && (isIdentifying(agent.type, name.type, knownKey) || foundIsShort);
            });
            if (matches)
                same.insert(agent.id);
        }
    };
    // "Northline" was met before, and this article tells that it is a house.
    const auto collectBare = [&](QStringView key) {
        for (const KnownAgent *const agent : known) {
            if (isBare(*agent) && nameKey(agent->type, agent->name) == key)
                same.insert(agent->id);
        }
    };
    const bool isSurnameOnly = found.type == AgentType::Person && isOneWord(fullKey);
    collect(fullKey, false);
    if (same.isEmpty() && isSurnameOnly)
        collect(fullKey, true);
    if (same.isEmpty() && found.type != AgentType::Person) {
        // An acronym, or the name without its expansion, met before or after the expansion.
        for (const QString &form : found.forms) {
            const NameType type = nameTypeOf(found.type, form, found.name);
            if (type == NameType::Full || type == NameType::Acronym)
                collect(nameKey(found.type, form), false);
            else if (type == NameType::Short && found.type == AgentType::Organisation)
                collectBare(nameKey(found.type, form));
        }
    }
    if (same.isEmpty() && found.isListed) {
        // Met by another name before the list said that it is theirs.
        for (const QString &form : found.forms) {
            if (form.trimmed().contains(u' '))
                collect(nameKey(found.type, form), false);
        }
    }
    if (same.size() > 1) { // whose own name it is goes before those of whom it is stated to be another
        QSet<AgentId> own;
        for (const KnownAgent *const agent : known) {
            const auto isOwn = [&](const AgentName &name) {
                return name.type != NameType::Nickname && name.type != NameType::Former && nameKey(agent->type, name.name) == fullKey;
            };
            if (same.contains(agent->id) && std::ranges::any_of(agent->names, isOwn))
                own.insert(agent->id);
        }
        same = own;
    }
    return same.size() == 1 ? *same.cbegin() : AgentId();
}

QString betterName(AgentType type, const QString &a, const QString &b)
{
    const QString keyA = nameKey(type, a);
    const QString keyB = nameKey(type, b);
    if (keyA != keyB)
        return keyB.size() > keyA.size() ? b : a;
    // One name in two spellings: "DeepSeek" rather than "Deepseek", "Nvidia" rather than "NVIDIA Corp.".
    if (a.size() != b.size() && type != AgentType::Person)
        return b.size() < a.size() ? b : a;
    const auto quality = [](const QString &name) {
        const int upper = capitals(name);
        const auto letters = std::ranges::count_if(name, [](QChar c) { return c.isLetter(); });
        return upper == letters && letters > 4 ? 0 : upper;
    };
    return quality(b) > quality(a) ? b : a;
}

} // namespace onrecord::match
