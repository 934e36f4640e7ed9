// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/words.h"

#include <QCoreApplication>
#include <array>
#include <cmath>

namespace onrecord::present {

namespace {

class Figures
{
    Q_DECLARE_TR_FUNCTIONS(onrecord::present::Figures)
};

struct Scale {
    double factor;
    const char *words;
};

constexpr std::array<Scale, 3> scales{{{1e12, QT_TRANSLATE_NOOP("onrecord::present::Figures", "%1 trillion")},
                                       {1e9, QT_TRANSLATE_NOOP("onrecord::present::Figures", "%1 billion")},
                                       {1e6, QT_TRANSLATE_NOOP("onrecord::present::Figures", "%1 million")}}};

/// All digits the value has, grouped; whole numbers without a point.
QString plain(double value, const QLocale &locale)
{
    if (value == std::floor(value) && std::abs(value) < 1e15)
        return locale.toString(static_cast<qint64>(value));
    return locale.toString(value, 'g', QLocale::FloatingPointShortest);
}

/// The scale that says the value in at most four digits, or nullptr.
const Scale *scaleOf(double value)
{
    for (const Scale &scale : scales) {
        if (std::abs(value) < scale.factor)
            continue;
        const double thousandths = value / scale.factor * 1000;
        if (std::abs(thousandths - std::round(thousandths)) < 1e-6 && std::abs(value) < scale.factor * 10000)
            return &scale;
        return nullptr;
    }
    return nullptr;
}

QString scaled(double value, const Scale &scale, const QLocale &locale)
{
    return plain(std::round(value / scale.factor * 1000) / 1000, locale);
}

QString amount(const Figure &figure, const QLocale &locale)
{
    const double low = figure.value.value_or(0);
    if (!figure.max)
        return numberInWords(low, locale);
    const QString dash(QChar(0x2013));
    // "60–65 billion" says the scale once; "900 million – 1.2 billion" cannot.
    if (const Scale *scale = scaleOf(low); scale && scale == scaleOf(*figure.max))
        return Figures::tr(scale->words).arg(scaled(low, *scale, locale) + dash + scaled(*figure.max, *scale, locale));
    if (!scaleOf(low) && !scaleOf(*figure.max))
        return plain(low, locale) + dash + plain(*figure.max, locale);
    return numberInWords(low, locale) + u' ' + dash + u' ' + numberInWords(*figure.max, locale);
}

} // namespace

QString numberInWords(double value, const QLocale &locale)
{
    const Scale *scale = scaleOf(value);
    return scale ? Figures::tr(scale->words).arg(scaled(value, *scale, locale)) : plain(value, locale);
}

QString unitName(const QString &unit)
{
    if (unit == u"USD")
        return Figures::tr("US dollars");
    if (unit == u"EUR")
        return Figures::tr("euros");
    if (unit == u"GBP")
        return Figures::tr("pounds sterling");
    if (unit == u"CNY" || unit == u"RMB")
        return Figures::tr("yuan");
    if (unit == u"JPY")
        return Figures::tr("yen");
    if (unit == u"percent")
        return QStringLiteral("%");
    if (unit == u"W")
        return Figures::tr("watts");
    if (unit == u"ratio")
        return Figures::tr("to one", "a ratio");
    if (unit == u"times")
        return Figures::tr("times");
    if (unit == u"rank")
        return Figures::tr("rank");
    if (unit.startsWith(u"USD/")) {
        const QString per = unit.sliced(4);
        return per == u"1M tokens" ? Figures::tr("US dollars per million tokens") : Figures::tr("US dollars per %1").arg(per);
    }
    return unit;
}

QString qualifierName(Qualifier qualifier)
{
    switch (qualifier) {
    case Qualifier::None:
        return {};
    case Qualifier::About:
        return Figures::tr("about");
    case Qualifier::AtLeast:
        return Figures::tr("at least");
    case Qualifier::AtMost:
        return Figures::tr("at most");
    case Qualifier::MoreThan:
        return Figures::tr("more than");
    case Qualifier::LessThan:
        return Figures::tr("less than");
    case Qualifier::Likely:
        return Figures::tr("likely");
    case Qualifier::Vague:
        return Figures::tr("vague");
    }
    return {};
}

QString figureInWords(const Figure &figure, const QLocale &locale)
{
    if (!figure.value)
        return figure.content.exact.simplified();
    const QString unit = unitName(figure.unit);
    QString out = amount(figure, locale);
    if (figure.unit == u"rank")
        out = Figures::tr("rank %1", "in an order: the third").arg(out);
    else if (!unit.isEmpty())
        out = unit == u"%" ? Figures::tr("%1%", "a percentage").arg(out) : Figures::tr("%1 %2", "number and unit").arg(out, unit);
    switch (figure.qualifier) {
    case Qualifier::About:
        return Figures::tr("about %1", "a quantity").arg(out);
    case Qualifier::AtLeast:
        return Figures::tr("at least %1", "a quantity").arg(out);
    case Qualifier::AtMost:
        return Figures::tr("at most %1", "a quantity").arg(out);
    case Qualifier::MoreThan:
        return Figures::tr("more than %1", "a quantity").arg(out);
    case Qualifier::LessThan:
        return Figures::tr("less than %1", "a quantity").arg(out);
    case Qualifier::Likely:
        return Figures::tr("likely %1", "a quantity").arg(out);
    case Qualifier::None:
    case Qualifier::Vague:
        return out;
    }
    return out;
}

} // namespace onrecord::present
