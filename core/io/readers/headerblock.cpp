// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/headerblock.h"

#include "core/io/readers/writtendate.h"
#include "core/record/spelling.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

QString unquoted(QString value)
{
    value = value.trimmed();
    if (value.size() >= 2 && (value[0] == u'"' || value[0] == u'\'') && value.back() == value[0])
        value = value.sliced(1, value.size() - 2);
    return value;
}

QStringList namesIn(QString value)
{
    value = value.trimmed();
    if (value.startsWith(u'[') && value.endsWith(u']'))
        value = value.sliced(1, value.size() - 2);
    static const QRegularExpression between(u"\\s*(?:,|;|\\n|\\band\\b|\\bund\\b)\\s*"_s);
    QStringList names;
    for (const QString &name : value.split(between, Qt::SkipEmptyParts)) {
        if (!unquoted(name).isEmpty())
            names << unquoted(name);
    }
    return names;
}

/// Lines between the dashes as key and value; an indented or "- item" line continues the value before it.
QMap<QString, QString> keysOf(const QString &block)
{
    static const QRegularExpression pair(u"^([A-Za-z][A-Za-z_-]*)[ \\t]*:[ \\t]*(.*)$"_s);
    static const QRegularExpression item(u"^\\s*-?\\s+(.+)$|^-\\s*(.+)$"_s);
    QMap<QString, QString> keys;
    QString last;
    for (const QString &line : block.split(u'\n')) {
        if (line.startsWith(u'#'))
            continue;
        if (const auto m = pair.match(line); m.hasMatch()) {
            last = m.captured(1).toLower().replace(u'_', u'-');
            keys[last] = m.captured(2).trimmed();
        } else if (const auto more = item.match(line); more.hasMatch() && !last.isEmpty()) {
            QString &value = keys[last];
            value += (value.isEmpty() ? u""_s : u"\n"_s) + more.captured(1) + more.captured(2);
        }
    }
    return keys;
}

class Fields
{
public:
    Fields(QMap<QString, QString> keys, ReadDocument &document) : m_keys(std::move(keys)), m_document(document) {}

    QString take(const QStringList &names)
    {
        QString value;
        for (const QString &name : names) {
            const QString found = m_keys.take(name);
            if (value.isEmpty())
                value = found;
        }
        return value;
    }

    Basis basisOf(const QString &name)
    {
        const QString word = m_keys.take(name + u"-basis"_s).trimmed().toLower();
        if (word.isEmpty())
            return Basis::Header;
        const auto basis = basisFromSpelling(word);
        if (!basis)
            m_document.remarks.push_back({RemarkKind::HeaderBasis, {word.left(40), name}});
        return basis.value_or(Basis::Header);
    }

    Sourced sourced(const QStringList &names)
    {
        const QString value = unquoted(take(names)).replace(u'\n', u' ');
        const Basis basis = basisOf(names.first());
        return value.isEmpty() ? Sourced{} : Sourced{value, basis};
    }

    void published()
    {
        const QString words = unquoted(take({u"date"_s, u"published"_s}));
        const Basis basis = basisOf(u"date"_s);
        if (words.isEmpty())
            return;
        if (const auto when = writtenDate(words))
            m_document.published = {*when, basis, words};
        else
            m_document.remarks.push_back({RemarkKind::HeaderDate, {words.left(60)}});
    }

    void authors()
    {
        m_document.authors = namesIn(take({u"author"_s, u"authors"_s, u"by"_s}));
        const Basis basis = basisOf(u"author"_s);
        m_document.authorsBasis = m_document.authors.isEmpty() ? Basis::None : basis;
    }

    void sayLeftOver()
    {
        for (auto it = m_keys.cbegin(); it != m_keys.cend(); ++it)
            m_document.remarks.push_back({RemarkKind::HeaderKey, {it.key().left(40)}});
    }

private:
    QMap<QString, QString> m_keys;
    ReadDocument &m_document;
};

void fill(const QMap<QString, QString> &keys, ReadDocument &document)
{
    Fields fields(keys, document);
    document.title = fields.sourced({u"title"_s, u"headline"_s});
    document.outlet = fields.sourced({u"outlet"_s, u"site"_s, u"publisher"_s, u"source"_s});
    fields.authors();
    fields.published();
    document.url = fields.sourced({u"url"_s, u"link"_s});
    document.language = unquoted(fields.take({u"lang"_s, u"language"_s}));
    document.note = unquoted(fields.take({u"note"_s}));
    fields.sayLeftOver();
}

} // namespace

QString takeHeaderBlock(const QString &text, ReadDocument &document)
{
    static const QRegularExpression block(u"\\A---[ \\t]*\\n(.*?)(?:\\n)?^(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)"_s,
                                          QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    const auto m = block.match(text.first(std::min<qsizetype>(text.size(), 65536)));
    if (!m.hasMatch())
        return text;
    const auto keys = keysOf(m.captured(1));
    if (keys.isEmpty())
        return text;
    fill(keys, document);
    return text.sliced(m.capturedEnd());
}

QString takeHeaderLines(const QString &text, ReadDocument &document)
{
    static const QSet<QString> known{u"title"_s, u"headline"_s, u"outlet"_s, u"site"_s, u"publisher"_s, u"source"_s, u"author"_s, u"authors"_s, u"by"_s,
                                     u"date"_s, u"published"_s, u"url"_s, u"link"_s, u"lang"_s, u"language"_s, u"note"_s};
    constexpr qsizetype longest = 8192; // units
    constexpr qsizetype fewest = 2;     // one line with a colon may be anything
    static const QRegularExpression opening(u"\\A\\s*((?:[A-Za-z-]+[ \\t]*:[ \\t]*\\S[^\\n]*\\n)+)[ \\t]*(?:\\n|\\z)"_s);
    const auto m = opening.match(text.first(std::min(text.size(), longest)));
    if (!m.hasMatch())
        return text;
    const auto keys = keysOf(m.captured(1));
    const bool areKnown = std::ranges::all_of(keys.keys(), [](QString key) {
        if (key.endsWith("-basis"_L1))
            key.chop(6);
        return known.contains(key);
    });
    if (keys.size() < fewest || !areKnown)
        return text;
    fill(keys, document);
    return text.sliced(m.capturedEnd());
}

} // namespace onrecord::io
