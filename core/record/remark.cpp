// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/remark.h"

#include <QtTranslation>
#include <algorithm>
#include <array>

namespace onrecord {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    const char *key;
    const char *message;
};

constexpr std::array<Words, static_cast<size_t>(RemarkKind::Count_)> all{{
    {"words", "%1"},
    {"cut-off", QT_TRANSLATE_NOOP("onrecord::remarks", "the file is cut off")},
    {"cut-off-in-words", QT_TRANSLATE_NOOP("onrecord::remarks", "the file is cut off in the words: those before the cut are kept")},
    {"cut-off-behind-words", QT_TRANSLATE_NOOP("onrecord::remarks", "the file is cut off behind the words: they are kept whole, pictures or attachments may be missing")},
    {"bytes-not-valid", QT_TRANSLATE_NOOP("onrecord::remarks", "places that are not valid %2: %1")},
    {"encoding-guessed", QT_TRANSLATE_NOOP("onrecord::remarks", "encoding guessed: %1")},
    {"control-characters", QT_TRANSLATE_NOOP("onrecord::remarks", "control characters in the text: %1")},
    {"other-type", QT_TRANSLATE_NOOP("onrecord::remarks", "named .%1, but the content is %2")},
    {"plain-json", QT_TRANSLATE_NOOP("onrecord::remarks", "JSON, but no list of references (CSL-JSON): read as plain text")},
    {"chapter-missing", QT_TRANSLATE_NOOP("onrecord::remarks", "a chapter is missing: %1")},
    {"pages-missing", QT_TRANSLATE_NOOP("onrecord::remarks", "%1 of %2 pages could not be read%3")},
    {"too-deep", QT_TRANSLATE_NOOP("onrecord::remarks", "nested deeper than %1 elements; the deepest were read as one")},
    {"tracked-changes", QT_TRANSLATE_NOOP("onrecord::remarks", "has tracked changes: deletions were left out, insertions taken in")},
    {"comments", QT_TRANSLATE_NOOP("onrecord::remarks", "has comments, which are not part of the text")},
    {"date-not-understood", QT_TRANSLATE_NOOP("onrecord::remarks", "its date was not understood: %1")},
    {"source-record", QT_TRANSLATE_NOOP("onrecord::remarks", "a source record: the article's own words are not in it")},
    {"quoted-only", QT_TRANSLATE_NOOP("onrecord::remarks", "a source record: of the article only what the table quotes is in it")},
    {"people-listed", QT_TRANSLATE_NOOP("onrecord::remarks", "a list of people: each becomes somebody who can be named")},
    {"columns", QT_TRANSLATE_NOOP("onrecord::remarks", "columns: %1")},
    {"columns-left", QT_TRANSLATE_NOOP("onrecord::remarks", "columns not taken in: %1")},
    {"no-columns", QT_TRANSLATE_NOOP("onrecord::remarks", "no columns of articles, quotations or people (such as title, text, outlet, date; words, speaker; name, role): read as text")},
    {"hidden-entries", QT_TRANSLATE_NOOP("onrecord::remarks", "hidden entries of the archive, left out: %1")},
    {"times-not-valid", QT_TRANSLATE_NOOP("onrecord::remarks", "cues with times that cannot be: %1")},
    {"header-basis", QT_TRANSLATE_NOOP("onrecord::remarks", "header: unknown basis “%1” of %2")},
    {"header-date", QT_TRANSLATE_NOOP("onrecord::remarks", "header: “%1” is not a date")},
    {"header-key", QT_TRANSLATE_NOOP("onrecord::remarks", "header: “%1” is not used")},
    {"attachment-left", QT_TRANSLATE_NOOP("onrecord::remarks", "attachment left out: %1")},
    {"events-not-kept", QT_TRANSLATE_NOOP("onrecord::remarks", "the events could not be kept: %1")},
    {"said-twice", QT_TRANSLATE_NOOP("onrecord::remarks", "its data says “%1” twice: the last was taken")},
    {"mixed-scripts", QT_TRANSLATE_NOOP("onrecord::remarks", "a name mixes letters of scripts that look alike: %1")},
    {"recognised",
     QT_TRANSLATE_NOOP("onrecord::remarks", "text recognised in pictures by %1, %2 % sure of the words on average")},
    {"pictures-left",
     QT_TRANSLATE_NOOP("onrecord::remarks", "pages that are pictures of text or empty, and were not read: %1")},
    {"entities-read", QT_TRANSLATE_NOOP("onrecord::remarks", "entities: %1")},
    {"entities-joined",
     QT_TRANSLATE_NOOP("onrecord::remarks",
                       "lines that say more of an entity that is there already, put together with it: %1")},
    {"entity-keys-left", QT_TRANSLATE_NOOP("onrecord::remarks", "keys beside the properties, not taken in: %1")},
    {"same-names", QT_TRANSLATE_NOOP("onrecord::remarks", "entries with the name of another, each kept as somebody of their own: %1")},
    {"events-listed", QT_TRANSLATE_NOOP("onrecord::remarks", "a list of events, with who took part")},
    {"nodes-guessed", QT_TRANSLATE_NOOP("onrecord::remarks", "nodes that do not say what they are, taken for people or, by their names, for organisations: %1")},
    {"graph-left", QT_TRANSLATE_NOOP("onrecord::remarks", "left out of the graph: %1")},
    {"graph-says", QT_TRANSLATE_NOOP("onrecord::remarks", "the graph says of itself: %1")},
    {"annotations", QT_TRANSLATE_NOOP("onrecord::remarks", "annotations: %1; they go to the article of this address, if it is here")},
    {"annotations-placed", QT_TRANSLATE_NOOP("onrecord::remarks", "annotations found in the article that is here: %1 of %2; the others are notes about it, with their words")},
    {"entities-elsewhere",
     QT_TRANSLATE_NOOP("onrecord::remarks", "one page of an answer: %1 of its %2 entities are in the file")},
}};

} // namespace

QString messageOf(RemarkKind kind)
{
    return QString::fromUtf8(all[static_cast<size_t>(kind)].message);
}

QString withArgs(const QString &message, const QStringList &args)
{
    if (message.contains(u"%3"_s)) // of a project made before it was said: nothing
        return message.arg(args.value(0), args.value(1), args.value(2));
    return args.size() > 1 ? message.arg(args[0], args[1]) : args.isEmpty() ? message : message.arg(args[0]);
}

QString inEnglish(const Remark &remark)
{
    return withArgs(messageOf(remark.kind), remark.args);
}

QStringList inEnglish(const std::vector<Remark> &remarks)
{
    QStringList out;
    for (const Remark &remark : remarks)
        out << inEnglish(remark);
    return out;
}

QString keyOf(RemarkKind kind)
{
    return QString::fromLatin1(all[static_cast<size_t>(kind)].key);
}

RemarkKind remarkKindOf(QStringView key)
{
    const auto found = std::ranges::find_if(all, [key](const Words &words) { return key == QLatin1StringView(words.key); });
    return found == all.end() ? RemarkKind::Words : static_cast<RemarkKind>(found - all.begin());
}

bool isDoubt(RemarkKind kind)
{
    switch (kind) {
    case RemarkKind::CutOff:
    case RemarkKind::CutOffInWords:
    case RemarkKind::BytesNotValid:
    case RemarkKind::ControlCharacters:
    case RemarkKind::ChapterMissing:
    case RemarkKind::PagesMissing:
    case RemarkKind::PicturesLeft:
    case RemarkKind::MixedScripts:
        return true;
    default:
        return false;
    }
}

} // namespace onrecord
