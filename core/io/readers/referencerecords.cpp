// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/referencerecords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestValue = 50'000;

/// "Last, First" → "First Last".
QString personName(const QString &name)
{
    const QString one = name.simplified();
    const qsizetype comma = one.indexOf(u',');
    if (comma <= 0 || one.count(u',') > 2)
        return one;
    const QStringList parts = one.split(u',');
    if (parts.size() == 3) // Last, Jr., First
        return u"%1 %2 %3"_s.arg(parts[2].trimmed(), parts[0].trimmed(), parts[1].trimmed());
    return QString(parts[1].trimmed() + u' ' + parts[0].trimmed()).trimmed();
}

const QRegularExpression &risTag()
{
    static const QRegularExpression shape(u"^([A-Z][A-Z0-9])  ?- ?(.*)$"_s);
    return shape;
}

/// "2025/01/27/" and "2025" of RIS as EDTF.
QString risDate(const QString &value)
{
    QStringList parts;
    for (const QString &part : value.split(u'/')) {
        bool isNumber = false;
        part.trimmed().toInt(&isNumber);
        if (!isNumber || parts.size() == 3)
            break;
        parts << part.trimmed().rightJustified(parts.isEmpty() ? 4 : 2, QLatin1Char('0'));
    }
    return parts.isEmpty() ? value.trimmed() : parts.join(u'-');
}

} // namespace

std::vector<std::pair<qsizetype, qsizetype>> risRecords(const QString &text)
{
    std::vector<std::pair<qsizetype, qsizetype>> records;
    qsizetype begin = -1;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = text.indexOf(u'\n', at);
        end = end < 0 ? text.size() : end + 1;
        const QStringView line = QStringView(text).sliced(at, end - at);
        if (line.startsWith(u"TY  -")) {
            if (begin >= 0) // the one before has no end
                records.emplace_back(begin, at);
            begin = at;
        } else if (line.startsWith(u"ER  -") && begin >= 0) {
            records.emplace_back(begin, end);
            begin = -1;
        }
        at = end;
    }
    if (begin >= 0)
        records.emplace_back(begin, text.size());
    return records;
}

Reference referenceFromRis(const QString &record)
{
    QHash<QString, QStringList> fields;
    QString last;
    for (const QString &line : record.split(u'\n')) {
        if (const auto m = risTag().match(line.trimmed().isEmpty() ? line : line.trimmed()); m.hasMatch()) {
            last = m.captured(1);
            fields[last] << m.captured(2).trimmed();
        } else if (!last.isEmpty() && !line.trimmed().isEmpty()) {
            fields[last].last() += u' ' + line.trimmed(); // programs wrap long values
        }
    }
    const auto first = [&fields](std::initializer_list<QLatin1StringView> tags) {
        for (const QLatin1StringView tag : tags) {
            const QString value = fields.value(tag).value(0);
            if (!value.isEmpty())
                return value;
        }
        return QString();
    };
    Reference reference;
    reference.title = first({"TI"_L1, "T1"_L1, "CT"_L1});
    for (const QLatin1StringView tag : {"AU"_L1, "A1"_L1}) {
        for (const QString &name : fields.value(tag))
            reference.authors << personName(name);
    }
    reference.outlet = first({"T2"_L1, "JO"_L1, "JF"_L1, "JA"_L1, "BT"_L1, "PB"_L1});
    reference.date = risDate(first({"DA"_L1, "Y1"_L1, "PY"_L1}));
    reference.url = first({"UR"_L1, "L1"_L1, "L2"_L1, "LK"_L1});
    reference.language = first({"LA"_L1});
    reference.abstract = first({"AB"_L1, "N2"_L1});
    reference.note = first({"N1"_L1});
    return reference;
}

namespace {

/// The end of a braced value that begins at `at` (which holds the brace); -1 when it has none. A backslash protects.
qsizetype braceEnd(QStringView text, qsizetype at)
{
    int depth = 0;
    for (; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'\\')
            ++at;
        else if (c == u'{')
            ++depth;
        else if (c == u'}' && --depth == 0)
            return at;
    }
    return -1;
}

/// What people read of a TeX value: accents and escapes resolved, braces gone.
QString fromTex(QString value)
{
    value.truncate(longestValue);
    static const QHash<QChar, char16_t> marks{
        {u'`', u'\u0300'}, {u'\'', u'\u0301'}, {u'^', u'\u0302'}, {u'~', u'\u0303'}, {u'"', u'\u0308'},
        {u'=', u'\u0304'}, {u'.', u'\u0307'},  {u'u', u'\u0306'}, {u'v', u'\u030C'}, {u'H', u'\u030B'},
        {u'c', u'\u0327'}, {u'k', u'\u0328'},  {u'r', u'\u030A'}};
    static const QRegularExpression accent(
        u"\\\\([`'^~\"=.]|[uvHckr](?=[\\s{]))(?:\\s*\\{\\s*(\\\\[ij]|\\p{L})\\s*\\}|\\s*(\\\\[ij]|\\p{L}))"_s);
    for (auto m = accent.match(value); m.hasMatch(); m = accent.match(value, m.capturedStart() + 1)) {
        QString letter = m.captured(2) + m.captured(3);
        if (letter.startsWith(u'\\'))
            letter = letter.sliced(1);
        value.replace(m.capturedStart(), m.capturedLength(),
                      QString(letter + QChar(marks.value(m.captured(1)[0]))).normalized(QString::NormalizationForm_C));
    }
    static const QHash<QString, QString> words{{u"ss"_s, u"ß"_s}, {u"ae"_s, u"æ"_s}, {u"AE"_s, u"Æ"_s},
                                               {u"oe"_s, u"œ"_s}, {u"OE"_s, u"Œ"_s}, {u"aa"_s, u"å"_s},
                                               {u"AA"_s, u"Å"_s}, {u"o"_s, u"ø"_s},  {u"O"_s, u"Ø"_s},
                                               {u"l"_s, u"ł"_s},  {u"L"_s, u"Ł"_s},  {u"textendash"_s, u"–"_s}};
    static const QRegularExpression word(u"\\\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|textendash)(?![A-Za-z])\\s?(?:\\{\\})?"_s);
    for (auto m = word.match(value); m.hasMatch(); m = word.match(value, m.capturedStart() + 1))
        value.replace(m.capturedStart(), m.capturedLength(), words.value(m.captured(1)));
    static const QRegularExpression command(
        u"\\\\(?:url|href|textit|textbf|emph|textsc|texttt|mkbibquote|enquote)\\s*(?=\\{)"_s);
    value.remove(command);
    static const QRegularExpression escape(u"\\\\([&%$#_{}~^\\\\ ,])"_s);
    value.replace(escape, u"\\1"_s);
    value.remove(u'{')
        .remove(u'}')
        .replace(u"---"_s, u"—"_s)
        .replace(u"--"_s, u"–"_s)
        .replace(u"``"_s, u"“"_s)
        .replace(u"''"_s, u"”"_s)
        .replace(u'~', u' ');
    return value.simplified();
}

/// name = {value} | "value" | word, apart by commas.
QHash<QString, QString> bibFields(QStringView body)
{
    QHash<QString, QString> fields;
    qsizetype at = body.indexOf(u','); // behind the key
    while (at >= 0 && at < body.size()) {
        const qsizetype equals = body.indexOf(u'=', at);
        if (equals < 0)
            break;
        const QString name = body.sliced(std::min(at + 1, equals), std::max<qsizetype>(0, equals - at - 1))
                                 .toString()
                                 .remove(u',')
                                 .trimmed()
                                 .toLower();
        qsizetype from = equals + 1;
        QString value;
        for (bool more = true; more;) { // "a" # jan # {b}
            while (from < body.size() && body[from].isSpace())
                ++from;
            qsizetype end = from;
            if (from < body.size() && body[from] == u'{') {
                end = braceEnd(body, from);
                if (end < 0)
                    return fields;
                value += body.sliced(from + 1, end - from - 1);
                ++end;
            } else if (from < body.size() && body[from] == u'"') {
                for (int depth = 0, i = 1; true; ++i) {
                    end = from + i;
                    if (end >= body.size())
                        return fields;
                    depth += body[end] == u'{' ? 1 : body[end] == u'}' ? -1 : 0;
                    if (body[end] == u'"' && depth <= 0 && body[end - 1] != u'\\')
                        break;
                }
                value += body.sliced(from + 1, end - from - 1);
                ++end;
            } else {
                while (end < body.size() && body[end] != u',' && body[end] != u'#')
                    ++end;
                value += body.sliced(from, end - from).trimmed();
            }
            while (end < body.size() && body[end].isSpace())
                ++end;
            more = end < body.size() && body[end] == u'#';
            from = end + 1;
            at = end;
        }
        if (!fields.contains(name))
            fields.insert(name, value);
    }
    return fields;
}

QString bibDate(const QHash<QString, QString> &fields)
{
    if (const QString date = fields.value(u"date"_s); !date.isEmpty())
        return fromTex(date);
    static const QStringList months{u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s,
                                    u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s};
    const QString year = fromTex(fields.value(u"year"_s));
    const QString month = fromTex(fields.value(u"month"_s)).toLower();
    bool isNumber = false;
    int number = month.toInt(&isNumber);
    if (!isNumber)
        number = static_cast<int>(months.indexOf(month.left(3))) + 1;
    if (number < 1 || number > 12)
        return year;
    const int day = fromTex(fields.value(u"day"_s)).toInt();
    const QString dayPart = day >= 1 && day <= 31 ? u"-%1"_s.arg(day, 2, 10, QLatin1Char('0')) : QString();
    return u"%1-%2%3"_s.arg(year).arg(number, 2, 10, QLatin1Char('0')).arg(dayPart);
}

} // namespace

std::vector<std::pair<qsizetype, qsizetype>> bibRecords(const QString &text)
{
    static const QRegularExpression opening(u"@([A-Za-z]+)\\s*\\{"_s);
    static const QStringList others{u"comment"_s, u"string"_s, u"preamble"_s};
    std::vector<std::pair<qsizetype, qsizetype>> records;
    bool isDamaged = false; // a brace is never closed: from there on a record ends where a line begins the next
    for (qsizetype at = 0; at < text.size();) {
        const auto m = opening.match(text, at);
        if (!m.hasMatch())
            break;
        const qsizetype end = isDamaged ? -1 : braceEnd(text, m.capturedEnd() - 1);
        isDamaged = end < 0;
        qsizetype next = end + 1;
        if (isDamaged) {
            next = text.indexOf(u"\n@"_s, m.capturedEnd());
            next = next < 0 ? text.size() : next + 1;
        }
        if (!others.contains(m.captured(1).toLower()))
            records.emplace_back(m.capturedStart(), next);
        at = next;
    }
    return records;
}

Reference referenceFromBib(const QString &record)
{
    const qsizetype open = record.indexOf(u'{');
    const qsizetype close = record.lastIndexOf(u'}');
    if (open < 0 || close <= open)
        return {};
    const auto fields = bibFields(QStringView(record).sliced(open + 1, close - open - 1));
    const auto first = [&fields](std::initializer_list<QLatin1StringView> names) {
        for (const QLatin1StringView name : names) {
            const QString value = fromTex(fields.value(name));
            if (!value.isEmpty())
                return value;
        }
        return QString();
    };
    Reference reference;
    reference.title = first({"title"_L1});
    QString people = fields.value(u"author"_s);
    if (people.isEmpty())
        people = fields.value(u"editor"_s);
    static const QRegularExpression both(u"\\s+and\\s+"_s);
    for (const QString &name : people.split(both, Qt::SkipEmptyParts)) {
        const QString one = name.trimmed();
        reference.authors << (one.startsWith(u'{') ? fromTex(one)
                                                   : personName(fromTex(one))); // a house stands in braces
    }
    reference.outlet = first({"journaltitle"_L1, "journal"_L1, "organization"_L1, "publisher"_L1, "booktitle"_L1});
    reference.date = bibDate(fields);
    static const QRegularExpression address(u"https?://[^\\s{}\"]+"_s);
    reference.url = first({"url"_L1});
    if (reference.url.isEmpty())
        reference.url = address.match(fields.value(u"howpublished"_s)).captured(0);
    reference.language = first({"langid"_L1, "language"_L1});
    reference.abstract = first({"abstract"_L1});
    reference.note = first({"note"_L1, "annotation"_L1});
    return reference;
}

Reference referenceFromCsl(const QByteArray &item)
{
    const QJsonObject object = QJsonDocument::fromJson(item).object();
    Reference reference;
    reference.title = object.value(u"title"_s).toString();
    const QJsonArray authors = object.value(u"author"_s).toArray();
    for (const QJsonValue &one : authors) {
        const QJsonObject name = one.toObject();
        const QString literal = name.value(u"literal"_s).toString();
        QStringList parts{name.value(u"given"_s).toString(), name.value(u"dropping-particle"_s).toString(),
                          name.value(u"non-dropping-particle"_s).toString(), name.value(u"family"_s).toString(),
                          name.value(u"suffix"_s).toString()};
        parts.removeAll(QString());
        reference.authors << (literal.isEmpty() ? parts.join(u' ') : literal);
    }
    reference.outlet = object.value(u"container-title"_s).toString();
    if (reference.outlet.isEmpty())
        reference.outlet = object.value(u"publisher"_s).toString();
    const QJsonObject issued = object.value(u"issued"_s).toObject();
    const QJsonArray ranges = issued.value(u"date-parts"_s).toArray();
    QStringList ends;
    for (const QJsonValue &range : ranges) {
        QStringList date;
        for (const QJsonValue &part : range.toArray())
            date << QString::number(part.isString() ? part.toString().toInt() : part.toInt())
                        .rightJustified(date.isEmpty() ? 4 : 2, QLatin1Char('0'));
        if (!date.isEmpty())
            ends << date.join(u'-');
    }
    reference.date = ends.join(u'/');
    for (const QString &key : {u"literal"_s, u"raw"_s}) {
        if (reference.date.isEmpty())
            reference.date = issued.value(key).toString();
    }
    reference.url = object.value(u"URL"_s).toString();
    reference.language = object.value(u"language"_s).toString();
    reference.abstract = object.value(u"abstract"_s).toString();
    reference.note = object.value(u"note"_s).toString();
    return reference;
}

} // namespace onrecord::io
