// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplerecord.h"

#include <QTimeZone>

namespace onrecord::test {

namespace {

using namespace Qt::StringLiterals;

QUuid uuid(int n)
{
    return QUuid(0x0a0b0c0d, 1, 2, 3, 4, 5, 6, 7, 8, 9, static_cast<uchar>(n));
}

Anchor anchor(ArticleId article, const QString &words)
{
    const QString text = sampleText(article);
    const auto at = static_cast<qint32>(text.indexOf(words));
    Q_ASSERT(at >= 0);
    return anchorAt(text, {at, at + static_cast<qint32>(words.size())});
}

Quotation quotation(int id, ArticleId article, const QString &words, AgentId speaker, Kind kind, const QString &mention, const QString &cue)
{
    Quotation q;
    q.id = {id};
    q.uuid = uuid(id);
    q.article = article;
    q.content = anchor(article, words);
    q.speaker = speaker;
    q.kind = kind;
    if (!mention.isEmpty()) {
        q.speakerSpan = anchor(article, mention).span;
        q.mention = mention;
    }
    if (!cue.isEmpty()) {
        q.cue = anchor(article, cue).span;
        q.cueText = cue;
    }
    q.rule = u"name + cue"_s;
    q.confidence = 0.9;
    return q;
}

Agent agent(int id, AgentType type, const QString &name, const QString &role)
{
    Agent a;
    a.id = {id};
    a.uuid = uuid(100 + id);
    a.type = type;
    a.name = name;
    a.role = role;
    a.names = {{name, NameType::Full}};
    return a;
}

Article article(int id, const QString &title, OutletId outlet, const PartialDate &published)
{
    Article a;
    a.id = {id};
    a.uuid = uuid(200 + id);
    a.title = {title, Basis::Stated};
    a.outlet = outlet;
    a.outletBasis = outlet ? Basis::Header : Basis::None;
    a.published = {published, published.isKnown() ? Basis::Header : Basis::None, {}};
    a.language = u"en"_s;
    a.mediaType = u"text/plain"_s;
    a.fileName = u"article%1.txt"_s.arg(id);
    a.textLength = static_cast<qint32>(sampleText({id}).size());
    a.wordCount = static_cast<qint32>(sampleText({id}).count(u' ') + 1);
    a.sha256 = QByteArray(32, static_cast<char>(id));
    a.capturedAt = QDateTime(QDate(2031, 5, 9), QTime(12, 0), QTimeZone::UTC);
    return a;
}

} // namespace

QString sampleText(ArticleId article)
{
    switch (article.value) {
    case 1:
        return u"The bridge stays shut\n\nThe crossing will not open before autumn, Ana Ruiz said on Tuesday. “We found rust in every second bolt,” "
               "the chief engineer said. The repair costs 40 million euros, according to the Harbour Board.\n\n"
               "The board called the delay “regrettable”. A person close to the talks said “nobody wants to pay”."_s;
    case 2:
        return u"Rust and rumours\n\nAna Ruiz was blunt: “We found rust in every second bolt, and we will not hide it.” "
               "The Harbour Board put the bill at 45 million euros.\n\nShopkeepers speak of a “ghost bridge”."_s;
    case 3:
        return u"A letter from the river\n\nImagine a mayor who says “Let us walk.” It is a pleasant thought."_s;
    default:
        return {};
    }
}

Snapshot::Rows sampleRows()
{
    Snapshot::Rows rows;
    rows.outlets = {{{1}, uuid(51), u"Harbour Herald"_s, {}}, {{2}, uuid(52), u"River Post"_s, {}}};
    rows.articles = {article(1, u"The bridge stays shut"_s, {1}, PartialDate::day(2031, 5, 6)),
                     article(2, u"Rust and rumours"_s, {2}, *PartialDate::fromEdtf(u"2031-05-07/2031-05-09")),
                     article(3, u"A letter from the river"_s, {}, {})};
    rows.agents = {agent(1, AgentType::Person, u"Ana Ruiz"_s, u"chief engineer"_s), agent(2, AgentType::Organisation, u"Harbour Board"_s, {}),
                   agent(3, AgentType::Unnamed, u"a person close to the talks"_s, {}), agent(4, AgentType::Person, u"Tom Hale"_s, u"mayor"_s)};
    rows.quotations = {
        quotation(1, {1}, u"We found rust in every second bolt,"_s, {1}, Kind::Statement, u"the chief engineer"_s, u"said"_s),
        quotation(2, {1}, u"regrettable"_s, {2}, Kind::Fragment, u"The board"_s, u"called"_s),
        quotation(3, {1}, u"nobody wants to pay"_s, {3}, Kind::Statement, u"A person close to the talks"_s, u"said"_s),
        quotation(4, {2}, u"We found rust in every second bolt, and we will not hide it."_s, {1}, Kind::Statement, u"Ana Ruiz"_s, {}),
        quotation(5, {2}, u"ghost bridge"_s, {}, Kind::Scare, {}, {}),
        quotation(6, {3}, u"Let us walk."_s, {}, Kind::Hypothetical, {}, {}),
    };
    for (Quotation &q : rows.quotations) {
        if (q.id.value == 1 || q.id.value == 4)
            q.utterance = {1};
        if (q.article == ArticleId{1})
            q.said = {PartialDate::day(2031, 5, 6), Basis::Resolved, u"Tuesday"_s};
    }
    rows.utterances = {{{1}, uuid(61), Status::Suggested}};
    const auto mention = [](int id, ArticleId in, AgentId of, const QString &words) {
        return Mention{{id}, in, of, anchor(in, words).span};
    };
    rows.mentions = {mention(1, {1}, {1}, u"Ana Ruiz"_s), mention(2, {1}, {2}, u"Harbour Board"_s), mention(3, {2}, {1}, u"Ana Ruiz"_s),
                     mention(4, {2}, {2}, u"Harbour Board"_s)};
    const auto figure = [](int id, ArticleId in, const QString &words, double value) {
        Figure f;
        f.id = {id};
        f.uuid = uuid(70 + id);
        f.article = in;
        f.content = anchor(in, words);
        f.value = value;
        f.unit = u"EUR"_s;
        f.subject = u"repair"_s;
        f.predicate = u"costs"_s;
        f.assertedBy = {2};
        return f;
    };
    rows.figures = {figure(1, {1}, u"40 million euros"_s, 40e6), figure(2, {2}, u"45 million euros"_s, 45e6)};
    DateMention tuesday;
    tuesday.id = {1};
    tuesday.article = {1};
    tuesday.content = anchor({1}, u"Tuesday"_s);
    tuesday.when = {PartialDate::day(2031, 5, 6), Basis::Resolved, u"Tuesday"_s};
    rows.dates = {tuesday};
    Event shut;
    shut.id = {1};
    shut.uuid = uuid(81);
    shut.name = u"Bridge closed"_s;
    shut.when = {PartialDate::month(2031, 4), Basis::PublicRecord, {}};
    shut.agents = {{2}};
    shut.articles = {{1}};
    rows.events = {shut};
    return rows;
}

SnapshotPtr sampleRecord()
{
    return std::make_shared<Snapshot>(sampleRows(), 1);
}

SnapshotPtr jointRecord()
{
    Snapshot::Rows rows = sampleRows();
    rows.quotations[0].alsoSpeakers = {{4}};
    rows.quotations[2].alsoSpeakers = {{4}};
    return std::make_shared<Snapshot>(std::move(rows), 1);
}

} // namespace onrecord::test
