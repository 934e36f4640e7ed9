// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/articlemarks.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QStringList>
#include <array>
#include <memory>

class QSettings;

namespace onrecord::ui {

/// How one kind of mark is drawn. An invalid colour means "not drawn".
struct MarkStyle {
    QColor ink;  ///< invalid: the paper's own
    QColor wash; ///< opaque, behind the words
    QColor line; ///< under the words
    enum class Line : quint8 { None, Solid, Dashed, Dotted, Wave } lineKind = Line::None;
    bool bold = false;
    bool italic = false;
    friend bool operator==(const MarkStyle &, const MarkStyle &) = default;
};

/// Everything a paper is drawn with. Text keeps 4.5 : 1 against what is behind it, lines 3 : 1.
struct PaperStyle {
    QColor paper, ink, quietInk, hairline, accent;
    QColor selection, selectionInk; ///< text selected to be copied
    QColor findWash, currentFindWash;
    QColor correctionWash, correctionLine;
    bool isDark = false;
    std::array<MarkStyle, explore::signCount> marks;

    [[nodiscard]] const MarkStyle &mark(explore::Sign sign) const { return marks[static_cast<size_t>(sign)]; }
    friend bool operator==(const PaperStyle &, const PaperStyle &) = default;
};

/// The themes of KDE Syntax-Highlighting as this program uses them: the definition "OnRecord Article" names the formats of article
/// text, the theme gives them their colours. Loads its files when first asked. GUI thread.
class TextThemes : public QObject
{
    Q_OBJECT
public:
    /// The choice is kept in the settings under "source/theme".
    explicit TextThemes(QSettings &settings, QObject *parent = nullptr);
    ~TextThemes() override;

    /// Every theme there is, ours first.
    [[nodiscard]] QStringList names() const;
    /// Empty: follow the window's palette with the theme of ours that fits it.
    [[nodiscard]] QString current() const { return m_current; }
    void setCurrent(const QString &name); ///< an unknown name follows the window

    /// The name of the theme that a palette gets when the choice is to follow the window.
    [[nodiscard]] static QString themeFor(const QPalette &palette);
    [[nodiscard]] PaperStyle style(const QPalette &palette) const;

    /// What the definition's own rules see in a text that no anchors are stored for yet. Grows with the text.
    [[nodiscard]] std::vector<explore::Mark> preview(QStringView text) const;

Q_SIGNALS:
    void changed();

private:
    struct Library;
    Library &library() const;

    QSettings &m_settings;
    QString m_current;
    mutable std::unique_ptr<Library> m_library;
};

} // namespace onrecord::ui
