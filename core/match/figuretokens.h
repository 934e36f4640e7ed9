// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/lexicon.h"
#include "core/record/record.h"
#include "core/text/tokens.h"

#include <QStringView>
#include <memory>
#include <span>

/// The words around one figure, cut into tokens, with what the word lists know of them.
namespace onrecord::match {

/// Indexes are of the tokens of a window of the article's text around the figure. Holds views of the text: it must outlive
/// this.
class FigureTokens
{
public:
    /// `mentions` are the spans of names in the whole text, in text order.
    FigureTokens(const Figure &figure, QStringView text, std::span<const Span> mentions, const QString &language);

    [[nodiscard]] bool isValid() const { return m_first >= 0; }
    [[nodiscard]] bool isGerman() const { return m_isGerman; }
    [[nodiscard]] const Figure &figure() const { return m_figure; }
    [[nodiscard]] int first() const { return m_first; } ///< of the figure's own tokens
    [[nodiscard]] int last() const { return m_last; }
    [[nodiscard]] int from() const { return m_from; } ///< of its sentence
    [[nodiscard]] int to() const { return m_to; }     ///< behind its sentence

    [[nodiscard]] int count() const { return static_cast<int>(m_tokens.size()); }
    [[nodiscard]] const Token &at(int t) const { return m_tokens[static_cast<size_t>(t)]; }
    [[nodiscard]] QStringView wordAt(int t) const { return m_text.sliced(at(t).start, at(t).end - at(t).start); }
    /// What is printed from `first` to `last`.
    [[nodiscard]] QString printed(int first, int last) const { return m_text.sliced(at(first).start, at(last).end - at(first).start).toString(); }
    [[nodiscard]] bool is(int t, quint64 any) const { return t >= 0 && t < count() && (classes(t) & any); }
    [[nodiscard]] bool isWord(int t, QStringView w) const { return t >= 0 && t < count() && wordAt(t).compare(w, Qt::CaseInsensitive) == 0; }
    [[nodiscard]] bool isText(int t) const { return t >= 0 && t < count() && at(t).shape == TokenShape::Word; }
    [[nodiscard]] bool isSign(int t, char16_t sign) const { return t >= 0 && t < count() && at(t).shape == TokenShape::Point && at(t).sign == sign; }
    [[nodiscard]] bool isFigure(int t) const { return t >= m_first && t <= m_last; }

    [[nodiscard]] quint64 classesOf(QStringView w) const { return m_words->classesOf(w); }
    [[nodiscard]] bool opens(int t) const; ///< a sentence begins at t
    [[nodiscard]] bool isMentioned(int t) const;
    [[nodiscard]] bool isName(int t) const;
    /// A past form that the word lists do not have, after a subject: "harnessed".
    [[nodiscard]] bool isDeedForm(int t) const;
    /// A year printed as such at t; 0 when there is none.
    [[nodiscard]] int yearAt(int t) const;

private:
    [[nodiscard]] quint64 classes(int t) const { return at(t).hash ? m_words->find(at(t).hash).classes : 0; }
    [[nodiscard]] bool neighbourIsName(int t) const;
    void findSentence();

    const Figure &m_figure;
    bool m_isGerman = false;
    std::shared_ptr<const extract::Lexicon> m_words;
    std::span<const Span> m_mentions;
    QStringView m_text;
    qint32 m_base = 0;
    std::vector<Token> m_tokens;
    int m_first = -1, m_last = -1;
    int m_from = 0, m_to = 0;
};

} // namespace onrecord::match
