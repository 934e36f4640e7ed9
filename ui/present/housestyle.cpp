// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/housestyle.h"

#include "ui/present/tones.h"

#include <QPainter>
#include <QSlider>
#include <QPolygonF>
#include <QStyleFactory>
#include <QStyleOption>
#include <algorithm>

namespace onrecord::present {

namespace {

constexpr double radius = 4;
constexpr int fieldSide = 4;   ///< px between the frame of a field and its words, beside the 2 that Qt leaves
constexpr int buttonSide = 12; ///< px beside the words of a button
constexpr int separator = 5; ///< px; wide enough for the mouse, a hairline for the eye

void drawPlate(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, double width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(edge, width));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

void drawField(const QStyleOption *option, QPainter *painter, bool fill)
{
    const QPalette &palette = option->palette;
    const bool focused = option->state & QStyle::State_HasFocus;
    drawPlate(painter, option->rect, fill ? palette.color(QPalette::Base) : QColor(Qt::transparent),
              focused ? palette.color(QPalette::Highlight) : palette.color(QPalette::Mid), focused ? 1.5 : 1);
}

void drawButton(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    QColor fill = palette.color(QPalette::Button);
    const bool enabled = option->state & QStyle::State_Enabled;
    if (option->state & (QStyle::State_Sunken | QStyle::State_On))
        fill = mix(fill, palette.color(QPalette::Highlight), 0.25);
    else if (enabled && option->state & QStyle::State_MouseOver)
        fill = mix(fill, palette.color(QPalette::ButtonText), 0.06);
    const bool focused = option->state & QStyle::State_HasFocus && option->state & QStyle::State_KeyboardFocusChange;
    QColor edge = palette.color(QPalette::Mid);
    if (focused)
        edge = palette.color(QPalette::Highlight);
    else if (!enabled)
        edge = mix(edge, palette.color(QPalette::Window), 0.5);
    drawPlate(painter, option->rect, fill, edge, focused ? 2 : 1);
}

/// A tab's cross in the colour of its text.
void drawCross(const QStyleOption *option, QPainter *painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPointF middle = QRectF(option->rect).center();
    const bool hovered = option->state & QStyle::State_MouseOver;
    if (hovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option->palette.color(QPalette::Mid));
        painter->drawEllipse(middle, 8, 8);
    }
    QColor ink = option->palette.color(QPalette::WindowText);
    if (!hovered && !(option->state & QStyle::State_Selected))
        ink.setAlphaF(0.6F);
    painter->setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap));
    constexpr double arm = 3.5;
    painter->drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm));
    painter->drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm));
    painter->restore();
}

/// A box or a ring that says whether something is chosen, seen on every ground.
void drawChoice(const QStyleOption *option, QPainter *painter, bool isRound)
{
    const QPalette &palette = option->palette;
    // In the chosen row of a list the ground is the accent: what is filled and what is cut out change places.
    const bool isInverse = option->state & QStyle::State_Selected;
    const QColor base = palette.color(isInverse ? QPalette::Highlight : QPalette::Base);
    const bool isOn = option->state & QStyle::State_On;
    const bool isPartly = option->state & QStyle::State_NoChange;
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focused = option->state & QStyle::State_HasFocus && option->state & QStyle::State_KeyboardFocusChange;
    const double side = std::min(option->rect.width(), option->rect.height()) - 1.0;
    const QRectF box(QRectF(option->rect).center() - QPointF(side / 2, side / 2), QSizeF(side, side));
    const QColor accent = enabled ? palette.color(isInverse ? QPalette::HighlightedText : QPalette::Highlight) : readable(palette.color(QPalette::Mid), base, 3);
    const bool isFilled = isOn || isPartly;
    const QColor edge = isFilled || focused ? accent : readable(mix(palette.color(QPalette::Mid), palette.color(isInverse ? QPalette::HighlightedText : QPalette::Text), enabled ? 0.4 : 0), base, enabled ? 3 : 2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(edge, focused ? 2 : 1.2));
    painter->setBrush(isFilled && !isRound ? accent : base);
    if (isRound)
        painter->drawEllipse(box);
    else
        painter->drawRoundedRect(box, 3, 3);
    const QColor ink = enabled ? palette.color(isInverse ? QPalette::Highlight : QPalette::HighlightedText) : base;
    if (isRound && isOn) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(accent);
        painter->drawEllipse(box.center(), side * 0.26, side * 0.26);
    } else if (isOn) {
        painter->setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&box](double x, double y) { return box.topLeft() + QPointF(x * box.width(), y * box.height()); };
        painter->drawPolyline(QPolygonF{at(0.24, 0.54), at(0.42, 0.72), at(0.76, 0.30)});
    } else if (isPartly) {
        painter->setPen(QPen(ink, 1.8, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(box.center() - QPointF(side * 0.25, 0), box.center() + QPointF(side * 0.25, 0));
    }
    painter->restore();
}

constexpr int chevronRoom = 14; ///< px behind the words of a button that opens a menu

/// A button of words that opens a menu wherever it is pressed, as style option; nothing for others.
const QStyleOptionToolButton *wordsWithMenu(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    const bool isOne = button && button->features & QStyleOptionToolButton::HasMenu && !(button->features & QStyleOptionToolButton::MenuButtonPopup) && !button->text.isEmpty()
        && (button->toolButtonStyle == Qt::ToolButtonTextOnly || (button->icon.isNull() && button->toolButtonStyle != Qt::ToolButtonIconOnly));
    return isOne ? button : nullptr;
}

/// Points down, at the height of the words: a corner mark would be read as a comma.
void drawChevron(const QStyleOption *option, QPainter *painter)
{
    const bool isMirrored = option->direction == Qt::RightToLeft;
    const QPointF middle(isMirrored ? option->rect.left() + 8.0 : option->rect.right() - 8.0, option->rect.center().y() + 1.0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPalette::ColorGroup group = option->state & QStyle::State_Enabled ? QPalette::Active : QPalette::Disabled;
    painter->setPen(QPen(option->palette.color(group, QPalette::ButtonText), 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF{middle + QPointF(-3.5, -1.75), middle + QPointF(0, 1.75), middle + QPointF(3.5, -1.75)});
    painter->restore();
}

} // namespace

HouseStyle::HouseStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("fusion")))
{
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0) {
            drawField(option, painter, true);
            return;
        }
        break;
    case PE_FrameLineEdit:
    case PE_Frame:
        drawField(option, painter, false);
        return;
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option); button && button->features & QStyleOptionButton::Flat)
            break;
        drawButton(option, painter);
        return;
    case PE_PanelButtonTool:
        if (!(option->state & State_AutoRaise) || option->state & (State_Sunken | State_On | State_MouseOver | State_Raised))
            drawButton(option, painter);
        return;
    case PE_IndicatorDockWidgetResizeHandle: {
        const QRect &bar = option->rect;
        painter->setPen(option->palette.color(QPalette::Mid));
        if (option->state & State_Horizontal) // the handle lies across: it divides above from below
            painter->drawLine(bar.left(), bar.center().y(), bar.right(), bar.center().y());
        else
            painter->drawLine(bar.center().x(), bar.top(), bar.center().x(), bar.bottom());
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
        drawChoice(option, painter, element == PE_IndicatorRadioButton);
        return;
    case PE_IndicatorTabClose:
        drawCross(option, painter);
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

/// What a list box shows is cut where a reader sees that it is.
void HouseStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *const combo = element == CE_ComboBoxLabel ? qstyleoption_cast<const QStyleOptionComboBox *>(option) : nullptr;
    if (!combo)
        return QProxyStyle::drawControl(element, option, painter, widget);
    constexpr int sides = 4;
    const int icon = combo->currentIcon.isNull() ? 0 : combo->iconSize.width() + sides;
    QStyleOptionComboBox words(*combo);
    words.currentText = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget).width() - icon - sides);
    QProxyStyle::drawControl(element, &words, painter, widget);
}

/// A button of words with a chevron for its menu; a slider as a line with a disc on it, in inks that are seen on every ground.
void HouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (const QStyleOptionToolButton *button = control == CC_ToolButton ? wordsWithMenu(option) : nullptr) {
        QStyleOptionToolButton words = *button;
        words.features &= ~QStyleOptionToolButton::HasMenu;
        words.text += QStringLiteral("\u00A0\u00A0\u00A0\u00A0"); // keeps the room of the chevron
        QProxyStyle::drawComplexControl(control, &words, painter, widget);
        drawChevron(button, painter);
        return;
    }
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_Slider || !slider || slider->tickPosition != QSlider::NoTicks || slider->orientation != Qt::Horizontal) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const QPalette &palette = option->palette;
    const QRectF groove = proxy()->subControlRect(CC_Slider, slider, SC_SliderGroove, widget);
    const QPointF middle = QRectF(proxy()->subControlRect(CC_Slider, slider, SC_SliderHandle, widget)).center();
    const bool enabled = option->state & State_Enabled;
    const bool focused = option->state & State_HasFocus;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(palette.color(QPalette::Mid), 3, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(QPointF(groove.left() + 2, middle.y()), QPointF(groove.right() - 2, middle.y()));
    painter->setPen(QPen(palette.color(focused ? QPalette::Highlight : QPalette::WindowText), focused ? 2.5 : 1.5));
    painter->setBrush(enabled ? palette.color(QPalette::Button) : palette.color(QPalette::Window));
    painter->drawEllipse(middle, 6, 6);
    painter->restore();
}

QRect HouseStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents && rect.width() > 8 * fieldSide) {
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            return rect.adjusted(fieldSide, 0, -fieldSide, 0);
    }
    return rect;
}

QSize HouseStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton) {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button && !button->text.isEmpty())
            whole.setWidth(std::max(whole.width(), size.width() + 2 * buttonSide));
    }
    if (type == CT_ToolButton && wordsWithMenu(option))
        whole.rwidth() += chevronRoom;
    return whole;
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_DockWidgetSeparatorExtent)
        return separator;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace onrecord::present
