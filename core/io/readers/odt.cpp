// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/odt.h"

#include "core/io/readers/flow.h"
#include "core/io/readers/officemeta.h"
#include "core/io/readers/xmlguard.h"

#include <QHash>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostBlanks = 10'000; // that one text:s may stand for

std::optional<RegionKind> kindOfStyle(const QString &style)
{
    if (style == u"Title"_s)
        return RegionKind::Headline;
    if (style == u"Subtitle"_s)
        return RegionKind::Standfirst;
    if (style == u"Quotations"_s)
        return RegionKind::BlockQuote;
    if (style.startsWith(u"Heading"_s))
        return RegionKind::Heading;
    if (style == u"Caption"_s || style == u"Illustration"_s || style == u"Figure"_s)
        return RegionKind::Caption;
    return std::nullopt;
}

class Content
{
public:
    Content(const QByteArray &bytes, Flow &flow) : m_guard(bytes), m_flow(flow) {}

    Result<void> run()
    {
        while (m_guard.next()) {
            if (m_guard.xml().isStartElement())
                open();
            else if (m_guard.xml().isEndElement())
                close();
            else if (m_guard.xml().isCharacters() && m_hidden == 0 && !m_open.empty())
                addText(m_guard.xml().text());
        }
        return m_guard.outcome();
    }

    [[nodiscard]] int changes() const { return m_changes; }

private:
    struct Paragraph {
        QString words;
        std::optional<RegionKind> kind;
        QStringList notes;
        bool isNote = false;
    };

    [[nodiscard]] QString value(QLatin1StringView name)
    {
        for (const QXmlStreamAttribute &one : m_guard.xml().attributes()) {
            if (one.name() == name)
                return one.value().toString();
        }
        return {};
    }

    /// White space collapses as ODF says (part 3, 6.1.2).
    void addText(QStringView text)
    {
        QString &words = m_open.back().words;
        for (const QChar c : text) {
            if (c != u' ' && c != u'\n' && c != u'\t' && c != u'\r')
                words += c;
            else if (!words.isEmpty() && words.back() != u' ' && words.back() != u'\n')
                words += u' ';
        }
    }

    static bool isHidden(QStringView name)
    {
        return name == "annotation"_L1 || name == "tracked-changes"_L1 || name == "note-citation"_L1
            || name == "title"_L1 || name == "desc"_L1 || name == "object"_L1 || name == "ruby-text"_L1;
    }

    void open()
    {
        const QStringView name = m_guard.xml().name();
        if (isHidden(name)) {
            ++m_hidden;
            m_changes += name == "tracked-changes"_L1 ? 1 : 0;
        } else if (name == "style"_L1) {
            m_parents.insert(value("name"_L1), value("parent-style-name"_L1));
        } else if (name == "note-body"_L1) {
            ++m_notes;
        } else if (name == "table-cell"_L1) {
            ++m_cells;
        } else if ((name == "p"_L1 || name == "h"_L1) && m_hidden == 0) {
            QString style = value("style-name"_L1);
            for (int step = 0; step < 8 && !kindOfStyle(style) && m_parents.contains(style); ++step)
                style = m_parents.value(style);
            m_open.push_back({{},
                              name == "h"_L1 && !kindOfStyle(style) ? RegionKind::Heading : kindOfStyle(style),
                              {},
                              m_notes > 0});
        } else if (m_hidden == 0 && !m_open.empty()) {
            if (name == "s"_L1)
                m_open.back().words += QString(std::clamp(value("c"_L1).toInt(), 1, mostBlanks), u' ');
            else if (name == "tab"_L1)
                m_open.back().words += u'\t';
            else if (name == "line-break"_L1)
                m_open.back().words += u'\n';
        }
    }

    void close()
    {
        const QStringView name = m_guard.xml().name();
        if (isHidden(name))
            --m_hidden;
        else if (name == "note-body"_L1)
            --m_notes;
        else if (name == "table-cell"_L1)
            --m_cells;
        else if ((name == "p"_L1 || name == "h"_L1) && m_hidden == 0 && !m_open.empty())
            closeParagraph();
    }

    void closeParagraph()
    {
        Paragraph done = std::move(m_open.back());
        m_open.pop_back();
        if (done.isNote && !m_open.empty()) {
            m_open.back().notes << done.words << done.notes;
            return;
        }
        const bool isCell = m_cells > 0;
        m_flow.paragraph(done.words, done.kind,
                         isCell && m_wasCell ? TextBuilder::Gap::Line : TextBuilder::Gap::Paragraph);
        m_wasCell = isCell;
        for (const QString &note : std::as_const(done.notes))
            m_flow.paragraph(note);
    }

    XmlGuard m_guard;
    Flow &m_flow;
    QHash<QString, QString> m_parents; // automatic styles
    std::vector<Paragraph> m_open;
    int m_hidden = 0;
    int m_notes = 0;
    int m_cells = 0;
    int m_changes = 0;
    bool m_wasCell = false;
};

} // namespace

Result<void> readOdt(const ZipFile &zip, ReadDocument &document)
{
    if (const ZipFile::Entry *manifest = zip.find(u"META-INF/manifest.xml")) {
        if (const auto bytes = zip.read(*manifest, largestPart); bytes && bytes->contains("encryption-data"))
            return fail(Fault::UnsupportedType, u"encrypted with a password"_s);
    }
    const auto bytes = zip.read(u"content.xml", largestPart);
    if (!bytes)
        return std::unexpected(bytes.error());
    addCoreProperties(zip, u"meta.xml"_s, document);
    Flow flow(document);
    Content content(*bytes, flow);
    if (auto read = content.run(); !read)
        return read;
    if (content.changes() > 0)
        document.remarks.push_back({RemarkKind::TrackedChanges});
    flow.finish();
    return {};
}

} // namespace onrecord::io
