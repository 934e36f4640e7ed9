// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/present/tables.h"

#include <QAbstractButton>
#include <QLabel>
#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace onrecord::ui {

class Desk;

/// A short word on a wash beside a value: precision, confidence, status. The word carries the meaning, the colour repeats it.
class Tag : public QLabel
{
    Q_OBJECT
public:
    enum class Tone : quint8 { Plain, Good, Warning, Bad };
    explicit Tag(const QString &text, Tone tone = Tone::Plain, QWidget *parent = nullptr);
    [[nodiscard]] static Tone toneOf(Status status);
    [[nodiscard]] static Tone toneOfConfidence(double confidence);
    [[nodiscard]] QSize minimumSizeHint() const override { return {24, sizeHint().height()}; } // elides

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

/// A line that leads somewhere: disc, main words, quieter second line. A click or Enter opens the item's passage or, for people and
/// organisations, selects them; the mouse over it lights it up in every pane.
class ItemRow : public QAbstractButton
{
    Q_OBJECT
public:
    ItemRow(Desk &desk, ItemId item, const QString &main, const QString &second, QWidget *parent = nullptr);
    [[nodiscard]] ItemId item() const { return m_item; }
    /// Part of a whole, 0..1: drawn as a thin bar below the words, which say the number too.
    void setShare(double share);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Desk &m_desk;
    ItemId m_item;
    QString m_second;
    present::Disc m_disc;
    double m_share = -1; ///< below 0: no bar
};

/// One sheet of the details pane: a small heading, below it words, fields, rows and buttons. All labels are plain text.
class Card : public QWidget
{
    Q_OBJECT
public:
    explicit Card(const QString &heading, QWidget *parent = nullptr);
    [[nodiscard]] QString heading() const;

    enum class Voice : quint8 { Quote, Headline, Text, Quiet };
    QLabel *addWords(const QString &words, Voice voice);
    void addHeadingTag(Tag *tag);
    /// A line of "label value tag"; an empty value with no tag adds nothing.
    QLabel *addField(const QString &label, const QString &value, Tag *tag = nullptr);
    void addField(const QString &label, QWidget *value);
    /// A field of several values, each a paragraph of its own; none adds nothing.
    void addList(const QString &label, const QStringList &values);
    void addSubheading(const QString &words);
    void addWidget(QWidget *widget);
    /// Buttons flow into as many lines as the width needs.
    QPushButton *addButton(const QString &text, const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QGridLayout *fields();
    QWidget *buttons();

    QLabel *m_heading;
    QHBoxLayout *m_top;
    QVBoxLayout *m_body;
    QGridLayout *m_fields = nullptr; ///< the last grid, as long as nothing else came after it
    QWidget *m_buttons = nullptr;
};

/// A label in the quiet ink of the palette.
QLabel *quietLabel(const QString &words, QWidget *parent);

} // namespace onrecord::ui
