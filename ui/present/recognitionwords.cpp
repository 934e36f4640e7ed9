// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/recognitionwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace onrecord::present {

namespace {

struct Recognised {
    Q_DECLARE_TR_FUNCTIONS(onrecord::present::Recognised)
};

} // namespace

QString recognitionLanguage(const QString &code)
{
    if (code == u"chi_sim" || code == u"chi_tra")
        return code == u"chi_sim" ? Recognised::tr("Chinese, simplified") : Recognised::tr("Chinese, traditional");
    const QLocale::Language language = QLocale::codeToLanguage(code, QLocale::ISO639Part2T);
    return language == QLocale::AnyLanguage || language == QLocale::C ? code : QLocale::languageToString(language);
}

QString recognitionLanguages(const QStringList &codes)
{
    QStringList names;
    for (const QString &code : codes)
        names << recognitionLanguage(code);
    return QLocale().createSeparatedList(names);
}

QString recognitionInWords(const Recognition &recognition)
{
    const auto uncertain = static_cast<int>(recognition.uncertain.size());
    const QString share = uncertain == 0 ? Recognised::tr("none of %L1 words uncertain").arg(recognition.words)
                                         : Recognised::tr("%L1 of %L2 words uncertain", nullptr, uncertain).arg(uncertain).arg(recognition.words);
    return Recognised::tr("in a picture, by %1 (%2); %3 % sure on average, %4")
        .arg(recognition.program, recognitionLanguages(recognition.languages), QLocale().toString(qRound(recognition.mean)), share);
}

} // namespace onrecord::present
