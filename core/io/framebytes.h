// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/record.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QtEndian>
#include <algorithm>
#include <array>
#include <limits>
#include <utility>

/// The bytes of frames (frame.h): what writes them, and what reads them and believes nothing.
namespace onrecord::io {

using namespace Qt::StringLiterals;

inline constexpr qint32 longestField = 10'000; // UTF-16 units of any one metadata field
inline constexpr qint32 unlimited = std::numeric_limits<qint32>::max();

/// At most `most` units, half a character never.
inline QString cut(const QString &words, qsizetype most)
{
    const bool isSplit = most > 0 && most < words.size() && words[most].isLowSurrogate();
    return words.left(isSplit ? most - 1 : most);
}

class Writer
{
public:
    explicit Writer(char what) { m_out.append(what); }

    void byte(quint8 value) { m_out.append(static_cast<char>(value)); }
    void number(qint64 value)
    {
        std::array<char, sizeof(qint32)> bytes;
        qToLittleEndian(static_cast<qint32>(value), bytes.data());
        m_out.append(bytes.data(), bytes.size());
    }
    void span(Span span)
    {
        number(span.start);
        number(span.end);
    }
    void bytes(QByteArrayView value)
    {
        number(value.size());
        m_out.append(value);
    }
    void string(const QString &value)
    {
        number(value.size());
        const qsizetype start = m_out.size();
        m_out.resize(start + value.size() * qsizetype(sizeof(char16_t)));
        if (!value.isEmpty())
            qToLittleEndian<char16_t>(value.utf16(), value.size(), m_out.data() + start);
    }
    void sourced(const Sourced &field)
    {
        string(field.value);
        byte(static_cast<quint8>(field.basis));
    }
    template<class List, class Each>
    void list(const List &items, Each each)
    {
        number(static_cast<qint64>(items.size()));
        std::ranges::for_each(items, each);
    }
    void strings(const QStringList &values)
    {
        list(values, [this](const QString &value) { string(value); });
    }
    [[nodiscard]] QByteArray take() { return std::move(m_out); }

private:
    QByteArray m_out;
};

/// Reads what a Writer wrote and remembers the first rule that was broken; from then on there is nothing to read any
/// more.
class Checker
{
public:
    explicit Checker(QByteArrayView bytes) : m_rest(bytes) {}

    [[nodiscard]] bool isBroken() const { return !m_why.isEmpty(); }
    [[nodiscard]] bool isAtEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] QString why() const { return m_why; }

    void breakRule(const QString &why)
    {
        if (m_why.isEmpty())
            m_why = why;
        m_rest = {};
    }

    quint8 byte(quint8 least, quint8 most, const QString &what)
    {
        const QByteArrayView one = take(1);
        const auto value = one.isEmpty() ? least : static_cast<quint8>(one[0]);
        if (value < least || value > most)
            breakRule(what + u" is unknown"_s);
        return std::clamp(value, least, most);
    }
    /// Least where there is no such number, as of a page where there are none (`most` below `least`).
    qint32 number(qint32 least, qint32 most, const QString &what)
    {
        const QByteArrayView four = take(sizeof(qint32));
        const auto value = four.isEmpty() ? least : qFromLittleEndian<qint32>(four.data());
        if (value < least || value > most)
            breakRule(what + u" is out of range"_s);
        return std::clamp(value, least, std::max(least, most));
    }
    QByteArrayView bytes(const QString &what) { return take(number(0, unlimited, what)); }
    QString string(const QString &what, qint32 most = longestField)
    {
        const qint32 units = number(0, most, what);
        const QByteArrayView bytes = take(qint64(units) * qint64(sizeof(char16_t)));
        QString text(bytes.size() / qsizetype(sizeof(char16_t)), Qt::Uninitialized);
        if (!text.isEmpty())
            qFromLittleEndian<char16_t>(bytes.data(), text.size(), text.data());
        if (!text.isValidUtf16())
            breakRule(what + u" is not well formed"_s);
        return text;
    }
    Basis basis()
    {
        return static_cast<Basis>(
            byte(static_cast<quint8>(Basis::None), static_cast<quint8>(Basis::User), u"a basis"_s));
    }
    Sourced sourced(const QString &what)
    {
        Sourced field;
        field.value = string(what);
        field.basis = basis();
        return field;
    }
    /// `mayBeEmpty`: there may be nothing there.
    Span span(const QString &text, bool mayBeEmpty)
    {
        const auto end = static_cast<qint32>(text.size());
        Span span;
        span.start = number(0, end, u"a span"_s);
        span.end = number(span.start, end, u"a span"_s);
        for (const qint32 at : {span.start, span.end}) {
            if (at > 0 && at < end && text[at].isLowSurrogate())
                breakRule(u"a span splits a character"_s);
        }
        if (span.isEmpty() && !mayBeEmpty)
            breakRule(u"a span is empty"_s);
        return span;
    }
    template<class Each>
    void list(const QString &what, qint32 most, Each each)
    {
        const qint32 count = number(0, most, what);
        for (qint32 i = 0; i < count && !isBroken(); ++i)
            each();
    }
    QStringList strings(const QString &what, qint32 most)
    {
        QStringList out;
        list(what, most, [&] { out << string(what); });
        return out;
    }

private:
    QByteArrayView take(qint64 size)
    {
        if (size > m_rest.size()) {
            breakRule(u"it ends too early"_s);
            return {};
        }
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }

    QByteArrayView m_rest;
    QString m_why;
};

} // namespace onrecord::io
