// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QXmlStreamReader>

namespace onrecord::io {

/// Pulls the tokens of an XML part. A document type declaration is refused outright (no office file needs one, entity
/// bombs do), and so is nesting deeper than 256 elements. Nothing is fetched.
class XmlGuard
{
public:
    explicit XmlGuard(const QByteArray &bytes) : m_xml(bytes) { m_xml.setEntityExpansionLimit(0); }

    /// False at the end and after an error.
    bool next();
    [[nodiscard]] QXmlStreamReader &xml() { return m_xml; }
    [[nodiscard]] int depth() const { return m_depth; }
    /// Malformed with the place, or nothing wrong.
    [[nodiscard]] Result<void> outcome() const;

private:
    QXmlStreamReader m_xml;
    int m_depth = 0;
    QString m_refusal;
};

/// The text of the element the guard stands on and of all below it, white space simplified; leaves it at the element's
/// end.
[[nodiscard]] QString elementText(XmlGuard &guard);

} // namespace onrecord::io
