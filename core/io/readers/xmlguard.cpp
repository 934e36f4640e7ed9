// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/xmlguard.h"

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 256;

} // namespace

bool XmlGuard::next()
{
    if (!m_refusal.isEmpty() || m_xml.atEnd())
        return false;
    switch (m_xml.readNext()) {
    case QXmlStreamReader::DTD:
        m_refusal = u"it declares a document type (entities), which no such file needs"_s;
        return false;
    case QXmlStreamReader::StartElement:
        if (++m_depth > deepest) {
            m_refusal = u"nested more than %1 elements deep"_s.arg(deepest);
            return false;
        }
        return true;
    case QXmlStreamReader::EndElement:
        --m_depth;
        return true;
    case QXmlStreamReader::Invalid:
    case QXmlStreamReader::NoToken:
        return false;
    default:
        return true;
    }
}

Result<void> XmlGuard::outcome() const
{
    if (!m_refusal.isEmpty())
        return fail(Fault::Malformed, m_refusal);
    if (m_xml.hasError())
        return fail(Fault::Malformed,
                    u"its XML is broken at line %1: %2"_s.arg(m_xml.lineNumber()).arg(m_xml.errorString()));
    return {};
}

QString elementText(XmlGuard &guard)
{
    const int outside = guard.depth() - 1;
    QString text;
    while (guard.depth() > outside && guard.next()) {
        if (guard.xml().isCharacters())
            text += guard.xml().text();
    }
    return text.simplified();
}

} // namespace onrecord::io
