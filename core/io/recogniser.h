// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>

namespace onrecord::io {

/// The installed program that recognises text in pictures (Tesseract, or what speaks like it), one process a page. It
/// decodes bytes from anywhere, so each process is confined before it starts (onrecord-recognise) and what it writes is
/// believed by nobody: a reader takes it apart. Callable from several threads at once; blocks; never call it on the GUI
/// thread.
class Recogniser
{
public:
    struct Limits {
        std::chrono::milliseconds time{30'000}; ///< wall clock for one page
        qint64 answerBytes = qint64(64) << 20;
    };
    struct Installed {
        QString name;            ///< with its version: "Tesseract 5.5.0"
        QStringList languages;   ///< codes of what it can read, in order: "deu", "eng"
        bool turnsPages = false; ///< it can tell which way a page is up
    };
    struct Page {
        QByteArrayView picture; ///< PNG, JPEG, TIFF, WebP or portable gray map
        qint32 number = 0;      ///< of a file of several, from 0
        qint32 dotsPerInch = 0; ///< 0: what the picture says
    };

    /// `program` is an absolute path; empty: the one at its usual place.
    explicit Recogniser(QString program = {});
    Recogniser(QString program, Limits limits);

    /// Where distributions put it; empty when it is not there.
    [[nodiscard]] static QString usualProgram();

    /// Asked of the program once. NoRecogniser when there is none or it does not answer as one.
    [[nodiscard]] Result<Installed> installed() const;
    /// The words of a page with places and confidence, as the program's tab-separated table. TimedOut, Cancelled,
    /// TooLarge, Malformed (it says that the picture cannot be read), ReaderCrashed (it died), Internal.
    [[nodiscard]] Result<QByteArray> recognise(const Page &page, const QStringList &languages,
                                               const std::function<bool()> &isCancelled = {}) const;

private:
    [[nodiscard]] Result<QByteArray> run(const QStringList &arguments, QByteArrayView input,
                                         const std::function<bool()> &isCancelled) const;
    [[nodiscard]] Result<Installed> ask() const;

    QString m_program;
    Limits m_limits;
    mutable std::mutex m_mutex;
    mutable std::optional<Result<Installed>> m_installed;
};

/// The codes of those languages that are read when nobody chose: of `wanted` (BCP 47, as QLocale::uiLanguages() has
/// them) and English the installed ones, each once; when there is none of them, the first that is installed.
[[nodiscard]] QStringList usualLanguages(const QStringList &wanted, const QStringList &installed);

} // namespace onrecord::io
