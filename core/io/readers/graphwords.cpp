// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/readers/graphwords.h"

#include "core/io/readers/tablecolumns.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

namespace onrecord::io {

using namespace Qt::StringLiterals;

namespace {

QString plain(const QString &name)
{
    static const QRegularExpression blanks(u"[\\s_-]+"_s);
    return name.trimmed().toLower().replace(blanks, u" "_s);
}

using Means = std::pair<QStringView, QStringView>; ///< a schema and the types that mean it, with commas around each

constexpr Means types[]{
    {u"Person",
     u",person,people,human,individual,politician,speaker,journalist,author,official,mensch,personne,persona,"},
    {u"PublicBody", u",public body,publicbody,government,authority,ministry,agency,behörde,ministerium,"},
    {u"Company", u",company,firm,business,corporation,firma,unternehmen,entreprise,"},
    {u"Organization",
     u",organization,organisation,org,institution,party,ngo,group,association,legal "
     u"entity,legalentity,partei,verband,"},
    {u"Place", u",place,location,city,town,country,region,ort,stadt,land,lieu,"},
    {u"Product", u",product,produkt,produit,"},
    {u"Event", u",event,ereignis,événement,meeting,"},
    {u"Article",
     u",article,news article,newsarticle,document,story,report,page,web page,webpage,artikel,dokument,source,"},
};

/// What stands before a post and is a part of its name. Other words may say that nobody holds it: "not the", "former",
/// "candidate for", "opposes".
constexpr QLatin1StringView before("vice|deputy|acting|interim|first|second|managing|(?:non )?executive|general|senior|"
                                   "junior|co|assistant|associate|chief|founding|current|prime|foreign|finance|press|"
                                   "lord|lady|honorary|permanent|shadow|regional|national|district|political|news|"
                                   "lead|principal|joint");
constexpr QLatin1StringView
    posts("chief|ceo|cfo|cto|director|chair|chairman|chairwoman|chairperson|mayor|minister|head|"
          "president|spokes(?:man|woman|person)|manager|secretary|founder|editor|adviser|"
          "advisor|chancellor|governor|commissioner|partner|owner and director");
constexpr QLatin1StringView behind("executive|executive officer|operating officer|financial officer|technology officer|"
                                   "of staff|general|in chief|economist|scientist|engineer|counsel|coach|whip");

} // namespace

bool isTypeAttribute(const QString &name)
{
    static const QStringList names{u"type"_s,       u"kind"_s,      u"class"_s,    u"schema"_s,
                                   u"category"_s,   u"node type"_s, u"nodetype"_s, u"entity type"_s,
                                   u"entitytype"_s, u"typ"_s,       u"art"_s};
    return names.contains(plain(name));
}

bool isLabelAttribute(const QString &name)
{
    static const QStringList names{u"label"_s,       u"type"_s,         u"kind"_s,
                                   u"relation"_s,    u"relationship"_s, u"interaction"_s,
                                   u"edge label"_s,  u"name"_s,         u"shared interaction"_s,
                                   u"shared name"_s, u"schema"_s,       u"beziehung"_s};
    return names.contains(plain(name));
}

bool isRoleAttribute(const QString &name)
{
    return fieldOf(TableOf::People, name) == "role"_L1;
}

bool isDrawing(const QString &name, const QString &value)
{
    static const QStringList names{u"x"_s, u"y"_s, u"z"_s,    u"r"_s,     u"g"_s,
                                   u"b"_s, u"a"_s, u"size"_s, u"width"_s, u"height"_s};
    bool isNumber = false;
    (void)value.toDouble(&isNumber);
    static const QRegularExpression colour(u"^#[0-9A-Fa-f]{3,8}$"_s);
    return (isNumber && names.contains(plain(name)))
        || (value.startsWith(u'#') && plain(name).contains(u"color"_s) && colour.match(value).hasMatch());
}

QString schemaFor(const QString &type)
{
    const QString asked = u',' + plain(type) + u',';
    for (const auto &[schema, words] : types) {
        if (words.contains(asked))
            return schema.toString();
    }
    // A graph's other types are things: they are no schema of a link, whatever they are called.
    return u"Node: "_s + type.left(80);
}

bool isOutlet(const Entity &entity)
{
    static const QRegularExpression words(
        u"^Node: (?:outlet|newspaper|publisher|publication|medium|zeitung|media outlet)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(entity.schema).hasMatch();
}

QString guessedSchema(const QString &name)
{
    static const QRegularExpression house(
        u"\\b(?:Inc|Corp|Ltd|Limited|LLC|LLP|PLC|AG|GmbH|SE|SA|NV|BV|Council|Ministry|Department|Agency|University|"
        u"Bank|"
        "Group|Party|Company|Association|Institute|Committee|Union|Ministerium|Verband|Partei|Universität|Stiftung)\\b"
        "\\.?"_s);
    return house.match(name).hasMatch() ? u"Organization"_s : u"Person"_s;
}

bool isSpeaking(const QString &id)
{
    static const QRegularExpression coded(u"^(?:[A-Za-z]{0,3}[:_-]*\\d[\\d:._n-]*|[0-9A-Fa-f-]{16,}|\\S*://\\S*)$"_s);
    return std::ranges::any_of(id, [](QChar c) { return c.isLetter(); }) && !coded.match(id).hasMatch();
}

QString propertyFor(const Entity &entity, const QString &attribute)
{
    const EntityKind kind = kindOf(entity);
    const QString name = plain(attribute);
    if (name == "label"_L1 || name == "shared name"_L1)
        return kind == EntityKind::Document ? u"title"_s : u"name"_s;
    if (kind == EntityKind::Agent) {
        static const QHash<QString, QString> people{
            {u"name"_s, u"name"_s},   {u"first name"_s, u"firstName"_s}, {u"last name"_s, u"lastName"_s},
            {u"forms"_s, u"alias"_s}, {u"role"_s, u"position"_s},        {u"organisation"_s, own::organisation}};
        if (const QString property = people.value(fieldOf(TableOf::People, attribute)); !property.isEmpty())
            return property;
    } else if (kind == EntityKind::Document) {
        static const QHash<QString, QString> articles{{u"title"_s, u"title"_s},      {u"text"_s, u"bodyText"_s},
                                                      {u"outlet"_s, u"publisher"_s}, {u"author"_s, u"author"_s},
                                                      {u"date"_s, u"publishedAt"_s}, {u"url"_s, u"sourceUrl"_s},
                                                      {u"language"_s, u"language"_s}};
        if (const QString property = articles.value(fieldOf(TableOf::Articles, attribute)); !property.isEmpty())
            return property;
    } else if (kind == EntityKind::Event && fieldOf(TableOf::Articles, attribute) == "date"_L1) {
        return u"date"_s;
    } else if (name == "name"_L1) {
        return u"name"_s;
    }
    return own::foreign(attribute);
}

Post postIn(const QString &label)
{
    static const QRegularExpression works(
        u"^(?:works? (?:for|at)|employed (?:by|at)|is employed by|employee of|employment|affiliated (?:with|to)|"
        "affiliation|arbeitet (?:für|bei)|angestellt bei)$"_s);
    static const QRegularExpression member(
        u"^(?:is )?(?:a )?member(?: of|ship)?$|^belongs to$|^mitglied(?: von| bei)?$"_s);
    static const QRegularExpression post(
        u"^(?:is )?(?:an? |the )?((?:(?:%1) )*(?:%2)(?: (?:%3))?) (?:of|at|for)$"_s.arg(before, posts, behind));
    const QString words = plain(label);
    if (works.match(words).hasMatch())
        return {true, false, {}};
    if (member.match(words).hasMatch())
        return {true, true, {}};
    const auto m = post.match(words);
    return m.hasMatch() ? Post{true, false, m.captured(1)} : Post{};
}

bool isEmploying(const QString &label)
{
    static const QRegularExpression words(u"^(?:employs|employer of|has (?:member|employee))$"_s);
    return words.match(plain(label)).hasMatch();
}

} // namespace onrecord::io
