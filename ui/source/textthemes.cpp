// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/textthemes.h"

#include "core/explore/textblocks.h"
#include "ui/present/tones.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>
#include <QHash>
#include <QSettings>
#include <algorithm>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using explore::Sign;
using KSyntaxHighlighting::Theme;

namespace {

constexpr auto settingsKey = "source/theme"_L1;

/// The formats of resources/syntax/onrecord-article.xml, in the order of Sign.
constexpr std::array<QLatin1StringView, explore::signCount> formatNames{
    "Statement"_L1, "Fragment"_L1, "Scare Quote"_L1, "Title"_L1, "Hypothetical"_L1, "Indirect"_L1, "Self"_L1, "Figure"_L1,
    "Date"_L1, "Speaker"_L1, "Mention"_L1, "Cue"_L1, "Negation"_L1, "Hedge"_L1, "Modality"_L1, "Quantifier"_L1,
};

bool hasWash(Sign sign)
{
    return sign == Sign::Statement || sign == Sign::Fragment || sign == Sign::Scare || sign == Sign::Self || sign == Sign::Figure;
}

/// The line is the sign beside the colour: it tells the kinds apart without it.
MarkStyle::Line lineOf(Sign sign)
{
    using enum MarkStyle::Line;
    switch (sign) {
    case Sign::Statement:
    case Sign::Fragment:
    case Sign::Self:
    case Sign::Figure:
    case Sign::Negation:
        return Solid;
    case Sign::Hypothetical:
    case Sign::Indirect:
    case Sign::Modality:
        return Dashed;
    case Sign::Date:
    case Sign::Cue:
    case Sign::Quantifier:
        return Dotted;
    case Sign::Hedge:
        return Wave;
    case Sign::Scare:
    case Sign::Title:
    case Sign::Speaker:
    case Sign::Mention:
        return None;
    }
    return None;
}

QColor over(QRgb colour, const QColor &ground)
{
    return present::mix(ground, QColor::fromRgb(colour), qAlpha(colour) / 255.0);
}

/// Runs the definition's rules over a text and keeps what they found.
class Preview final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    std::vector<explore::Mark> read(QStringView text)
    {
        const explore::TextBlocks blocks(text);
        KSyntaxHighlighting::State state;
        for (int block = 0; block < blocks.count(); ++block) {
            const Span span = blocks.span(block);
            m_start = span.start;
            state = highlightLine(text.sliced(span.start, span.length()), state);
        }
        return std::move(m_found);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const auto sign = std::ranges::find(formatNames, format.name());
        if (length == 0 || sign == formatNames.end())
            return;
        const Span span{m_start + offset, m_start + offset + length};
        const auto kind = static_cast<Sign>(sign - formatNames.begin());
        // A word inside quoted words arrives as a piece of its own.
        if (!m_found.empty() && m_found.back().sign == kind && m_found.back().span.end == span.start)
            m_found.back().span.end = span.end;
        else
            m_found.push_back({span, kind, 0, {}});
    }

private:
    qint32 m_start = 0;
    std::vector<explore::Mark> m_found;
};

} // namespace

struct TextThemes::Library {
    Library()
    {
        repository.addCustomSearchPath(u":/onrecord/syntax"_s);
        definition = repository.definitionForName(u"OnRecord Article"_s);
        for (const auto &format : definition.formats())
            formats.insert(format.name(), format);
    }
    [[nodiscard]] KSyntaxHighlighting::Format format(const QString &name) const { return formats.value(name); }

    KSyntaxHighlighting::Repository repository;
    KSyntaxHighlighting::Definition definition;
    QHash<QString, KSyntaxHighlighting::Format> formats;
};

TextThemes::TextThemes(QSettings &settings, QObject *parent)
    : QObject(parent), m_settings(settings), m_current(settings.value(settingsKey).toString())
{
}

TextThemes::~TextThemes() = default;

TextThemes::Library &TextThemes::library() const
{
    if (!m_library)
        m_library = std::make_unique<Library>();
    return *m_library;
}

QStringList TextThemes::names() const
{
    QStringList names;
    for (const Theme &theme : library().repository.themes())
        names.append(theme.name());
    std::ranges::stable_partition(names, [](const QString &name) { return name.startsWith("OnRecord"_L1); });
    return names;
}

void TextThemes::setCurrent(const QString &name)
{
    const QString known = name.isEmpty() || library().repository.theme(name).isValid() ? name : QString();
    if (known == m_current)
        return;
    m_current = known;
    m_settings.setValue(settingsKey, known);
    Q_EMIT changed();
}

QString TextThemes::themeFor(const QPalette &palette)
{
    const QColor paper = palette.color(QPalette::Base);
    const bool dark = present::tones(palette).isDark;
    // A palette made for contrast has pure ink on pure paper and does not shade the window apart from its pages.
    const bool strong = present::contrast(paper, palette.color(QPalette::Text)) > 18
        && present::contrast(paper, palette.color(QPalette::Window)) < 1.03;
    if (strong)
        return dark ? u"OnRecord High Contrast Dark"_s : u"OnRecord High Contrast Light"_s;
    return dark ? u"OnRecord Dark"_s : u"OnRecord Light"_s;
}

PaperStyle TextThemes::style(const QPalette &palette) const
{
    const Library &all = library();
    const present::Tones tones = present::tones(palette);
    Theme theme = m_current.isEmpty() ? Theme() : all.repository.theme(m_current);
    const bool follows = !theme.isValid();
    if (follows)
        theme = all.repository.theme(themeFor(palette));

    PaperStyle style;
    style.paper = follows ? tones.paper : QColor::fromRgb(theme.editorColor(Theme::BackgroundColor));
    style.ink = follows ? tones.ink : present::readable(QColor::fromRgb(theme.textColor(Theme::Normal)), style.paper, 4.5);
    style.isDark = present::contrast(style.paper, Qt::white) > present::contrast(style.paper, Qt::black);
    const QColor quiet = all.format(u"Quiet"_s).textColor(theme);
    style.quietInk = present::readable(quiet.isValid() ? quiet : present::mix(style.ink, style.paper, 0.38), style.paper, 4.5);
    style.hairline = present::mix(style.paper, style.ink, 0.16);
    style.accent = present::readable(tones.accent, style.paper, 3.0);
    style.selection = follows ? tones.accent : over(theme.editorColor(Theme::TextSelection), style.paper);
    style.selectionInk = present::readable(follows ? tones.accentText : style.ink, style.selection, follows ? 3.0 : 4.5);
    style.findWash = over(theme.editorColor(Theme::SearchHighlight), style.paper);
    style.currentFindWash = over(theme.editorColor(Theme::ReplaceHighlight), style.paper);
    for (QColor *wash : {&style.findWash, &style.currentFindWash}) {
        // Found words keep the ink they have: a ground that would swallow it is moved towards the paper.
        for (int step = 0; step < 20 && present::contrast(*wash, style.ink) < 4.5; ++step)
            *wash = present::mix(*wash, style.paper, 0.15);
    }
    const QColor normal = QColor::fromRgb(theme.textColor(Theme::Normal));
    // A theme's grounds belong to its own paper; on another one they are mixed anew from the line's colour.
    const bool onOwnPaper = style.paper.rgb() == theme.editorColor(Theme::BackgroundColor);
    for (int i = 0; i < explore::signCount; ++i) {
        const auto sign = static_cast<Sign>(i);
        const QString name = formatNames[static_cast<size_t>(i)];
        const auto format = all.format(name);
        const QColor colour = format.hasTextColor(theme) ? format.textColor(theme) : normal;
        const QColor lineColour = all.format(name + " Line"_L1).hasTextColor(theme) ? all.format(name + " Line"_L1).textColor(theme) : colour;
        MarkStyle &mark = style.marks[static_cast<size_t>(i)];
        if (format.hasBackgroundColor(theme) && onOwnPaper)
            mark.wash = format.backgroundColor(theme);
        else if (hasWash(sign))
            mark.wash = present::mix(style.paper, lineColour, style.isDark ? 0.22 : 0.15);
        const QColor ground = mark.wash.isValid() ? mark.wash : style.paper;
        const bool ownInk = colour.rgb() != normal.rgb();
        if (ownInk || present::contrast(style.ink, ground) < 4.5)
            mark.ink = present::readable(ownInk ? colour : style.ink, ground, 4.5);
        mark.lineKind = lineOf(sign);
        if (mark.lineKind != MarkStyle::Line::None)
            mark.line = present::readable(lineColour, style.paper, 3.0);
        mark.bold = format.isBold(theme) || sign == Sign::Speaker;
        mark.italic = format.isItalic(theme);
    }
    style.correctionLine = style.mark(Sign::Negation).line;
    style.correctionWash = present::mix(style.paper, style.correctionLine, style.isDark ? 0.16 : 0.08);
    return style;
}

std::vector<explore::Mark> TextThemes::preview(QStringView text) const
{
    Preview preview;
    preview.setDefinition(library().definition);
    return preview.read(text);
}

} // namespace onrecord::ui
