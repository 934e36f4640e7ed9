// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// onrecord-recognise PROGRAM ARGUMENTS… : confines itself and becomes the installed program that recognises text in
// pictures, which then can do nothing but turn a picture on stdin into words on stdout. TESSDATA_PREFIX may name a
// folder of its data. Not for people.
#include "confineprogram.h"

#include <cstdlib>
#include <string>
#include <unistd.h>

namespace {

constexpr int wrongUse = 64;
constexpr int noSandbox = 71;
constexpr int noProgram = 72; // as core/io/recogniser.cpp knows it

} // namespace

int main(int count, char **arguments)
{
    if (count < 2 || arguments[1][0] != '/')
        return wrongUse;
    char *const program = ::realpath(arguments[1], nullptr); // links are followed while they can be
    if (!program)
        return noProgram;
    const char *const data = std::getenv("TESSDATA_PREFIX");
    if (!onrecord::confineProgram(program, data && data[0] == '/' ? data : ""))
        return noSandbox;
    ::execv(program, arguments + 1);
    return noProgram;
}
