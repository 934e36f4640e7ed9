// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <expected>

namespace onrecord {

/// Why something expected to be able to fail did fail. `ui/present` and the command line turn each
/// into a sentence that says what happened, what was kept and what to do; add the sentence with the value.
enum class Fault {
    Internal,        ///< a promise inside the program was broken; detail for the report
    NotFound,        ///< no such file or item
    NotReadable,     ///< exists, may not be read (permission, I/O)
    NotWritable,     ///< read-only place or file
    NotAFile,        ///< folder, device, pipe, socket, link where a regular file is needed
    NotAProject,     ///< the file is not an OnRecord project
    NewerProject,    ///< written by a newer program; untouched
    Damaged,         ///< structure or digest check failed
    InUse,           ///< another process has the project open
    AlreadyExists,   ///< refuses to overwrite
    DiskFull,
    BackupFailed,    ///< the safety copy could not be made or verified; nothing was changed
    UnsupportedType, ///< no reader for this content
    Malformed,       ///< content does not follow its own format
    TooLarge,        ///< over a stated cap
    Empty,           ///< no text in it
    ReaderCrashed,   ///< the reader process died or broke its protocol on this file
    TimedOut,
    Cancelled,
    BadInput,        ///< the caller's words are off: query, argument, date
    Conflict,        ///< the item has changed since, the change does not apply
    NoRecogniser,    ///< pictures of text, and no program that recognises it is installed
    NotRecognised,   ///< pictures of text, and somebody chose that they are not recognised
    NoSuchLanguage,  ///< text recognition has no data for a language that was chosen
};

/// An expected failure. `detail` is for people who want the reason (path, SQLite text, position);
/// it is English, never translated, and never the whole message.
struct Error {
    Fault fault = Fault::Internal;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

template<class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(Fault fault, QString detail = {})
{
    return std::unexpected(Error{fault, std::move(detail)});
}

} // namespace onrecord
