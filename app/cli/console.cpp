// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include <QJsonDocument>
#include <algorithm>
#include <cstdio>

namespace onrecord::cli {

using namespace Qt::StringLiterals;

namespace {

void put(std::FILE *to, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), to);
    std::fputc('\n', to);
    std::fflush(to); // each line is an acknowledgement: it must be out before the next thing happens
}

bool changesDirection(QChar c)
{
    return (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069') || c == u'\u200E' || c == u'\u200F' || c == u'\u061C';
}

QString cell(const QString &text, qsizetype widest)
{
    const QString line = printable(text.simplified());
    return line.size() > widest ? line.first(widest - 1) + u'…' : line;
}

QString withDetail(const QString &sentence, const QString &detail)
{
    return detail.isEmpty() ? sentence : sentence + u" ("_s + detail + u")"_s;
}

} // namespace

void print(const QString &line)
{
    put(stdout, line.toUtf8());
}

void say(const QString &message)
{
    put(stderr, u"onrecord-cli: "_s.toUtf8() + printable(message).replace(u'\n', u'\u240A').toUtf8());
}

void printJson(const QJsonObject &object)
{
    printLine(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void printJson(const QJsonArray &array)
{
    printLine(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

void printLine(const QByteArray &line)
{
    put(stdout, line);
}

void printTable(const QStringList &headings, const std::vector<QStringList> &rows, qsizetype widest)
{
    std::vector<QStringList> lines{headings};
    for (const QStringList &row : rows) {
        QStringList cells;
        for (const QString &text : row)
            cells << cell(text, widest);
        lines.push_back(cells);
    }
    std::vector<qsizetype> widths(static_cast<size_t>(headings.size()), 0);
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[static_cast<size_t>(i)] = std::max(widths[static_cast<size_t>(i)], line[i].size());
    }
    for (const QStringList &line : lines) {
        QString out;
        for (qsizetype i = 0; i < line.size(); ++i)
            out += i + 1 == line.size() ? line[i] : line[i].leftJustified(widths[static_cast<size_t>(i)] + 2);
        print(out);
    }
}

QString printable(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'\n' || c == u'\t')
            out += c;
        else if (c < u' ')
            out += QChar(static_cast<char16_t>(0x2400 + c.unicode())); // control pictures
        else if ((c >= u'\u007F' && c <= u'\u009F') || changesDirection(c))
            out += u"<U+%1>"_s.arg(QString::number(c.unicode(), 16).toUpper().rightJustified(4, u'0'));
        else
            out += c;
    }
    return out;
}

QString sentence(const Error &error)
{
    const auto with = [&error](const QString &words) { return withDetail(words, error.detail); };
    switch (error.fault) {
    case Fault::Internal:
        return with(u"something inside the program went wrong; nothing was changed"_s);
    case Fault::NotFound:
        return with(u"there is no such file or item"_s);
    case Fault::NotReadable:
        return with(u"it may not be read"_s);
    case Fault::NotWritable:
        return with(u"it cannot be written; what was stored before is kept"_s);
    case Fault::NotAFile:
        return with(u"it is not a regular file"_s);
    case Fault::NotAProject:
        return with(u"it is not an OnRecord project; it was not touched"_s);
    case Fault::NewerProject:
        return with(u"a newer OnRecord wrote this project; it was not touched, open it with that one"_s);
    case Fault::Damaged:
        return with(u"the project is damaged; nothing was written to it"_s);
    case Fault::InUse:
        return with(u"another program has the project open; close it there first"_s);
    case Fault::AlreadyExists:
        return with(u"there is a file of that name already; it was not touched"_s);
    case Fault::DiskFull:
        return with(u"the disk is full; what was stored before is kept"_s);
    case Fault::BackupFailed:
        return with(u"the safety copy could not be made and checked; nothing was changed"_s);
    case Fault::UnsupportedType:
        return with(u"this kind of file cannot be read"_s);
    case Fault::Malformed:
        return with(u"the file does not follow its own format"_s);
    case Fault::TooLarge:
        return with(u"it is too large"_s);
    case Fault::Empty:
        return with(u"there is no text in it"_s);
    case Fault::ReaderCrashed:
        return with(u"reading it failed; other files are not affected"_s);
    case Fault::TimedOut:
        return with(u"reading it took too long and was ended"_s);
    case Fault::Cancelled:
        return u"cancelled"_s;
    case Fault::BadInput:
        return error.detail.isEmpty() ? u"that could not be understood"_s : error.detail;
    case Fault::Conflict:
        return with(u"it has changed in the meantime"_s);
    case Fault::NoRecogniser:
        return with(
            u"pictures of text, and no program that recognises text is installed; nothing was taken from it: install one (Debian: tesseract-ocr, and tesseract-ocr-deu and so on for each language), then import it again"_s);
    case Fault::NotRecognised:
        return with(u"pictures of text, which are not read with --ocr none"_s);
    case Fault::NoSuchLanguage:
        return with(
            u"text recognition has no such language: install it (Debian: tesseract-ocr-deu and so on) or choose another"_s);
    }
    return error.detail;
}

} // namespace onrecord::cli
