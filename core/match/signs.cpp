// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/signs.h"

#include <algorithm>

namespace onrecord::match {

using namespace Qt::StringLiterals;

namespace {

/// The sign that belongs to the number behind it, in one glyph each; null when there is none.
QChar numberSign(QChar c)
{
    switch (c.unicode()) {
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
        return u'-';
    case '+':
    case '<':
    case '>':
    case 0x00B1: // ±
    case 0x2264: // ≤
    case 0x2265: // ≥
        return c;
    case '~':
    case 0x2248: // ≈
        return u'~';
    default:
        return {};
    }
}

bool hasDigit(const ComparedWord &word)
{
    return std::ranges::any_of(word.key, [](QChar c) { return c.isDigit(); });
}

/// One of the two texts.
struct Side {
    QStringView text;
    const std::vector<ComparedWord> &words;

    [[nodiscard]] QStringView raw(size_t i) const { return text.sliced(words[i].span.start, words[i].span.length()); }
    /// Empty where one character is two words ("½" is "1" and "2").
    [[nodiscard]] Span gapAfter(size_t i) const
    {
        const qint32 end = words[i].span.end;
        return {end, std::max(end, i + 1 < words.size() ? words[i + 1].span.start : static_cast<qint32>(text.size()))};
    }
    /// The second half of such a character.
    [[nodiscard]] bool isOneCharacter(size_t i) const { return i > 0 && words[i].span.start < words[i - 1].span.end; }
    [[nodiscard]] QStringView after(size_t i) const { return text.sliced(gapAfter(i).start, gapAfter(i).length()); }
    /// "-" of " -5": it stands right before the digits and behind nothing that it could join them to.
    [[nodiscard]] QChar signOf(size_t i) const
    {
        const qint32 at = words[i].span.start - 1;
        if (at < 0 || numberSign(text[at]).isNull())
            return {};
        const bool joins = at > 0 && (text[at - 1].isLetterOrNumber() || text[at - 1] == u'%');
        return joins ? QChar() : numberSign(text[at]);
    }
    /// The signs between two numbers without spaces, dashes in one glyph; a space where there are only spaces.
    [[nodiscard]] QString joint(size_t i) const
    {
        QString out;
        for (const QChar c : after(i)) {
            if (!c.isSpace())
                out += numberSign(c).isNull() ? c : numberSign(c);
        }
        return out.isEmpty() ? u" "_s : out;
    }
};

bool holds(QStringView text, QStringView signs)
{
    return std::ranges::any_of(text, [signs](QChar c) { return signs.contains(c); });
}

/// Superscripts and fractions, which compatibility folds into digits.
bool hasRaised(QStringView raw)
{
    return std::ranges::any_of(raw, [](QChar c) { return c.category() == QChar::Number_Other; });
}

class Finder
{
public:
    explicit Finder(const SideBySide &sides) : m_a{sides.printedText, sides.printed.words}, m_b{sides.askedText, sides.asked.words} {}

    void compare(size_t a, size_t b, bool isFirst, bool goesOn)
    {
        const ComparedWord &printed = m_a.words[a];
        const ComparedWord &asked = m_b.words[b];
        if (printed.isBracketed && !asked.isBracketed) // the other way round it is who asks that marks a word as an editor's
            bracket(a, b);
        if (!isFirst && printed.gapBefore && !asked.gapBefore)
            add(ChangeKind::Cut, u"…"_s, {}, m_a.gapAfter(a - 1), {});
        if (hasDigit(printed) && !m_a.isOneCharacter(a) && !m_b.isOneCharacter(b)) {
            const bool otherSign = m_a.signOf(a) != m_b.signOf(b);
            if (otherSign || (m_a.raw(a) != m_b.raw(b) && (hasRaised(m_a.raw(a)) || hasRaised(m_b.raw(b)))))
                number(a, b);
            else if (goesOn && hasDigit(m_a.words[a + 1]) && m_a.joint(a) != m_b.joint(b))
                number(a, b);
        }
        question(a, b);
        if (goesOn)
            sentence(a, b);
        // "No, more taxes" and "No more taxes".
        if (goesOn && printed.is(guard::Negation) && holds(m_a.after(a), u",.;:!") != holds(m_b.after(b), u",.;:!"))
            add(ChangeKind::Negation, m_a.raw(a) + m_a.after(a).trimmed(), m_b.raw(b) + m_b.after(b).trimmed(), printed.span, asked.span);
    }

    std::vector<Change> take() { return std::move(m_out); }

private:
    void add(ChangeKind kind, const QString &from, const QString &to, Span printed, Span asked) { m_out.push_back({kind, from, to, printed, asked}); }
    void add(ChangeKind kind, const QStringView from, const QStringView to, Span printed, Span asked) { add(kind, from.toString(), to.toString(), printed, asked); }

    void number(size_t a, size_t b)
    {
        const auto shown = [](const Side &side, size_t i) {
            QString out = side.raw(i).toString();
            if (!side.signOf(i).isNull())
                out.prepend(side.signOf(i));
            if (i + 1 < side.words.size() && hasDigit(side.words[i + 1]) && !side.isOneCharacter(i + 1))
                out += side.joint(i) + side.raw(i + 1);
            return out;
        };
        add(ChangeKind::Number, shown(m_a, a), shown(m_b, b), m_a.words[a].span, m_b.words[b].span);
    }

    void bracket(size_t a, size_t b)
    {
        const ComparedWord &word = m_a.words[a];
        const auto shown = [](const Side &side, size_t i) { return side.words[i].isBracketed ? u'[' + side.raw(i) + u']' : side.raw(i).toString(); };
        const ChangeKind kind = word.is(guard::Negation) ? ChangeKind::Negation
            : word.is(guard::Number)                     ? ChangeKind::Number
            : word.is(guard::Hedge)                      ? ChangeKind::Hedge
            : word.is(guard::Quantifier)                 ? ChangeKind::Quantifier
                                                         : ChangeKind::Insert;
        add(kind, shown(m_a, a), shown(m_b, b), word.span, m_b.words[b].span);
    }

    /// "north. And" and "north and": one sentence, or two. Another sign than a comma in the other's place parts them as well.
    void sentence(size_t a, size_t b)
    {
        const auto ends = [](const Side &side, size_t i) {
            const ComparedWord &next = side.words[i + 1];
            return next.startsSentence && !next.gapBefore && (next.sign == u'.' || next.sign == u'!') && side.text[next.span.start].isUpper();
        };
        const auto joins = [](const Side &side, size_t i) {
            const ComparedWord &next = side.words[i + 1];
            return !next.gapBefore && (next.sign.isNull() || next.sign == u',') && !side.after(i).contains(u'\n');
        };
        if (!(ends(m_a, a) && joins(m_b, b)) && !(ends(m_b, b) && joins(m_a, a)))
            return;
        const auto shown = [](const Side &side, size_t i) { return side.text.sliced(side.words[i].span.start, side.words[i + 1].span.end - side.words[i].span.start).toString().simplified(); };
        add(ChangeKind::Wording, shown(m_a, a), shown(m_b, b), {m_a.words[a].span.start, m_a.words[a + 1].span.end}, {m_b.words[b].span.start, m_b.words[b + 1].span.end});
    }

    void question(size_t a, size_t b)
    {
        const bool isAsked = holds(m_a.after(a), u"?");
        if (isAsked == holds(m_b.after(b), u"?"))
            return;
        const QString from = isAsked ? u"?"_s : m_a.after(a).trimmed().toString();
        const QString to = isAsked ? m_b.after(b).trimmed().toString() : u"?"_s;
        add(ChangeKind::Hedge, from, to, m_a.words[a].span, m_b.words[b].span);
    }

    Side m_a;
    Side m_b;
    std::vector<Change> m_out;
};

} // namespace

std::vector<Change> signChanges(const SideBySide &sides)
{
    Finder finder(sides);
    for (const Stretch &stretch : sides.stretches) {
        for (size_t i = 0; stretch.same && i < stretch.aCount(); ++i)
            finder.compare(stretch.a + i, stretch.b + i, i == 0, i + 1 < stretch.aCount());
    }
    return finder.take();
}

} // namespace onrecord::match
