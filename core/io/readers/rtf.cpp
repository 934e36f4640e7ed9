// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/rtf.h"

#include "core/io/readers/bylinenames.h"
#include "core/io/readers/flow.h"

#include <QHash>
#include <QStringDecoder>
#include <algorithm>
#include <memory>
#include <optional>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t deepest = 4'000;
constexpr qsizetype mostNotes = 10'000;

/// Where the words of a group go.
enum class Target : quint8 { Body, Nothing, Note, Furniture, Title, Author, Company, FontTable };

struct Group {
    Target target = Target::Body;
    int unicodeSkip = 1;
    int font = -1;
    bool hidden = false;
    bool isFirst = true; ///< no word or control yet: the next control names its destination
};

QByteArray codePage(int number)
{
    switch (number) {
    case 65001:
        return "UTF-8";
    case 932:
        return "Shift_JIS";
    case 936:
        return "GB18030";
    case 949:
        return "EUC-KR";
    case 950:
        return "Big5";
    case 10000:
        return "macintosh";
    case 437:
    case 850:
    case 866:
        return "IBM" + QByteArray::number(number);
    default:
        return number >= 1250 && number <= 1258 ? "windows-" + QByteArray::number(number) : QByteArray("windows-1252");
    }
}

/// \fcharset numbers (RTF 1.9.1, "Font Table").
std::optional<int> codePageOfCharset(int charset)
{
    static const QHash<int, int> pages{{0, 1252},   {77, 10000}, {128, 932},  {129, 949},  {134, 936},
                                       {136, 950},  {161, 1253}, {162, 1254}, {163, 1258}, {177, 1255},
                                       {178, 1256}, {186, 1257}, {204, 1251}, {222, 874},  {238, 1250}};
    const auto found = pages.constFind(charset);
    return found == pages.cend() ? std::nullopt : std::optional(*found);
}

struct Word {
    QByteArray name;
    std::optional<int> number;
};

class Rtf
{
public:
    Rtf(QByteArrayView bytes, ReadDocument &document) : m_bytes(bytes), m_document(document), m_flow(document) {}

    Result<void> run()
    {
        m_groups.push_back({});
        while (m_at < m_bytes.size()) {
            const char c = m_bytes[m_at++];
            if (c == '{') {
                if (m_groups.size() >= deepest)
                    return fail(Fault::Malformed, u"nested more than %1 groups deep"_s.arg(deepest));
                flushBytes();
                m_groups.push_back(m_groups.back());
                m_groups.back().isFirst = true;
            } else if (c == '}') {
                closeGroup();
            } else if (c == '\\') {
                control();
            } else if (c != '\r' && c != '\n' && c != '\0') {
                byte(c);
            }
        }
        flushBytes();
        endParagraph();
        for (const QString &words : std::as_const(m_furniture))
            m_flow.struck(words);
        if (m_groups.size() > 1)
            m_document.remarks.push_back({RemarkKind::CutOff});
        m_flow.finish();
        return {};
    }

private:
    [[nodiscard]] Group &here() { return m_groups.back(); }

    Word readWord()
    {
        Word word;
        while (m_at < m_bytes.size() && std::isalpha(static_cast<uchar>(m_bytes[m_at])) != 0 && word.name.size() < 40)
            word.name += m_bytes[m_at++];
        QByteArray digits;
        if (m_at < m_bytes.size() && m_bytes[m_at] == '-')
            digits += m_bytes[m_at++];
        while (m_at < m_bytes.size() && std::isdigit(static_cast<uchar>(m_bytes[m_at])) != 0 && digits.size() < 11)
            digits += m_bytes[m_at++];
        bool ok = false;
        const int number = digits.toInt(&ok);
        if (ok)
            word.number = number;
        if (m_at < m_bytes.size() && m_bytes[m_at] == ' ')
            ++m_at;
        return word;
    }

    void control()
    {
        if (m_at >= m_bytes.size())
            return;
        const char c = m_bytes[m_at];
        if (std::isalpha(static_cast<uchar>(c)) != 0) {
            flushIfNoHex();
            apply(readWord());
            return;
        }
        ++m_at;
        if (c == '\'') {
            const int high = m_at < m_bytes.size() ? hex(m_bytes[m_at]) : -1;
            const int low = m_at + 1 < m_bytes.size() ? hex(m_bytes[m_at + 1]) : -1;
            if (high >= 0 && low >= 0) {
                m_at += 2;
                byte(static_cast<char>(high * 16 + low));
            }
            return;
        }
        flushBytes();
        if (c == '*')
            m_isOptional = true;
        else if (c == '~')
            add(u"\u00A0"_s);
        else if (c == '-')
            add(u"\u00AD"_s);
        else if (c == '_')
            add(u"\u2011"_s);
        else if (c == '\n' || c == '\r')
            endParagraph();
        else if (c == '\\' || c == '{' || c == '}')
            add(QString(QLatin1Char(c)));
    }

    static int hex(char c)
    {
        return c >= '0' && c <= '9' ? c - '0'
            : c >= 'a' && c <= 'f'  ? c - 'a' + 10
            : c >= 'A' && c <= 'F'  ? c - 'A' + 10
                                    : -1;
    }

    void byte(char c)
    {
        here().isFirst = false;
        if (m_skip > 0) { // what stands for \u in readers without Unicode
            --m_skip;
            return;
        }
        m_pending += c;
    }

    void flushIfNoHex() { flushBytes(); }

    void flushBytes()
    {
        if (m_pending.isEmpty())
            return;
        const int page = m_fontPages.value(here().font, m_page);
        auto &decoder = m_decoders[page];
        if (!decoder) {
            decoder = std::make_shared<QStringDecoder>(codePage(page).constData(), QStringConverter::Flag::Stateless);
            if (!decoder->isValid())
                decoder = std::make_shared<QStringDecoder>("windows-1252", QStringConverter::Flag::Stateless);
        }
        const QString words = decoder->decode(m_pending);
        m_pending.clear();
        add(words);
    }

    void add(const QString &words)
    {
        Group &group = here();
        group.isFirst = false;
        if (group.hidden)
            return;
        switch (group.target) {
        case Target::Body:
            m_paragraph += words;
            break;
        case Target::Note:
            m_note += words;
            break;
        case Target::Furniture:
            m_runningHead += words;
            break;
        case Target::Title:
        case Target::Author:
        case Target::Company:
            m_info[static_cast<int>(group.target)] += words;
            break;
        case Target::Nothing:
        case Target::FontTable:
            break;
        }
    }

    void closeGroup()
    {
        flushBytes();
        m_skip = 0;
        if (m_groups.size() == 1)
            return;
        const Target closed = here().target;
        m_groups.pop_back();
        if (closed == here().target)
            return;
        if (closed == Target::Note && !m_note.trimmed().isEmpty() && m_notes.size() < mostNotes)
            m_notes << m_note.trimmed();
        if (closed == Target::Furniture && !m_runningHead.trimmed().isEmpty()
            && !m_furniture.contains(m_runningHead.trimmed()) && m_furniture.size() < 50)
            m_furniture << m_runningHead.trimmed();
        if (closed == Target::Note)
            m_note.clear();
        if (closed == Target::Furniture)
            m_runningHead.clear();
        if (closed == Target::Title || closed == Target::Author || closed == Target::Company)
            takeInfo(closed);
    }

    void takeInfo(Target which)
    {
        const QString words = m_info.value(static_cast<int>(which)).simplified().left(2000);
        if (words.isEmpty())
            return;
        if (which == Target::Title)
            m_document.title = {words, Basis::Metadata};
        else if (which == Target::Company)
            m_document.outlet = {words, Basis::Metadata};
        else {
            bool isWhole = false;
            const QStringList names = namesOfByline(words, &isWhole);
            m_document.authors = isWhole ? names : QStringList{words};
            m_document.authorsBasis = Basis::Metadata;
        }
    }

    void lineEnd(QChar with)
    {
        if (here().target == Target::Body && with == u'\n' && !here().hidden)
            endParagraph();
        else
            add(QString(with));
    }

    void endParagraph()
    {
        m_flow.paragraph(m_paragraph);
        m_paragraph.clear();
        for (const QString &note : std::as_const(m_notes))
            m_flow.paragraph(note);
        m_notes.clear();
    }

    void apply(const Word &word)
    {
        const bool isOptional = std::exchange(m_isOptional, false);
        const bool isDestination = std::exchange(here().isFirst, false);
        if (const auto target = targetOf(word.name);
            target && (isDestination || isOptional || *target == Target::Note)) {
            if (here().target != Target::Nothing)
                here().target = *target;
            return;
        }
        if (isOptional) {
            here().target = Target::Nothing; // "\*": readers that do not know it skip it
            return;
        }
        if (const QChar sign = signOf(word.name); !sign.isNull())
            add(QString(sign));
        else
            applySetting(word);
    }

    static std::optional<Target> targetOf(const QByteArray &name)
    {
        static const QHash<QByteArray, Target> targets{
            {"fonttbl", Target::FontTable}, {"colortbl", Target::Nothing},   {"stylesheet", Target::Nothing},
            {"info", Target::Nothing},      {"pict", Target::Nothing},       {"object", Target::Nothing},
            {"fldinst", Target::Nothing},   {"themedata", Target::Nothing},  {"datastore", Target::Nothing},
            {"listtable", Target::Nothing}, {"revtbl", Target::Nothing},     {"header", Target::Furniture},
            {"headerl", Target::Furniture}, {"headerr", Target::Furniture},  {"headerf", Target::Furniture},
            {"footer", Target::Furniture},  {"footerl", Target::Furniture},  {"footerr", Target::Furniture},
            {"footerf", Target::Furniture}, {"footnote", Target::Note},      {"annotation", Target::Nothing},
            {"bkmkstart", Target::Nothing}, {"bkmkend", Target::Nothing},    {"xe", Target::Nothing},
            {"tc", Target::Nothing},        {"nonshppict", Target::Nothing}, {"listtext", Target::Body},
            {"shptxt", Target::Body},       {"generator", Target::Nothing},  {"fldrslt", Target::Body}};
        const auto found = targets.constFind(name);
        return found == targets.cend() ? std::nullopt : std::optional(*found);
    }

    static QChar signOf(const QByteArray &name)
    {
        static const QHash<QByteArray, QChar> signs{{"emdash", u'—'},       {"endash", u'–'},    {"lquote", u'‘'},
                                                    {"rquote", u'’'},       {"ldblquote", u'“'}, {"rdblquote", u'”'},
                                                    {"bullet", u'•'},       {"tab", u'\t'},      {"emspace", u'\u2003'},
                                                    {"enspace", u'\u2002'}, {"zwj", u'\u200D'},  {"zwnj", u'\u200C'}};
        return signs.value(name);
    }

    void applySetting(const Word &word)
    {
        const QByteArray &name = word.name;
        const int number = word.number.value_or(1);
        if (name == "par" || name == "sect" || name == "page" || name == "row" || name == "cell" || name == "nestcell"
            || name == "nestrow")
            lineEnd(u'\n');
        else if (name == "line")
            add(u"\n"_s);
        else if (name == "u")
            unicode(number);
        else if (name == "uc")
            here().unicodeSkip = std::clamp(number, 0, 16);
        else if (name == "bin")
            m_at = std::min<qsizetype>(m_bytes.size(), m_at + std::max(word.number.value_or(0), 0));
        else if (name == "ansicpg")
            m_page = number;
        else if (name == "mac")
            m_page = 10000;
        else if (name == "pc")
            m_page = 437;
        else if (name == "pca")
            m_page = 850;
        else if (name == "f")
            here().font = number;
        else if (name == "fcharset" && here().target == Target::FontTable) {
            if (const auto page = codePageOfCharset(number))
                m_fontPages[here().font] = *page;
        } else if (name == "plain")
            here().hidden = false;
        else if (name == "v" || name == "deleted")
            here().hidden = number != 0;
        else if (here().target == Target::Nothing || here().target == Target::Title || here().target == Target::Author
                 || here().target == Target::Company)
            infoField(name);
    }

    /// {\info{\title …}{\author …}}: groups inside one that is otherwise no text.
    void infoField(const QByteArray &name)
    {
        if (name == "title")
            here().target = Target::Title;
        else if (name == "author")
            here().target = Target::Author;
        else if (name == "company")
            here().target = Target::Company;
    }

    void unicode(int number)
    {
        const auto unit = static_cast<char16_t>(static_cast<quint16>(number)); // negative above 32767
        add(QString(QChar(unit)));
        m_skip = here().unicodeSkip;
    }

    QByteArrayView m_bytes;
    ReadDocument &m_document;
    Flow m_flow;
    qsizetype m_at = 0;
    std::vector<Group> m_groups;
    QByteArray m_pending; ///< bytes not decoded yet: a character may be several
    QHash<int, std::shared_ptr<QStringDecoder>> m_decoders;
    QHash<int, int> m_fontPages;
    QHash<int, QString> m_info;
    int m_page = 1252;
    int m_skip = 0;
    bool m_isOptional = false;
    QString m_paragraph;
    QString m_note;
    QString m_runningHead;
    QStringList m_notes;
    QStringList m_furniture;
};

} // namespace

Result<void> readRtf(QByteArrayView bytes, ReadDocument &document)
{
    if (auto read = Rtf(bytes, document).run(); !read)
        return read;
    return {};
}

} // namespace onrecord::io
