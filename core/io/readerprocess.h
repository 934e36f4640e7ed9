// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/io/frame.h"

#include <QByteArrayView>
#include <QString>
#include <chrono>
#include <functional>
#include <memory>

namespace onrecord::io {

/// The program's end of onrecord-reader, the separate process that parses foreign formats. What comes back is validated as
/// untrusted. Each document is read by a process that has seen no other: a fork of one that was confined before it saw any and
/// never sees one (readerline.h). So nobody pays for the file before. The confined parent is started at the first document and again
/// after a document that had to be stopped. What may be a PDF goes to another program, named like the first with "-pdf" behind.
/// Made and used by one thread at a time; blocks that thread; never call it on the GUI thread.
class ReaderProcess
{
public:
    struct Limits {
        std::chrono::milliseconds time{30'000}; ///< wall clock for one document
        quint32 answerBytes = largestAnswer;
    };

    ReaderProcess();
    explicit ReaderProcess(QString program);
    ReaderProcess(QString program, Limits limits);
    ~ReaderProcess();
    ReaderProcess(const ReaderProcess &) = delete;
    ReaderProcess &operator=(const ReaderProcess &) = delete;

    /// A program of ours, beside the running one or in its libexec folder. Empty when it is at neither place.
    static QString installedProgram(const QString &name = QStringLiteral("onrecord-reader"));

    /// What the reader makes of `bytes`. The reader's own faults, or ReaderCrashed, TimedOut, TooLarge (answer over the cap),
    /// Cancelled (as soon as `isCancelled` says so), Internal when the reader cannot be started.
    Result<ReadDocument> read(QByteArrayView bytes, const ReadHints &hints, const std::function<bool()> &isCancelled = {});

    /// A page of a PDF as a picture. Fails as read() does.
    Result<PagePicture> draw(QByteArrayView bytes, qint32 page, const std::function<bool()> &isCancelled = {});

    /// The confined process whose forks read all but PDF; 0 when none is.
    [[nodiscard]] qint64 processId() const;
    /// How many such processes were started so far.
    [[nodiscard]] int starts() const { return m_starts; }

private:
    class Child;
    using ChildPtr = std::unique_ptr<Child>;
    Result<void> start(ChildPtr &child);
    Result<QByteArray> ask(QByteArrayView bytes, const Question &question, const std::function<bool()> &isCancelled);
    Result<QByteArray> askOnce(ChildPtr &child, QByteArrayView bytes, const QByteArray &question, const std::function<bool()> &isCancelled);

    QString m_program;
    Limits m_limits;
    ChildPtr m_child;
    ChildPtr m_pdfChild;
    int m_starts = 0;
};

} // namespace onrecord::io
