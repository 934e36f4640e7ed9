// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/tables.h"

#include "core/explore/attention.h"
#include "core/models/shapes.h"
#include "core/record/speakers.h"
#include "ui/present/tones.h"
#include "ui/present/words.h"

#include <QCoreApplication>
#include <array>
#include <span>

namespace onrecord::present {

namespace {

using namespace models;

class Tables
{
    Q_DECLARE_TR_FUNCTIONS(onrecord::present::Tables)
};

struct Column {
    const char *key;    ///< stored
    const char *header; ///< translated
    bool numeric;
    bool first; ///< shown until the user chooses
};

#define HEADER(text) QT_TRANSLATE_NOOP("onrecord::present::Tables", text)

constexpr std::array<Column, ArticleColumn::Count_> articleColumns{{
    {"title", HEADER("Title"), false, true},
    {"outlet", HEADER("Outlet"), false, false},
    {"published", HEADER("Published"), false, false},
    {"authors", HEADER("Authors"), false, false},
    {"quotations", HEADER("Quotations"), true, true},
    {"figures", HEADER("Figures"), true, false},
    {"words", HEADER("Words"), true, false},
    {"language", HEADER("Language"), false, false},
    {"captured", HEADER("Captured"), false, false},
    {"file", HEADER("File"), false, false},
    {"same-text", HEADER("Same Text As"), false, false},
    {"versions", HEADER("Versions"), true, false},
}};
constexpr std::array<Column, AgentColumn::Count_> agentColumns{{
    {"name", HEADER("Name"), false, true},
    {"role", HEADER("Role"), false, false},
    {"affiliation", HEADER("Organisation"), false, false},
    {"quotations", HEADER("Quotations"), true, true},
    {"articles", HEADER("Articles"), true, false},
    {"mentions", HEADER("Mentions"), true, false},
    {"type", HEADER("Type"), false, false},
    {"status", HEADER("Status"), false, false},
}};
constexpr std::array<Column, QuotationColumn::Count_> quotationColumns{{
    {"words", HEADER("Quotation"), false, true},
    {"speaker", HEADER("Speaker"), false, false},
    {"kind", HEADER("Kind"), false, false},
    {"said", HEADER("Said"), false, false},
    {"printed", HEADER("Printed"), false, false},
    {"outlet", HEADER("Outlet"), false, false},
    {"article", HEADER("Article"), false, false},
    {"wordings", HEADER("Wordings"), true, false},
    {"confidence", HEADER("Attribution"), false, false},
    {"status", HEADER("Status"), false, false},
}};
constexpr std::array<Column, FigureColumn::Count_> figureColumns{{
    {"words", HEADER("Figure"), false, true},
    {"value", HEADER("Value"), true, false},
    {"unit", HEADER("Unit"), false, false},
    {"subject", HEADER("Of What"), false, false},
    {"predicate", HEADER("What It Measures"), false, false},
    {"asserted", HEADER("Who Asserts It"), false, false},
    {"printed", HEADER("Printed"), false, false},
    {"outlet", HEADER("Outlet"), false, false},
    {"article", HEADER("Article"), false, false},
    {"status", HEADER("Status"), false, false},
}};
constexpr std::array<Column, EventColumn::Count_> eventColumns{{
    {"name", HEADER("Event"), false, true},
    {"when", HEADER("When"), false, false},
    {"people", HEADER("Takes Part"), true, false},
    {"articles", HEADER("Articles"), true, true},
    {"status", HEADER("Status"), false, false},
}};
constexpr std::array<Column, ClaimColumn::Count_> claimColumns{{
    {"text", HEADER("Claim"), false, true},
    {"verdict", HEADER("Verdict"), false, false},
    {"for", HEADER("For"), true, true},
    {"against", HEADER("Against"), true, true},
}};
constexpr std::array<Column, AttentionColumn::Count_> attentionColumns{{
    {"item", HEADER("Needs Attention"), false, true},
    {"concerns", HEADER("Why"), false, false},
    {"article", HEADER("Article"), false, false},
    {"outlet", HEADER("Outlet"), false, false},
}};

#undef HEADER

struct Words {
    const char *key;
    const Shape &(*shape)();
    std::span<const Column> columns;
};

const Words &wordsOf(Section section)
{
    static const std::array<Words, sectionCount> all{{
        {"articles", articleShape, articleColumns},
        {"people", personShape, agentColumns},
        {"organisations", organisationShape, agentColumns},
        {"quotations", quotationShape, quotationColumns},
        {"figures", figureShape, figureColumns},
        {"events", eventShape, eventColumns},
        {"claims", claimShape, claimColumns},
        {"attention", attentionShape, attentionColumns},
    }};
    return all[static_cast<size_t>(section)];
}

const Column &columnOf(Section section, int column)
{
    return wordsOf(section).columns[static_cast<size_t>(column)];
}

QString joined(const QStringList &parts)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(QStringLiteral(" · "));
}

QString concernWords(int flags)
{
    const auto concerns = explore::Concerns::fromInt(flags);
    QStringList out;
    for (const explore::Concern concern : explore::allConcerns) {
        if (concerns.testFlag(concern))
            out.append(concernName(concern));
    }
    return joined(out);
}

QString quoted(const QString &words)
{
    return Tables::tr("“%1”", "quoted words").arg(words.simplified());
}

/// Words of a cell by the type of its value; columns with a say of their own are handled before.
QString valueInWords(const QVariant &value)
{
    if (value.typeId() == qMetaTypeId<Dated>())
        return dateShort(value.value<Dated>().when);
    if (value.typeId() == qMetaTypeId<Kind>())
        return kindName(value.value<Kind>());
    if (value.typeId() == qMetaTypeId<Status>())
        return statusName(value.value<Status>());
    if (value.typeId() == qMetaTypeId<AgentType>())
        return typeName(value.value<AgentType>());
    if (value.typeId() == QMetaType::QDateTime)
        return QLocale().toString(value.toDateTime().toLocalTime(), QLocale::ShortFormat);
    if (value.typeId() == QMetaType::QStringList)
        return value.toStringList().join(QStringLiteral(", "));
    if (value.typeId() == QMetaType::Int)
        return QLocale().toString(value.toInt());
    return value.toString().simplified();
}

QString agentLine(const Snapshot &record, const Agent &row, int articles)
{
    const Agent *of = record.agent(row.affiliation);
    QString affiliation = of ? of->name : QString();
    if (row.role.contains(affiliation, Qt::CaseInsensitive))
        affiliation.clear();
    const QString line = joined({row.role, affiliation});
    if (!line.isEmpty())
        return line;
    if (row.type == AgentType::Unnamed)
        return typeName(row.type);
    return articles > 0 ? countInWords(Noun::Article, articles) : QString();
}

} // namespace

const Shape &shapeOf(Section section)
{
    return wordsOf(section).shape();
}

QString sectionName(Section section)
{
    switch (section) {
    case Section::Articles:
        return headingOf(Noun::Article);
    case Section::People:
        return headingOf(Noun::Person);
    case Section::Organisations:
        return headingOf(Noun::Organisation);
    case Section::Quotations:
        return headingOf(Noun::Quotation);
    case Section::Figures:
        return headingOf(Noun::Figure);
    case Section::Events:
        return headingOf(Noun::Event);
    case Section::Claims:
        return headingOf(Noun::Claim);
    case Section::Attention:
        return Tables::tr("Needs attention");
    }
    return {};
}

QString concernName(explore::Concern concern)
{
    switch (concern) {
    case explore::Concern::LostInVersion:
        return Tables::tr("not found in a later version");
    case explore::Concern::DoubtfulReading:
        return Tables::tr("damaged or suspicious");
    case explore::Concern::UnsureSpeaker:
        return Tables::tr("unsure who said it");
    case explore::Concern::NoSpeaker:
        return Tables::tr("nobody named for it");
    case explore::Concern::NoDate:
        return Tables::tr("no date");
    case explore::Concern::NoOutlet:
        return Tables::tr("no outlet");
    }
    return {};
}

QString sectionKey(Section section)
{
    return QString::fromLatin1(wordsOf(section).key);
}

std::optional<Section> sectionFromKey(QStringView key)
{
    for (int i = 0; i < sectionCount; ++i) {
        if (sectionKey(static_cast<Section>(i)) == key)
            return static_cast<Section>(i);
    }
    return std::nullopt;
}

std::optional<Section> sectionOf(const Snapshot &record, ItemId item)
{
    for (int i = 0; i < sectionCount - 1; ++i) {
        if (shapeOf(static_cast<Section>(i)).position(record, item))
            return static_cast<Section>(i);
    }
    return std::nullopt;
}

QString columnHeader(Section section, int column)
{
    return QCoreApplication::translate("onrecord::present::Tables", columnOf(section, column).header);
}

QString columnKey(Section section, int column)
{
    return QString::fromLatin1(columnOf(section, column).key);
}

bool isNumeric(Section section, int column)
{
    return columnOf(section, column).numeric;
}

bool isShownFirst(Section section, int column)
{
    if (section == Section::Organisations && (column == AgentColumn::Quotations || column == AgentColumn::Mentions))
        return column == AgentColumn::Mentions; // organisations are named more than they speak
    return columnOf(section, column).first;
}

QString cellText(Section section, const RecordModel &model, int row, int column)
{
    const QVariant value = model.value(row, column);
    switch (section) {
    case Section::Quotations:
        if (column == QuotationColumn::Words)
            return quoted(value.toString());
        if (column == QuotationColumn::Confidence)
            return confidenceWord(value.toDouble());
        break;
    case Section::Figures:
        if (column == FigureColumn::Value) {
            const Figure *figure = model.record()->figure({model.itemAt(row).value});
            return figure && figure->value ? figureInWords(*figure) : QString();
        }
        if (column == FigureColumn::Unit)
            return unitName(value.toString());
        break;
    case Section::Attention:
        if (column == AttentionColumn::Concerns)
            return concernWords(value.toInt());
        if (column == AttentionColumn::Item && model.itemAt(row).type == ItemType::Quotation)
            return quoted(value.toString());
        break;
    default:
        break;
    }
    return valueInWords(value);
}

/// The badge of an article that is not on its own.
static QString kinWords(const RecordModel &model, int row)
{
    const QString same = model.value(row, ArticleColumn::SameText).toString();
    const int versions = model.value(row, ArticleColumn::Versions).toInt();
    return joined({same.isEmpty() ? QString() : Tables::tr("same text as %1").arg(same), versions > 1 ? Tables::tr("%Ln versions", nullptr, versions) : QString()});
}

QString secondLine(Section section, const RecordModel &model, int row)
{
    const auto cell = [&](int column) { return cellText(section, model, row, column); };
    switch (section) {
    case Section::Articles:
        return joined({cell(ArticleColumn::Outlet), cell(ArticleColumn::Published), kinWords(model, row)});
    case Section::People:
    case Section::Organisations: {
        const Agent *agent = model.record()->agent({model.itemAt(row).value});
        return agent ? agentLine(*model.record(), *agent, model.value(row, AgentColumn::Articles).toInt()) : QString();
    }
    case Section::Quotations: {
        const QString speaker = cell(QuotationColumn::Speaker);
        return joined({speaker.isEmpty() ? cell(QuotationColumn::Kind) : speaker, cell(QuotationColumn::Outlet), cell(QuotationColumn::Printed)});
    }
    case Section::Figures: {
        const QString about = QStringList{cell(FigureColumn::Subject), cell(FigureColumn::Predicate)}.join(u' ').trimmed();
        const QString who = cell(FigureColumn::AssertedBy);
        return joined({about, who.isEmpty() ? cell(FigureColumn::Outlet) : who});
    }
    case Section::Events:
        return joined({cell(EventColumn::When)});
    case Section::Claims:
        return cell(ClaimColumn::Verdict);
    case Section::Attention: {
        const Quotation *quotation = model.itemAt(row).type == ItemType::Quotation ? model.record()->quotation({model.itemAt(row).value}) : nullptr;
        const auto concerns = explore::Concerns::fromInt(model.value(row, AttentionColumn::Concerns).toInt());
        if (const Article *article = concerns.testFlag(explore::Concern::DoubtfulReading) ? model.record()->article({model.itemAt(row).value}) : nullptr) {
            std::vector<Remark> doubts = article->remarks;
            std::erase_if(doubts, [](const Remark &remark) { return remark.isSeen || !isDoubt(remark.kind); });
            return joined(remarksInWords(doubts));
        }
        const Agent *guessed = quotation ? model.record()->agent(quotation->speaker) : nullptr;
        if (guessed && concerns == explore::Concern::UnsureSpeaker)
            return joined({Tables::tr("perhaps %1", "a name").arg(namesOf(*model.record(), speakersOf(*quotation))), cell(AttentionColumn::Article)});
        return joined({cell(AttentionColumn::Concerns), model.itemAt(row).type == ItemType::Article ? QString() : cell(AttentionColumn::Article)});
    }
    }
    return {};
}

Disc discOf(const Snapshot &record, ItemId item)
{
    AgentId id;
    if (item.type == ItemType::Agent)
        id = {item.value};
    else if (item.type == ItemType::Quotation) {
        if (const Quotation *row = record.quotation({item.value}))
            id = row->speaker;
    } else if (item.type == ItemType::Figure) {
        if (const Figure *row = record.figure({item.value}))
            id = row->assertedBy;
    }
    const Agent *agent = record.agent(id);
    if (!agent)
        return {};
    return {initials(agent->name), agent->name, agent->type == AgentType::Organisation};
}

} // namespace onrecord::present
