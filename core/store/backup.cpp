// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/checking.h"
#include "core/store/copying.h"
#include "core/store/meta.h"
#include "core/store/projectprivate.h"
#include "core/store/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

/// The copy opened as a stranger would: sound, all digests right, and the same as the original.
void verifyCopy(const QByteArray &copyPath, const QByteArray &wanted)
{
    Connection copy(copyPath, Connection::Access::Read);
    if (const QString difference = schemaDifference(copy); !difference.isEmpty())
        refuse(Fault::BackupFailed, difference);
    const CheckReport report = checkEverything(copy, {});
    if (!report.ok) {
        const QString first = report.bad.empty() ? report.structure : u"%1 %2: %3"_s.arg(report.bad.front().what).arg(report.bad.front().id).arg(report.bad.front().why);
        refuse(Fault::BackupFailed, u"the copy does not pass its check: "_s + first);
    }
    if (rootDigest(copy) != wanted)
        refuse(Fault::BackupFailed, u"the copy is not the same as the project"_s);
}

void markClean(const QByteArray &path)
{
    Connection copy(path, Connection::Access::Write);
    copy.execute("PRAGMA journal_mode=DELETE");
    Transaction transaction(copy);
    setMeta(copy, u"clean"_s, u"1"_s);
    transaction.commit();
}

} // namespace

Result<void> Project::backup(const QString &target) const
{
    return guarded([&]() -> Result<void> {
        Connection &connection = d->readable();
        if (QFileInfo::exists(target) || QFileInfo(target).isSymLink())
            return fail(Fault::AlreadyExists, target);
        sweepTemporaries(target);
        const auto temporary = makeTemporaryBeside(target);
        if (!temporary)
            return std::unexpected(temporary.error());
        auto removal = qScopeGuard([&] {
            QFile::remove(*temporary);
            QFile::remove(*temporary + u"-journal"_s);
        });
        const QByteArray name = QFile::encodeName(*temporary);
        const QByteArray wanted = rootDigest(connection);
        copyPages(connection.handle(), name);
        markClean(name);
        verifyCopy(name, wanted);
        const auto placed = flushFile(*temporary).and_then([&] { return renameWithoutReplacing(*temporary, target); });
        if (placed)
            removal.dismiss();
        return placed;
    });
}

} // namespace onrecord::store
