// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/store: the only headers of the house that name SQLite.
#ifndef SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_SESSION 1
#endif
#ifndef SQLITE_ENABLE_PREUPDATE_HOOK
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#endif
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "core/base/error.h"

#include <QByteArray>
#include <QString>
#include <QUuid>
#include <exception>
#include <variant>

namespace onrecord::store {

/// One column's value. QString goes in as UTF-8 text, QByteArray as blob.
using Value = std::variant<std::monostate, qint64, double, QString, QByteArray>;

/// Leaves a lambda of Connection::transaction() with an expected failure; becomes the Error at the room's door.
struct Refusal {
    Error error;
};

[[noreturn]] inline void refuse(Fault fault, QString detail = {})
{
    throw Refusal{{fault, std::move(detail)}};
}

/// The house's word for what SQLite reports (primary or extended code).
[[nodiscard]] Fault faultOf(int sqliteCode);
[[nodiscard]] Error errorOf(const SQLite::Exception &exception);

/// Throws SQLite::Exception unless `code` is SQLITE_OK; for the calls SQLiteCpp does not wrap.
void require(int code, sqlite3 *handle);

/// Runs `call` and turns what it throws into an Error: the room's door.
template<class Call>
auto guarded(Call call) -> std::invoke_result_t<Call>
{
    try {
        return call();
    } catch (const Refusal &refusal) {
        return std::unexpected(refusal.error);
    } catch (const SQLite::Exception &exception) {
        return std::unexpected(errorOf(exception));
    } catch (const std::exception &exception) {
        return fail(Fault::Internal, QString::fromUtf8(exception.what()));
    }
}

} // namespace onrecord::store
