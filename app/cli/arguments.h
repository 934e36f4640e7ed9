// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QHash>
#include <QLatin1StringView>
#include <QString>
#include <QStringList>
#include <span>

namespace onrecord::cli {

/// One option of a command. Without a value name it is a switch.
struct Option {
    QLatin1StringView name;  ///< without the dashes
    QLatin1StringView value; ///< what stands for its value in the help; empty for a switch
    QLatin1StringView words; ///< what it does
};

/// The words after the command, sorted into options and the rest. `--name=value` and `--name value` are the same; after `--`
/// everything is a plain word.
class Arguments
{
public:
    /// BadInput with a sentence for an unknown option, or one whose value is missing.
    static Result<Arguments> parse(const QStringList &words, std::span<const Option> options);

    [[nodiscard]] const QStringList &plain() const { return m_plain; }
    [[nodiscard]] bool has(QLatin1StringView option) const { return m_options.contains(option); }
    /// The last value given; empty when there was none.
    [[nodiscard]] QString value(QLatin1StringView option) const { return m_options.value(option).value(m_options.value(option).size() - 1); }
    [[nodiscard]] QStringList values(QLatin1StringView option) const { return m_options.value(option); }

private:
    QStringList m_plain;
    QHash<QString, QStringList> m_options;
};

} // namespace onrecord::cli
