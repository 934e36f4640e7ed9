// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

#include <algorithm>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

Result<Arguments> Arguments::parse(const QStringList &words, std::span<const Option> options)
{
    Arguments arguments;
    bool onlyPlain = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (onlyPlain || !word.startsWith(u"--"_s)) {
            arguments.m_plain << word;
            continue;
        }
        if (word == u"--"_s) {
            onlyPlain = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.sliced(2, (equals < 0 ? word.size() : equals) - 2);
        const auto option = std::ranges::find_if(options, [&name](const Option &o) { return name == o.name; });
        if (option == options.end())
            return fail(Fault::BadInput, u"there is no option --%1"_s.arg(name));
        if (option->value.isEmpty() && equals >= 0)
            return fail(Fault::BadInput, u"--%1 takes no value"_s.arg(name));
        if (!option->value.isEmpty() && equals < 0 && i + 1 == words.size())
            return fail(Fault::BadInput, u"--%1 needs a value: %2"_s.arg(name, option->value));
        arguments.m_options[name] << (equals >= 0 ? word.sliced(equals + 1) : option->value.isEmpty() ? QString() : words[++i]);
    }
    return arguments;
}

} // namespace onrecord::cli
