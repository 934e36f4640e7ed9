// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <utility>

namespace onrecord::present {

namespace {

class Faults
{
    Q_DECLARE_TR_FUNCTIONS(onrecord::present::Faults)
};

} // namespace

QString faultInWords(Fault fault)
{
    switch (fault) {
    case Fault::Internal:
        return Faults::tr("OnRecord made a mistake. Nothing was changed; please try again, and report it if it stays.");
    case Fault::NotFound:
        return Faults::tr("This could not be found. It may have been moved or removed.");
    case Fault::NotReadable:
        return Faults::tr("The file could not be read. Check that you may read it and that the disk is there.");
    case Fault::NotWritable:
        return Faults::tr("Nothing was changed: this place or file is read-only. Choose another place or ask for the right to write.");
    case Fault::NotAFile:
        return Faults::tr("This is not a file. Choose a regular file.");
    case Fault::NotAProject:
        return Faults::tr("This file is not an OnRecord project. It was not changed.");
    case Fault::NewerProject:
        return Faults::tr("This project was written by a newer OnRecord. It was not changed; open it with the newer program.");
    case Fault::Damaged:
        return Faults::tr("The project is damaged. It was not changed; open a backup, or check the project to see what is affected.");
    case Fault::InUse:
        return Faults::tr("The project is open in another window. Close it there first.");
    case Fault::AlreadyExists:
        return Faults::tr("A file with this name exists and was not overwritten. Choose another name.");
    case Fault::DiskFull:
        return Faults::tr("The disk is full. Nothing of the last change was kept, everything before it was; free some space and try again.");
    case Fault::BackupFailed:
        return Faults::tr("The safety copy could not be made, so nothing was changed.");
    case Fault::UnsupportedType:
        return Faults::tr("OnRecord cannot read this kind of file.");
    case Fault::Malformed:
        return Faults::tr("The file is broken: its content does not follow its own format.");
    case Fault::TooLarge:
        return Faults::tr("The file is too large to read.");
    case Fault::Empty:
        return Faults::tr("There is no text in this file.");
    case Fault::ReaderCrashed:
        return Faults::tr("Reading this file failed badly. Nothing else was affected.");
    case Fault::TimedOut:
        return Faults::tr("This took too long and was stopped. What was done before is kept.");
    case Fault::Cancelled:
        return Faults::tr("Cancelled. What was done before is kept.");
    case Fault::BadInput:
        return Faults::tr("This was not understood. Nothing was changed.");
    case Fault::Conflict:
        return Faults::tr("The item has changed in the meantime, so the change was not made.");
    }
    return {};
}

QString changeName(const QString &name)
{
    // The catalogue knows the sentence with places for its numbers: "Import %1 Articles".
    static const QRegularExpression digits(QStringLiteral("\\d+"));
    QString key = name;
    QStringList numbers;
    for (auto m = digits.match(key); m.hasMatch(); m = digits.match(key, m.capturedStart() + 2)) {
        numbers.append(m.captured());
        key.replace(m.capturedStart(), m.capturedLength(), u'%' + QString::number(numbers.size()));
    }
    const int count = numbers.isEmpty() ? -1 : numbers.front().toInt();
    QString out = QCoreApplication::translate("onrecord::changes", key.toUtf8().constData(), nullptr, count);
    for (const QString &number : std::as_const(numbers))
        out = out.arg(number);
    return out;
}

} // namespace onrecord::present
