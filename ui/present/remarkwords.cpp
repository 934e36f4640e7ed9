// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/words.h"

#include <QCoreApplication>

namespace onrecord::present {

QString remarkInWords(const Remark &remark)
{
    const auto translated = [](const QString &message) { return QCoreApplication::translate("onrecord::remarks", message.toUtf8().constData()); };
    Remark said = remark;
    if (remark.kind == RemarkKind::OtherType && said.args.size() > 1)
        said.args[1] = translated(said.args[1]); // "plain text"
    return withArgs(translated(messageOf(remark.kind)), said.args);
}

QStringList remarksInWords(const std::vector<Remark> &remarks)
{
    QStringList out;
    for (const Remark &remark : remarks) {
        if (const QString words = remarkInWords(remark); !out.contains(words))
            out << words;
    }
    return out;
}

} // namespace onrecord::present
