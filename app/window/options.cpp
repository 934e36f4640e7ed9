// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/options.h"

#include "ui/present/schemes.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>
#include <cstdlib>

namespace onrecord {

namespace {

using namespace Qt::StringLiterals;

[[noreturn]] void refuse(const QString &why)
{
    std::fputs(qPrintable(QString(u"onrecord: "_s + why + u"\nonrecord --help lists what can be said here.\n"_s)),
               stderr);
    constexpr int usage = 64; // sysexits.h
    std::exit(usage);
}

std::optional<QSize> sizeOf(const QString &words)
{
    const QStringList sides = words.split(u'x');
    bool wide = false;
    bool high = false;
    const QSize size = sides.size() == 2 ? QSize(sides[0].toInt(&wide), sides[1].toInt(&high)) : QSize();
    const bool sane =
        wide && high && size.width() >= 320 && size.height() >= 240 && size.width() <= 8192 && size.height() <= 8192;
    return sane ? std::optional(size) : std::nullopt;
}

} // namespace

Options parseOptions(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Explores who said what, where, and whether the sources agree."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"files"_s, u"A project (NAME.onrecord), or articles to import."_s,
                                 u"[FILE.onrecord | ARTICLES…]"_s);
    const QCommandLineOption screenshot(u"screenshot"_s, u"Draw the window on the bundled story into FILE and end."_s,
                                        u"FILE.png"_s);
    const QCommandLineOption size(u"size"_s, u"Size of the picture (1440x900)."_s, u"WxH"_s);
    const QCommandLineOption theme(u"theme"_s, u"Colours: system, light, dark or contrast."_s, u"NAME"_s);
    const QCommandLineOption view(u"view"_s, u"What to show first: start, story, check, figures, claims, draft, coverage, variants or walk."_s, u"NAME"_s);
    const QCommandLineOption select(u"select"_s, u"Select the person, organisation, outlet, article or figure of this name."_s,
                                    u"NAME"_s);
    const QCommandLineOption settings(u"settings"_s, u"Keep settings in this file."_s, u"FILE"_s);
    const QCommandLineOption newSession(u"new-session"_s, u"Do not go back to the last project."_s);
    const QCommandLineOption report(
        u"report-startup"_s,
        u"Say when the window is painted and when it has come to rest, with the memory used, and end."_s);
    parser.addOptions({screenshot, size, theme, view, select, settings, newSession, report});
    if (!parser.parse(app.arguments()))
        refuse(parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();

    Options options;
    options.files = parser.positionalArguments();
    options.screenshot = parser.value(screenshot);
    options.theme = parser.value(theme);
    options.view = parser.value(view);
    options.select = parser.value(select);
    options.settings = parser.value(settings);
    options.newSession = parser.isSet(newSession);
    options.reportStartup = parser.isSet(report);
    if (parser.isSet(size)) {
        const auto wanted = sizeOf(parser.value(size));
        if (!wanted)
            refuse(u"--size wants two numbers like 1024x768, not '%1'"_s.arg(parser.value(size)));
        options.size = *wanted;
    }
    if (!options.theme.isEmpty() && present::spelling(present::schemeFromSpelling(options.theme)) != options.theme)
        refuse(u"there is no theme '%1': system, light, dark or contrast"_s.arg(options.theme));
    if (!options.view.isEmpty() && !QStringList{u"start"_s, u"story"_s, u"check"_s, u"figures"_s, u"claims"_s, u"draft"_s, u"coverage"_s, u"variants"_s, u"walk"_s}.contains(options.view))
        refuse(u"there is no view '%1': start, story, check, figures, claims, draft, coverage, variants or walk"_s.arg(options.view));
    return options;
}

} // namespace onrecord
