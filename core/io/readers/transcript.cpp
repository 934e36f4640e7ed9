// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/transcript.h"

#include "core/io/readers/statedfields.h"
#include "core/io/readers/textbuilder.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr double longPause = 4.0;   // seconds without words: a new paragraph
constexpr qsizetype longTurn = 900; // units: a paragraph ends at the next sentence
constexpr qsizetype mostTurns = 100'000;

// A clock time in front, then a name of up to five words, then a colon and words. Not "10:30" and not "Note:" in small
// letters.
const QRegularExpression &turnLine()
{
    static const QRegularExpression shape(
        u"^(?<time>[\\[(]?\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?[\\])]?\\s*[-–—]?\\s*)?"
        "(?<name>\\p{Lu}[\\p{L}\\p{M}.'’\\-]*(?:\\s(?:\\p{Lu}[\\p{L}\\p{M}.'’\\-]*|\\d{1,2}|de|da|van|von|der|bin|al|"
        "of|the)){0,4})"
        "(?:\\s*\\((?:[^()]{1,60})\\))?"
        "(?<late>\\s*[\\[(]\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?[\\])])?"
        "\\s*:\\s+(?=\\S)"_s);
    return shape;
}

bool isNoName(const QString &name)
{
    static const QSet<QString> labels{
        u"note"_s,     u"date"_s,       u"subject"_s,  u"from"_s,       u"to"_s,        u"re"_s,       u"cc"_s,
        u"source"_s,   u"sources"_s,    u"update"_s,   u"correction"_s, u"photo"_s,     u"read"_s,     u"also"_s,
        u"related"_s,  u"title"_s,      u"author"_s,   u"authors"_s,    u"published"_s, u"updated"_s,  u"url"_s,
        u"tags"_s,     u"summary"_s,    u"warning"_s,  u"example"_s,    u"chapter"_s,   u"section"_s,  u"location"_s,
        u"duration"_s, u"time"_s,       u"place"_s,    u"contact"_s,    u"phone"_s,     u"email"_s,    u"http"_s,
        u"https"_s,    u"moderation"_s, u"abstract"_s, u"keywords"_s,   u"outlet"_s,    u"language"_s, u"type"_s,
        u"file"_s,     u"page"_s};
    return labels.contains(name.toLower());
}

struct Opening {
    qsizetype nameAt = 0;
    qsizetype nameEnd = 0;
    qsizetype wordsAt = 0;
    QString time;
};

std::optional<Opening> openingOf(const QString &line)
{
    const auto m = turnLine().match(line.left(200));
    if (!m.hasMatch() || isNoName(m.captured(u"name"_s)))
        return std::nullopt;
    static const QRegularExpression digits(u"[\\d:.,]+"_s);
    const QString time = digits.match(m.captured(u"time"_s) + m.captured(u"late"_s)).captured(0);
    return Opening{m.capturedStart(u"name"_s), m.capturedEnd(u"name"_s), m.capturedEnd(0), time};
}

// Subtitles

struct Cue {
    double start = 0;
    double end = 0;
    QString speaker;
    QString words;
};

double seconds(const QRegularExpressionMatch &m, int first)
{
    return m.captured(first).toInt() * 3600.0 + m.captured(first + 1).toInt() * 60.0 + m.captured(first + 2).toInt()
        + QString(u"0."_s + m.captured(first + 3)).toDouble();
}

QString clock(double time)
{
    const auto whole = static_cast<int>(time);
    return u"%1:%2:%3"_s.arg(whole / 3600, 2, 10, QLatin1Char('0'))
        .arg(whole / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(whole % 60, 2, 10, QLatin1Char('0'));
}

const QRegularExpression &timing()
{
    static const QRegularExpression shape(
        u"^\\s*(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[,.](\\d{1,3})\\s*-->\\s*(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[,.](\\d{1,3})"_s);
    return shape;
}

/// Words of a cue line without its markup; a voice tag or a name with a colon names the speaker.
void takeLine(QString line, Cue &cue)
{
    static const QRegularExpression voice(u"<v(?:\\.[^\\s>]*)?\\s+([^>]+)>"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (const auto m = voice.match(line); m.hasMatch())
        cue.speaker = m.captured(1).simplified().left(200);
    static const QRegularExpression tag(u"</?(?:[a-z][a-z0-9]*(?:[.\\s][^<>]*)?|\\d[\\d:.]*)>|\\{\\\\[^}]*\\}"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    line.remove(tag);
    line.replace(u"&amp;"_s, u"&"_s)
        .replace(u"&lt;"_s, u"<"_s)
        .replace(u"&gt;"_s, u">"_s)
        .replace(u"&nbsp;"_s, u"\u00A0"_s);
    line = line.trimmed();
    if (cue.words.isEmpty()) {
        static const QRegularExpression marks(u"^(?:>>\\s*|[-–—]\\s+)"_s);
        line.remove(marks);
        if (const auto opening = openingOf(line)) {
            cue.speaker = line.sliced(opening->nameAt, opening->nameEnd - opening->nameAt);
            line = line.sliced(opening->wordsAt);
        }
    }
    if (!line.isEmpty())
        cue.words += (cue.words.isEmpty() ? QString() : u" "_s) + line;
}

std::vector<Cue> cuesOf(const QString &text, int &broken)
{
    std::vector<Cue> cues;
    bool isInside = false;
    for (const QString &line : text.split(u'\n')) {
        if (const auto m = timing().match(line); m.hasMatch()) {
            cues.push_back({seconds(m, 1), seconds(m, 5), {}, {}});
            isInside = true;
            broken += cues.back().end < cues.back().start ? 1 : 0;
        } else if (line.trimmed().isEmpty()) {
            isInside = false;
        } else if (isInside) {
            takeLine(line, cues.back());
        } else if (line.contains(u"-->"_s)) {
            ++broken;
        }
    }
    std::erase_if(cues, [](const Cue &cue) { return cue.words.isEmpty(); });
    return cues;
}

bool endsSentence(const QString &words)
{
    static const QRegularExpression end(u"[.!?…][\"'”’)\\]]*$"_s);
    return end.match(words).hasMatch();
}

} // namespace

bool looksLikeSubtitles(const QString &text)
{
    static const QRegularExpression vtt(u"^WEBVTT(?:[ \\t][^\\n]*)?(?:\\n|$)"_s);
    static const QRegularExpression srt(u"^\\s*\\d+[ \\t]*\\n\\s*\\d{1,3}:\\d{2}:\\d{2}[,.]\\d{1,3}\\s*-->"_s);
    const QString head = text.left(2000);
    return vtt.match(head).hasMatch() || srt.match(head).hasMatch();
}

bool looksLikeTranscript(const QString &text)
{
    int turns = 0;
    int lines = 0;
    QSet<QString> names;
    for (const QString &raw : text.left(200'000).split(u'\n')) {
        const QString line = raw.trimmed();
        if (line.isEmpty())
            continue;
        ++lines;
        if (const auto opening = openingOf(line)) {
            ++turns;
            names.insert(line.sliced(opening->nameAt, opening->nameEnd - opening->nameAt));
        }
    }
    // Names come back in a transcript; labels of a form do not.
    return turns >= 3 && names.size() >= 2 && names.size() < turns && turns * 10 >= lines * 4;
}

Result<void> readSubtitles(const QString &text, ReadDocument &document)
{
    int broken = 0;
    const std::vector<Cue> cues = cuesOf(text, broken);
    if (cues.empty())
        return fail(Fault::Empty, u"no cue with words in it"_s);
    TextBuilder builder;
    const Cue *last = nullptr;
    Turn turn;
    qint32 paragraphAt = 0;
    QString paragraph;
    qint32 timeLength = 0;
    qint32 nameLength = 0;
    const auto flush = [&] {
        builder.beginBlock(TextBuilder::Gap::Paragraph, true);
        builder.append(paragraph);
        const Span span = builder.endBlock();
        if (span.isEmpty())
            return;
        paragraphAt = span.start;
        document.regions.push_back({{paragraphAt, paragraphAt + timeLength}, RegionKind::Boilerplate, true});
        if (nameLength > 0 && static_cast<qsizetype>(document.turns.size()) < mostTurns) {
            turn.speaker = {paragraphAt + timeLength, paragraphAt + timeLength + nameLength};
            turn.words = {turn.speaker.end + 2, span.end};
            document.turns.push_back(turn);
        }
        paragraph.clear();
    };
    for (const Cue &cue : cues) {
        const bool isSame = last && cue.speaker.isEmpty();
        const bool goesOn = last && (isSame || cue.speaker == last->speaker) && cue.start - last->end < longPause
            && !(paragraph.size() > longTurn && endsSentence(paragraph.right(20)));
        if (goesOn) {
            if (!paragraph.endsWith(cue.words)) // rolling captions repeat themselves
                paragraph += u' ' + cue.words;
        } else {
            flush();
            const QString time = u"[%1] "_s.arg(clock(cue.start));
            timeLength = static_cast<qint32>(time.size());
            nameLength = static_cast<qint32>(cue.speaker.size());
            turn.time = clock(cue.start);
            paragraph = time + (cue.speaker.isEmpty() ? QString() : cue.speaker + u": "_s) + cue.words;
        }
        last = &cue;
    }
    flush();
    document.text = builder.take();
    if (broken > 0)
        document.remarks.push_back({RemarkKind::TimesNotValid, {QString::number(broken)}});
    return {};
}

void readTranscript(const QString &text, ReadDocument &document)
{
    document.text = text;
    addStatedFields(document);
    std::erase_if(document.regions, [](const Region &region) { return region.kind == RegionKind::Dateline; });
    std::vector<Region> times;
    Turn turn;
    bool isOpen = false;
    const auto close = [&](qsizetype end) {
        while (end > turn.words.start && document.text[end - 1].isSpace())
            --end;
        turn.words.end = static_cast<qint32>(end);
        if (isOpen && !turn.words.isEmpty() && static_cast<qsizetype>(document.turns.size()) < mostTurns)
            document.turns.push_back(turn);
        isOpen = false;
    };
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            end = text.size();
        const QString line = text.sliced(start, end - start);
        if (const auto opening = openingOf(line)) {
            close(start);
            turn.speaker = {static_cast<qint32>(start + opening->nameAt),
                            static_cast<qint32>(start + opening->nameEnd)};
            turn.words = {static_cast<qint32>(start + opening->wordsAt), static_cast<qint32>(end)};
            turn.time = opening->time;
            isOpen = true;
            if (opening->nameAt > 0)
                times.push_back({{static_cast<qint32>(start), static_cast<qint32>(start + opening->nameAt)},
                                 RegionKind::Boilerplate,
                                 true});
        }
        start = end + 1;
    }
    close(text.size());
    std::erase_if(times, [&document](const Region &time) { return overlapsAny(document.regions, time.span); });
    document.regions.insert(document.regions.end(), times.begin(), times.end());
    std::ranges::sort(document.regions, {}, &Region::span);
}

} // namespace onrecord::io
