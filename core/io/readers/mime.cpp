// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/mime.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 16;
constexpr int mostParts = 1'000;
constexpr int mostFields = 500;
constexpr qsizetype longestField = 10'000;

QString decoded(QByteArrayView bytes, const QByteArray &charset)
{
    QStringDecoder decoder(charset.isEmpty() ? "UTF-8" : charset.constData(), QStringConverter::Flag::Stateless);
    if (decoder.isValid())
        return decoder.decode(bytes);
    return QString::fromLatin1(bytes);
}

QByteArray quotedPrintable(QByteArrayView bytes, bool isHeader)
{
    const auto hex = [](char c) {
        return c >= '0' && c <= '9' ? c - '0'
            : c >= 'A' && c <= 'F'  ? c - 'A' + 10
            : c >= 'a' && c <= 'f'  ? c - 'a' + 10
                                    : -1;
    };
    QByteArray out;
    out.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '_' && isHeader) {
            out += ' ';
        } else if (c == '=' && i + 2 < bytes.size() && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0) {
            out += static_cast<char>(hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]));
            i += 2;
        } else if (c == '=' && !isHeader && i + 1 < bytes.size() && (bytes[i + 1] == '\n' || bytes[i + 1] == '\r')) {
            i += bytes[i + 1] == '\r' && i + 2 < bytes.size() && bytes[i + 2] == '\n' ? 2 : 1;
        } else {
            out += c;
        }
    }
    return out;
}

/// A parameter of a structured field: name=value, name="value", name*=charset''value (RFC 2231, without continuations
/// but *0).
QString parameter(const QString &field, const QString &name)
{
    thread_local QHash<QString, QRegularExpression> shapes; // of the four names asked for
    auto shape = shapes.constFind(name);
    if (shape == shapes.cend())
        shape = shapes.insert(
            name,
            QRegularExpression(
                u"(?:^|;)\\s*%1(\\*(?:0\\*?)?)?\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s;]+))"_s.arg(name),
                QRegularExpression::CaseInsensitiveOption));
    const auto m = shape->match(field);
    QString value = m.captured(2) + m.captured(3);
    if (m.captured(1).endsWith(u'*')) {
        const qsizetype quote = value.indexOf(u"''"_s);
        if (quote >= 0)
            value = decoded(QByteArray::fromPercentEncoding(value.sliced(quote + 2).toLatin1()),
                            value.first(quote).toLatin1());
    }
    return value;
}

struct Fields {
    std::vector<std::pair<QByteArray, QByteArray>> all; ///< raw, unfolded
    qsizetype bodyAt = 0;
};

qsizetype lineEnd(QByteArrayView bytes, qsizetype at)
{
    const qsizetype end = bytes.indexOf('\n', at);
    return end < 0 ? bytes.size() : end + 1;
}

QByteArray chopped(QByteArrayView line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line.toByteArray();
}

Fields fieldsOf(QByteArrayView bytes)
{
    Fields fields;
    qsizetype at = bytes.startsWith("From ") ? lineEnd(bytes, 0) : 0; // as mailboxes begin a message
    while (at < bytes.size() && fields.all.size() < mostFields) {
        const qsizetype end = lineEnd(bytes, at);
        const QByteArray line = chopped(bytes.sliced(at, end - at));
        at = end;
        if (line.isEmpty())
            break;
        if ((line[0] == ' ' || line[0] == '\t') && !fields.all.empty()) {
            QByteArray &value = fields.all.back().second;
            if (value.size() < longestField)
                value += ' ' + line.trimmed();
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            fields.all.emplace_back(line.first(colon).trimmed().toLower(),
                                    line.sliced(colon + 1).trimmed().left(longestField));
    }
    fields.bodyAt = at;
    return fields;
}

class Parser
{
public:
    MimePart parse(QByteArrayView bytes, int depth)
    {
        ++m_parts;
        const Fields fields = fieldsOf(bytes);
        MimePart part;
        for (const auto &[name, value] : fields.all) {
            const QString key = QString::fromLatin1(name);
            if (!part.fields.contains(key))
                part.fields.insert(key, decodedHeader(value));
        }
        const QString type = part.field(u"content-type"_s);
        part.type = type.section(u';', 0, 0).trimmed().toLower();
        if (part.type.isEmpty())
            part.type = u"text/plain"_s;
        part.charset = parameter(type, u"charset"_s);
        const QString disposition = part.field(u"content-disposition"_s);
        part.isAttachment = disposition.startsWith(u"attachment"_s, Qt::CaseInsensitive);
        part.fileName = parameter(disposition, u"filename"_s);
        if (part.fileName.isEmpty())
            part.fileName = parameter(type, u"name"_s);
        part.fileName = part.fileName.left(300);
        const QByteArrayView body = bytes.sliced(fields.bodyAt);
        const QByteArray boundary = parameter(type, u"boundary"_s).toUtf8();
        if (part.type.startsWith(u"multipart/"_s) && !boundary.isEmpty() && depth < deepest)
            split(body, "--" + boundary, part, depth);
        else
            part.body = decodedBody(body, part.field(u"content-transfer-encoding"_s).toLower());
        return part;
    }

private:
    static QByteArray decodedBody(QByteArrayView body, const QString &encoding)
    {
        if (encoding.contains(u"base64"_s))
            return QByteArray::fromBase64(body.toByteArray());
        if (encoding.contains(u"quoted-printable"_s))
            return quotedPrintable(body, false);
        return body.toByteArray();
    }

    void split(QByteArrayView body, const QByteArray &delimiter, MimePart &whole, int depth)
    {
        qsizetype start = -1;
        for (qsizetype at = 0; at < body.size();) {
            const qsizetype end = lineEnd(body, at);
            const QByteArrayView line = body.sliced(at, end - at);
            if (line.startsWith(delimiter)) {
                if (start >= 0 && m_parts < mostParts)
                    whole.parts.push_back(parse(body.sliced(start, at - start), depth + 1));
                start = end;
                if (line.sliced(delimiter.size()).startsWith("--"))
                    return;
            }
            at = end;
        }
        whole.isCutOff = start >= 0;
        whole.isLastCutOff = start >= 0 && start < body.size() && m_parts < mostParts;
        if (whole.isLastCutOff)
            whole.parts.push_back(parse(body.sliced(start), depth + 1));
    }

    int m_parts = 0;
};

} // namespace

const MimePart *MimePart::first(const QString &wanted) const
{
    if (type == wanted && !isAttachment)
        return this;
    for (const MimePart &part : parts) {
        if (const MimePart *found = part.first(wanted))
            return found;
    }
    return nullptr;
}

MimePart parseMime(QByteArrayView bytes)
{
    return Parser().parse(bytes, 0);
}

QString decodedHeader(const QByteArray &raw)
{
    static const QRegularExpression word(u"=\\?([A-Za-z0-9_.:-]+)(?:\\*[A-Za-z-]*)?\\?([bBqQ])\\?([^?\\s]*)\\?="_s);
    QString text = QString::fromUtf8(raw);
    if (text.contains(QChar(QChar::ReplacementCharacter)))
        text = decoded(raw, "windows-1252");
    static const QRegularExpression between(u"(\\?=)\\s+(=\\?)"_s);
    text.replace(between, u"\\1\\2"_s);
    QString out;
    qsizetype at = 0;
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const auto m = it.next();
        out += QStringView(text).sliced(at, m.capturedStart() - at);
        const QByteArray content = m.captured(3).toLatin1();
        out += decoded(m.captured(2).toLower() == u"b"_s ? QByteArray::fromBase64(content)
                                                         : quotedPrintable(content, true),
                       m.captured(1).toLatin1());
        at = m.capturedEnd();
    }
    out += QStringView(text).sliced(at);
    return out;
}

bool looksLikeMail(const QByteArray &head)
{
    static const QRegularExpression field(u"^[!-9;-~]{1,60}:"_s);
    static const QRegularExpression known(
        u"^(?:from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type|snapshot-content-location|reply-to|dkim-signature):"_s,
        QRegularExpression::CaseInsensitiveOption);
    int found = 0;
    int lines = 0;
    for (const QByteArray &raw : head.split('\n')) {
        const QString line = QString::fromLatin1(raw).trimmed();
        if (line.isEmpty() || ++lines > 200)
            break;
        if (lines == 1 && raw.startsWith("From "))
            continue;
        if (lines > 1 && (raw.startsWith(' ') || raw.startsWith('\t')))
            continue;
        if (!field.match(line).hasMatch())
            return false;
        found += known.match(line).hasMatch() ? 1 : 0;
    }
    return found >= 2 && (head.left(16384).toLower().contains("mime-version:") || found >= 3);
}

} // namespace onrecord::io
