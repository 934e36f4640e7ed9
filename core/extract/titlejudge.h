// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extract/reading.h"

namespace onrecord::extract {

/// Whether words in marks are the title of a work, the name of something or a heading, by their capitals and what stands beside them. `words` is
/// how many there are. The stretches before them must have been sorted.
class TitleJudge
{
public:
    explicit TitleJudge(const Reading &reading) : r(reading) {}

    /// The “Gang of Eight” bill, a “Stop the Pump” movement: capitals that nothing beside them makes the title of a work.
    [[nodiscard]] bool isTerm(const Attribution &a) const;
    [[nodiscard]] bool isSaidOutright(const Attribution &a) const;
    [[nodiscard]] bool isTitle(const Attribution &a, const Stretch &s, int words) const;
    [[nodiscard]] bool isSoCalled(int before) const;
    /// ‘We wait for May’ – a line of its own in single marks, in a text that quotes with double ones: a heading between paragraphs.
    [[nodiscard]] bool isCrosshead(const Attribution &a, const Stretch &s, int words) const;

private:
    [[nodiscard]] bool isTitleCase(const Stretch &s) const;
    /// “Pumps win the day,” by the Herald's Ana Ruiz: with a byline behind it the name of an article or a book.
    [[nodiscard]] bool isBylined(const Attribution &a, const Stretch &s, int item) const;
    /// Chanting “Open the Gate,” – calls of “Open the Gate”: capitals of a slogan, not of a title.
    [[nodiscard]] bool isShouted(int item) const;
    /// On “Face the Nation,” – of “Fox Sunday” – in her book “…,”: what stands there is the title of something.
    [[nodiscard]] bool namesPlace(int before) const;
    [[nodiscard]] bool isTitleStretch(int item) const;
    /// Vela News’s “Tonight”: what a body owns and one word names is a programme.
    [[nodiscard]] bool isOfBody(int before) const;
    /// Ruiz told “Towns and Taps”: a programme that was told, with the words elsewhere.
    [[nodiscard]] bool isTold(int before) const;
    [[nodiscard]] bool isSpeechNear(const Attribution &a) const;

    const Reading &r;
};

} // namespace onrecord::extract
