// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognition.h"

#include "console.h"

#include <QFileInfo>

namespace onrecord::cli {

std::optional<RecognitionArguments> recognitionOf(const Arguments &arguments)
{
    RecognitionArguments out{io::RecognitionChoice::from(arguments.value(ocrOption.name)), {}};
    if (arguments.has(ocrProgramOption.name))
        out.program = QFileInfo(arguments.value(ocrProgramOption.name)).absoluteFilePath();
    if (out.choice.languages.isEmpty())
        return out; // asked after when there is a picture
    if (const auto languages = io::languagesFor(out.choice, io::Recogniser(out.program)); !languages) {
        say(sentence(languages.error()));
        return {};
    }
    return out;
}

} // namespace onrecord::cli
