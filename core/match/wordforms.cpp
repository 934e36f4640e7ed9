// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/wordforms.h"

#include <QHash>
#include <algorithm>
#include <array>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

/// "don't" as "do not", "it's" as "it is".
void appendExpanded(QStringList &out, const QString &key)
{
    static const QHash<QString, QStringList> irregular{{u"can't"_s, {u"can"_s, u"not"_s}}, {u"cannot"_s, {u"can"_s, u"not"_s}}, {u"won't"_s, {u"will"_s, u"not"_s}}, {u"shan't"_s, {u"shall"_s, u"not"_s}}, {u"let's"_s, {u"let"_s, u"us"_s}}};
    static const QHash<QString, QString> endings{{u"re"_s, u"are"_s}, {u"ve"_s, u"have"_s}, {u"ll"_s, u"will"_s}, {u"m"_s, u"am"_s}, {u"s"_s, u"is"_s}};
    if (const auto it = irregular.constFind(key); it != irregular.cend()) {
        out.append(*it);
        return;
    }
    if (key.endsWith("n't"_L1)) {
        out << key.chopped(3) << u"not"_s;
        return;
    }
    const qsizetype apostrophe = key.indexOf(u'\'');
    const QString ending = apostrophe > 0 ? endings.value(key.sliced(apostrophe + 1)) : QString();
    if (ending.isEmpty())
        out << key;
    else
        out << key.first(apostrophe) << ending;
}

} // namespace

bool isOtherTense(const ComparedWord &a, const ComparedWord &b)
{
    static const QHash<QString, int> auxiliaries = [] {
        QHash<QString, int> out;
        int number = 0;
        for (const QStringView forms : {QStringView(u"is are was were be been being am 's 're wasn't isn't aren't weren't"), QStringView(u"has have had having hasn't haven't hadn't"),
                                        QStringView(u"do does did don't doesn't didn't"), QStringView(u"will would won't wouldn't"), QStringView(u"can could can't couldn't"),
                                        QStringView(u"ist war sind waren sei wäre bin gewesen"), QStringView(u"hat hatte haben hatten habe hätte"), QStringView(u"wird wurde werden wurden würde würden")}) {
            ++number;
            for (const QStringView form : forms.tokenize(u' '))
                out.insert(form.toString(), number);
        }
        return out;
    }();
    if (a.key == b.key)
        return false;
    if (const int group = auxiliaries.value(a.key); group != 0 && group == auxiliaries.value(b.key))
        return true;
    if (a.lemma != 0 && a.lemma == b.lemma)
        return true;
    // Regular forms of verbs that no list has.
    const QString &small = a.key.size() <= b.key.size() ? a.key : b.key;
    const QString &large = a.key.size() <= b.key.size() ? b.key : a.key;
    const QString stem = small.endsWith(u'e') ? small.chopped(1) : small;
    if (stem.size() < 3 || !large.startsWith(stem) || a.is(guard::Name) || b.is(guard::Name))
        return false;
    const QStringView ending = QStringView(large).sliced(stem.size());
    return ending == u"ed" || ending == u"ing" || (small.endsWith(u'e') && (ending == u"ed" || ending == u"ing"));
}

bool areOpposite(const QString &a, const QString &b)
{
    return GuardWords::of(u"en"_s).areOpposite(a, b) || GuardWords::of(u"de"_s).areOpposite(a, b);
}

int personOf(const QString &key)
{
    static const QHash<QString, int> persons = [] {
        QHash<QString, int> out;
        int number = 0;
        for (const QStringView forms : {QStringView(u"i me my mine myself ich mich mir mein meine meinen meinem meiner"), QStringView(u"we us our ours ourselves wir uns unser unsere unseren unserem unserer"), QStringView(u"you your yours yourself yourselves du dich dir"),
                                        QStringView(u"he him his himself er ihm ihn"), QStringView(u"she her hers herself"), QStringView(u"they them their theirs themselves")}) {
            ++number;
            for (const QStringView form : forms.tokenize(u' '))
                out.insert(form.toString(), number);
        }
        return out;
    }();
    const qsizetype apostrophe = key.indexOf(u'\'');
    return persons.value(apostrophe > 0 ? key.first(apostrophe) : key);
}

bool isTurned(const QString &a, const QString &b)
{
    if (areOpposite(a, b))
        return true;
    static constexpr std::array<QStringView, 8> prefixes{u"un", u"in", u"im", u"il", u"ir", u"dis", u"non", u"miss"};
    const auto isPrefixed = [](const QString &whole, const QString &stem) {
        return stem.size() >= 3 && std::ranges::any_of(prefixes, [&](QStringView prefix) { return whole.size() == prefix.size() + stem.size() && whole.startsWith(prefix) && whole.endsWith(stem); });
    };
    return isPrefixed(a, b) || isPrefixed(b, a);
}

bool isContraction(const std::vector<ComparedWord> &a, size_t aFrom, size_t aTo, const std::vector<ComparedWord> &b, size_t bFrom, size_t bTo)
{
    const auto expanded = [](const std::vector<ComparedWord> &words, size_t from, size_t to) {
        QStringList out;
        for (size_t i = from; i < to; ++i)
            appendExpanded(out, words[i].key);
        return out;
    };
    return aFrom < aTo && bFrom < bTo && expanded(a, aFrom, aTo) == expanded(b, bFrom, bTo);
}

bool isDeniedVerb(const std::vector<ComparedWord> &a, size_t aFrom, size_t aTo, const std::vector<ComparedWord> &b, size_t bFrom, size_t bTo)
{
    if (aTo - aFrom > 1)
        return bTo - bFrom == 1 && isDeniedVerb(b, bFrom, bTo, a, aFrom, aTo);
    constexpr size_t longest = 4; // "did not | really | leak"
    if (aTo - aFrom != 1 || bTo - bFrom < 2 || bTo - bFrom > longest)
        return false;
    static const QStringList helpers{u"do"_s, u"does"_s, u"did"_s, u"don't"_s, u"doesn't"_s, u"didn't"_s};
    const ComparedWord &verb = b[bTo - 1];
    const bool isOne = verb.key == a[aFrom].key || isOtherTense(verb, a[aFrom]);
    const bool isDenied = std::any_of(b.begin() + static_cast<ptrdiff_t>(bFrom), b.begin() + static_cast<ptrdiff_t>(bTo) - 1, [](const ComparedWord &word) { return word.is(guard::Polarity); });
    // "refused to leak", "failed to leak"
    const bool isRefused = b[bTo - 2].key == u"to" && b[bFrom].is(guard::Polarity);
    return isOne && isDenied && (isRefused || helpers.contains(b[bFrom].key));
}

} // namespace onrecord::match
