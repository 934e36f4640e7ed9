// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// onrecord-cli: the record without a window. Machine-readable shapes and exit codes are a contract; see --help.
#include "command.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

using namespace onrecord;
using namespace onrecord::cli;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const Command *, 16> all{&newCommand, &importCommand, &storyCommand, &listCommand, &searchCommand, &verifyCommand, &figuresCommand, &draftCommand, &historyCommand,
                                              &undoCommand, &redoCommand, &checkCommand, &backupCommand, &readCommand, &extractCommand, &compareCommand};

void printOverview()
{
    print(u"onrecord-cli COMMAND … — who said what, without a window\n"_s);
    for (const Command *command : all)
        print(u"  "_s + QString(command->name).leftJustified(9) + command->summary);
    print(u"\nonrecord-cli COMMAND --help tells the options of a command; --version the version of the program.\n\n"
          "Messages go to stderr, results to stdout, with --json as UTF-8 JSON (offsets in Unicode code points, null for what is\n"
          "not known). Ends with 0 when done, 1 for a wrong call, 2 when the project cannot be opened, 3 when something was\n"
          "refused or found damaged (each is named), 4 when interrupted (what was stored before is kept)."_s);
}

void printHelp(const Command &command)
{
    print(u"onrecord-cli %1 %2\n\n%3."_s.arg(command.name, command.usage, command.summary));
    if (!command.details.isEmpty())
        print(QString(command.details));
    print(QString());
    for (const Option &option : command.options) {
        const QString left = u"  --"_s + option.name + (option.value.isEmpty() ? QString() : u' ' + QString(option.value));
        print(left.leftJustified(22) + option.words);
    }
    print(u"  --help"_s.leftJustified(22) + u"this text"_s);
}

int wrongUse(const QString &message, const QString &hint)
{
    say(message);
    say(hint);
    return WrongUse;
}

int runCommand(const Command &command, const QStringList &words)
{
    const QString hint = u"see: onrecord-cli %1 --help"_s.arg(command.name);
    const auto end = std::ranges::find(words, u"--"_s);
    if (std::find(words.begin(), end, u"--help"_s) != end || std::find(words.begin(), end, u"-h"_s) != end) {
        printHelp(command);
        return Done;
    }
    const auto arguments = Arguments::parse(words, command.options);
    if (!arguments)
        return wrongUse(arguments.error().detail, hint);
    const qsizetype count = arguments->plain().size();
    if (count < command.fewest || (command.most >= 0 && count > command.most))
        return wrongUse(u"usage: onrecord-cli %1 %2"_s.arg(command.name, command.usage), hint);
    return command.run(*arguments);
}

} // namespace

std::span<const Command *const> cli::commands()
{
    return all;
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"onrecord-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ONRECORD_VERSION));
    const QStringList words = QCoreApplication::arguments().sliced(1);
    if (words.isEmpty())
        return wrongUse(u"which command?"_s, u"see: onrecord-cli --help"_s);
    const QString &first = words.first();
    if (first == u"--version"_s) {
        print(u"onrecord-cli "_s + QCoreApplication::applicationVersion());
        return Done;
    }
    const bool asksForHelp = first == u"--help"_s || first == u"-h"_s || first == u"help"_s;
    if (asksForHelp && words.size() == 1) {
        printOverview();
        return Done;
    }
    const QString &name = asksForHelp ? words[1] : first;
    const auto command = std::ranges::find_if(all, [&name](const Command *c) { return name == c->name; });
    if (command == all.end())
        return wrongUse(u"there is no command “%1”"_s.arg(name), u"see: onrecord-cli --help"_s);
    if (asksForHelp) {
        printHelp(**command);
        return Done;
    }
    return runCommand(**command, words.sliced(1));
}
