// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/docx.h"

#include "core/io/readers/flow.h"
#include "core/io/readers/officemeta.h"
#include "core/io/readers/xmlguard.h"

#include <QHash>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

/// Paragraph styles that other programs write as well, by id or English name.
std::optional<RegionKind> kindOfStyle(const QString &style)
{
    const QString name = QString(style).remove(u' ').toLower();
    if (name == u"title"_s || name == u"titel"_s || name == u"titre"_s)
        return RegionKind::Headline;
    if (name.startsWith(u"heading"_s) || name.startsWith(u"berschrift"_s) || name.startsWith(u"überschrift"_s)
        || name.startsWith(u"titre"_s))
        return RegionKind::Heading;
    if (name.startsWith(u"subtitle"_s) || name == u"untertitel"_s)
        return RegionKind::Standfirst;
    if (name.contains(u"quote"_s) || name == u"zitat"_s || name == u"blocktext"_s)
        return RegionKind::BlockQuote;
    if (name == u"caption"_s || name == u"beschriftung"_s)
        return RegionKind::Caption;
    return std::nullopt;
}

struct Paragraph {
    QString words;
    QString style;
    std::vector<std::pair<bool, QString>> notes; ///< is it an endnote, its id
};

using Notes = QHash<QString, QString>;

/// One part of the package: document, footnotes, header.
class Part
{
public:
    explicit Part(const QByteArray &bytes) : m_guard(bytes) {}

    /// Each paragraph as it ends, those of text boxes before the one that holds them.
    template<class Take>
    Result<void> run(Take take)
    {
        while (m_guard.next()) {
            if (m_guard.xml().isStartElement())
                open();
            else if (m_guard.xml().isEndElement())
                close(take);
            else if (m_guard.xml().isCharacters() && m_inText && m_hidden == 0 && !m_open.empty())
                m_open.back().words += m_guard.xml().text();
        }
        return m_guard.outcome();
    }

    [[nodiscard]] int deletions() const { return m_deletions; }
    [[nodiscard]] const QString &note() const { return m_note; }
    [[nodiscard]] bool isInTable() const { return m_cells > 0; }

private:
    [[nodiscard]] QString value(QLatin1StringView name)
    {
        for (const QXmlStreamAttribute &one : m_guard.xml().attributes()) {
            if (one.name() == name)
                return one.value().toString();
        }
        return {};
    }

    void open()
    {
        const QStringView name = m_guard.xml().name();
        if (name == "p"_L1 && m_guard.xml().prefix() != "a"_L1) {
            m_open.emplace_back();
        } else if (name == "Fallback"_L1 || name == "del"_L1 || name == "moveFrom"_L1 || name == "instrText"_L1
                   || name == "delText"_L1) {
            m_deletions += name == "del"_L1 || name == "moveFrom"_L1 ? 1 : 0;
            ++m_hidden;
        } else if (name == "tc"_L1) {
            ++m_cells;
        } else if (name == "footnote"_L1 || name == "endnote"_L1) {
            m_note = value("id"_L1);
            if (const QString type = value("type"_L1); !type.isEmpty() && type != u"normal"_s)
                m_note.clear(); // the separator line
        }
        if (m_open.empty() || m_hidden > 0)
            return;
        Paragraph &here = m_open.back();
        if (name == "t"_L1)
            m_inText = true;
        else if (name == "pStyle"_L1)
            here.style = value("val"_L1);
        else if (name == "tab"_L1 && !m_inProperties)
            here.words += u'\t';
        else if (name == "br"_L1 || name == "cr"_L1)
            here.words += u'\n';
        else if (name == "noBreakHyphen"_L1)
            here.words += u'\u2011';
        else if (name == "softHyphen"_L1)
            here.words += u'\u00AD';
        else if (name == "footnoteReference"_L1 || name == "endnoteReference"_L1)
            here.notes.emplace_back(name == "endnoteReference"_L1, value("id"_L1));
        else if (name == "pPr"_L1)
            m_inProperties = true;
    }

    template<class Take>
    void close(Take take)
    {
        const QStringView name = m_guard.xml().name();
        if (name == "t"_L1)
            m_inText = false;
        else if (name == "pPr"_L1)
            m_inProperties = false;
        else if (name == "Fallback"_L1 || name == "del"_L1 || name == "moveFrom"_L1 || name == "instrText"_L1
                 || name == "delText"_L1)
            --m_hidden;
        else if (name == "tc"_L1)
            --m_cells;
        else if (name == "p"_L1 && m_guard.xml().prefix() != "a"_L1 && !m_open.empty()) {
            const Paragraph done = std::move(m_open.back());
            m_open.pop_back();
            take(done);
        }
    }

    XmlGuard m_guard;
    std::vector<Paragraph> m_open; // a text box nests paragraphs
    QString m_note;
    int m_hidden = 0;
    int m_cells = 0;
    int m_deletions = 0;
    bool m_inText = false;
    bool m_inProperties = false;
};

Notes notesOf(const ZipFile &zip, const QString &name)
{
    Notes notes;
    const ZipFile::Entry *entry = zip.find(name);
    if (!entry)
        return notes;
    if (const auto bytes = zip.read(*entry, largestPart)) {
        Part part(*bytes);
        [[maybe_unused]] const auto done = part.run([&](const Paragraph &paragraph) {
            if (const QString words = paragraph.words.trimmed(); !part.note().isEmpty() && !words.isEmpty())
                notes[part.note()] += (notes.value(part.note()).isEmpty() ? QString() : u"\n"_s) + words;
        });
    }
    return notes;
}

/// word/header.xml, word/footer12.xml. Asked of each file's parts: a pattern would be compiled for each file.
bool isFurniture(QStringView part)
{
    constexpr QStringView ending = u".xml";
    for (const QStringView opening : {u"word/header", u"word/footer"}) {
        if (part.startsWith(opening) && part.endsWith(ending))
            return std::ranges::all_of(part.sliced(opening.size()).chopped(ending.size()), [](QChar c) { return c >= u'0' && c <= u'9'; });
    }
    return false;
}

/// Running heads and feet: struck, each wording once.
void addFurniture(const ZipFile &zip, Flow &flow)
{
    QStringList seen;
    for (const ZipFile::Entry &entry : zip.entries()) {
        if (seen.size() > 50 || !isFurniture(entry.name))
            continue;
        const auto bytes = zip.read(entry, largestPart);
        if (!bytes)
            continue;
        Part part(*bytes);
        [[maybe_unused]] const auto done = part.run([&](const Paragraph &paragraph) {
            if (const QString words = paragraph.words.trimmed(); !words.isEmpty() && !seen.contains(words)) {
                seen << words;
                flow.struck(words);
            }
        });
    }
}

/// Where the package says its text is (17.2); usually word/document.xml.
QString mainPart(const ZipFile &zip)
{
    if (const ZipFile::Entry *entry = zip.find(u"_rels/.rels")) {
        if (const auto bytes = zip.read(*entry, largestPart)) {
            XmlGuard guard(*bytes);
            while (guard.next()) {
                const auto attributes = guard.xml().attributes();
                if (guard.xml().isStartElement() && attributes.value("Type"_L1).endsWith("/officeDocument"_L1)) {
                    QString target = attributes.value("Target"_L1).toString();
                    return target.startsWith(u'/') ? target.sliced(1) : target;
                }
            }
        }
    }
    return u"word/document.xml"_s;
}

} // namespace

Result<void> readDocx(const ZipFile &zip, ReadDocument &document)
{
    const QString main = mainPart(zip);
    const auto bytes = zip.read(main, largestPart);
    if (!bytes)
        return std::unexpected(bytes.error());
    addCoreProperties(zip, u"docProps/core.xml"_s, document);
    const QString folder = main.left(main.lastIndexOf(u'/') + 1);
    const Notes footnotes = notesOf(zip, folder + u"footnotes.xml"_s);
    const Notes endnotes = notesOf(zip, folder + u"endnotes.xml"_s);

    Flow flow(document);
    Part part(*bytes);
    bool wasCell = false;
    const auto read = part.run([&](const Paragraph &paragraph) {
        const bool isCell = part.isInTable();
        flow.paragraph(paragraph.words, kindOfStyle(paragraph.style),
                       isCell && wasCell ? TextBuilder::Gap::Line : TextBuilder::Gap::Paragraph);
        wasCell = isCell;
        for (const auto &[isEnd, id] : paragraph.notes)
            flow.paragraph((isEnd ? endnotes : footnotes).value(id));
    });
    if (!read)
        return read;
    addFurniture(zip, flow);
    if (part.deletions() > 0)
        document.remarks.push_back({RemarkKind::TrackedChanges});
    if (zip.find(u"word/comments.xml"))
        document.remarks.push_back({RemarkKind::Comments});
    flow.finish();
    return {};
}

} // namespace onrecord::io
