// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/words.h"

#include <QCoreApplication>
#include <utility>

namespace onrecord::present {

using namespace Qt::StringLiterals;

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
        return Faults::tr(
            "OnRecord made a mistake of its own. What was stored before is unchanged. Please report it with the "
            "details; trying again may work.");
    case Fault::NotFound:
        return Faults::tr(
            "It is not there any more. Nothing was changed. It may have been moved, renamed or removed; look for "
            "it and open it from its new place.");
    case Fault::NotReadable:
        return Faults::tr(
            "It could not be read. Nothing was changed. Check that the medium is connected and that you may read "
            "it.");
    case Fault::NotWritable:
        return Faults::tr(
            "This place cannot be written to. The project is as it was before. Choose another folder, or ask for "
            "write permission.");
    case Fault::NotAFile:
        return Faults::tr(
            "This is not a regular file. It was left alone. Choose the file itself, not a folder, link or device.");
    case Fault::NotAProject:
        return Faults::tr(
            "This file is not an OnRecord project. Not a byte of it was changed. If it is an article, import it "
            "into a project instead.");
    case Fault::NewerProject:
        return Faults::tr(
            "A newer OnRecord wrote this project. Not a byte of it was changed. Open it with that version, or "
            "update OnRecord.");
    case Fault::Damaged:
        return Faults::tr(
            "The project is damaged: its structure or a checksum does not hold. It was not written to. Open a "
            "backup, or run the project check to see which items are affected.");
    case Fault::InUse:
        return Faults::tr(
            "Another OnRecord has this project open. Nothing was changed here. Use the other window, or close the "
            "project there and try again.");
    case Fault::AlreadyExists:
        return Faults::tr("There is already a file of this name. It was not overwritten. Choose another name.");
    case Fault::DiskFull:
        return Faults::tr(
            "The disk is full. Everything up to the last finished step is stored. Free some space and do the last "
            "step again.");
    case Fault::BackupFailed:
        return Faults::tr(
            "The safety copy could not be made or did not pass its check. The project was not changed. Make room "
            "or choose another place for the backup, then try again.");
    case Fault::UnsupportedType:
        return Faults::tr(
            "OnRecord has no reader for this kind of file. It was not imported; everything else was. Save it as "
            "plain text, Markdown or HTML, or paste its text.");
    case Fault::Malformed:
        return Faults::tr(
            "The file does not follow its own format. It was not imported; everything else was. Save it again "
            "from the program it came from, or paste its text.");
    case Fault::TooLarge:
        return Faults::tr(
            "It is larger than OnRecord reads. It was not imported; everything else was. Split it, or import only "
            "the part that matters.");
    case Fault::Empty:
        return Faults::tr(
            "There is no text in it. Nothing was imported from it. If it is a picture of a page, a sharper or larger "
            "one may help.");
    case Fault::ReaderCrashed:
        return Faults::tr(
            "Reading this file went wrong and was stopped safely. The project and all other files are unharmed. "
            "Save it in another format, or paste its text.");
    case Fault::TimedOut:
        return Faults::tr(
            "It took too long and was stopped. Everything finished before is stored. Try it again by itself.");
    case Fault::Cancelled:
        return Faults::tr("Stopped as you asked. Everything finished before is stored. Start it again to go on.");
    case Fault::BadInput:
        return Faults::tr("These words cannot be used here. Nothing was changed. Check them and try again.");
    case Fault::Conflict:
        return Faults::tr(
            "The item was changed in the meantime, so this change does not fit any more. The newer state was "
            "kept. Look at it again and repeat the change if it is still wanted.");
    case Fault::NoRecogniser:
        return Faults::tr(
            "It holds pictures of text, and no program that recognises text is installed. It was not imported; "
            "everything else was. Install Tesseract (on Debian and Ubuntu the package tesseract-ocr, and one for each "
            "language, such as tesseract-ocr-deu), then import it again.");
    case Fault::NotRecognised:
        return Faults::tr(
            "It holds pictures of text, and recognising text is turned off. It was not imported; everything else was. "
            "Choose languages for it in the preview or in the settings, then import it again.");
    case Fault::NoSuchLanguage:
        return Faults::tr(
            "It holds pictures of text, and a language chosen for recognising them is not installed. It was not "
            "imported; everything else was. Choose another in the preview or in the settings, or install it.");
    }
    return {};
}

QString changeName(const store::ChangeSet &change)
{
    const QByteArray message = change.message.toUtf8();
    QString out = QCoreApplication::translate("onrecord::changes", message.constData(), nullptr, change.count);
    // Without a translation the stored English says it with its plurals.
    if (out == QString(change.message).replace("%n"_L1, QString::number(change.count)))
        return change.name;
    for (const QString &arg : change.args)
        out = out.arg(arg);
    return out;
}

} // namespace onrecord::present
