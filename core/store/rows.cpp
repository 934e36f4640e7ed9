// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rows.h"
#include "core/store/values.h"

#include <QTimeZone>
#include <utility>

namespace onrecord::store {

using namespace Qt::StringLiterals;

namespace {

/// Reads the columns of one row from left to right, so that a SELECT and its reader stay in the same order.
class Reader
{
public:
    explicit Reader(const Query &query) : m_query(query) {}
    void skip() { ++m_column; }
    qint64 integer() { return m_query.integer(m_column++); }
    double real() { return m_query.real(m_column++); }
    QString text() { return m_query.text(m_column++); }
    QByteArray blob() { return m_query.blob(m_column++); }
    QUuid uuid() { return m_query.uuid(m_column++); }
    template<class Id>
    Id id() { return Id{integer()}; } // NULL reads as 0, which is "nothing"
    template<class Enum>
    Enum code() { return static_cast<Enum>(integer()); }
    std::optional<double> maybeReal()
    {
        const int column = m_column++;
        return m_query.isNull(column) ? std::nullopt : std::optional(m_query.real(column));
    }
    Span span()
    {
        const auto start = static_cast<qint32>(integer());
        return {start, static_cast<qint32>(integer())};
    }
    Anchor anchor()
    {
        Anchor anchor;
        anchor.span = span();
        anchor.exact = text();
        anchor.prefix = text();
        anchor.suffix = text();
        return anchor;
    }
    Dated date()
    {
        Dated date;
        date.when = dateFrom(text());
        m_column += 2; // earliest and latest follow from the date
        date.basis = code<Basis>();
        date.words = text();
        return date;
    }
    QDateTime time() { return QDateTime::fromMSecsSinceEpoch(integer(), QTimeZone::UTC); }

private:
    static PartialDate dateFrom(const QString &edtf) { return PartialDate::fromEdtf(edtf).value_or(PartialDate()); }

    const Query &m_query;
    int m_column = 0;
};

template<class Row, class Read>
std::vector<Row> readAll(Connection &connection, const char *sql, Read read)
{
    Query query(connection, sql);
    std::vector<Row> rows;
    while (query.next()) {
        Reader reader(query);
        rows.push_back(read(reader));
    }
    return rows;
}

std::vector<Article> readArticles(Connection &connection)
{
    auto articles = readAll<Article>(connection,
        "SELECT a.id, a.uuid, title, title_basis, outlet_id, outlet_basis, authors, authors_basis, published_edtf, published_earliest, "
        "published_latest, published_basis, published_words, captured_at, url, url_basis, language, media_type, encoding, file_name, "
        "remarks, a.word_count, b.sha256, b.byte_count, t.unit_count, coalesce(s.program, ''), coalesce(s.languages, ''), coalesce(s.word_count, 0), "
        "coalesce(s.mean, 0.0), coalesce(s.uncertain, ''), s.id FROM article a JOIN source_bytes b ON b.id = a.bytes_id "
        "JOIN source_text t ON t.id = a.text_id LEFT JOIN source_recognition s ON s.bytes_id = a.bytes_id AND s.text_id = a.text_id ORDER BY a.id",
        [](Reader &r) {
            Article a;
            a.id = r.id<ArticleId>();
            a.uuid = r.uuid();
            a.title.value = r.text();
            a.title.basis = r.code<Basis>();
            a.outlet = r.id<OutletId>();
            a.outletBasis = r.code<Basis>();
            a.authors = stringsFrom(r.text());
            a.authorsBasis = r.code<Basis>();
            a.published = r.date();
            a.capturedAt = r.time();
            a.url.value = r.text();
            a.url.basis = r.code<Basis>();
            a.language = r.text();
            a.mediaType = r.text();
            a.encoding = r.text();
            a.fileName = r.text();
            a.remarks = remarksFrom(r.text());
            a.wordCount = static_cast<qint32>(r.integer());
            a.sha256 = r.blob();
            a.byteCount = r.integer();
            a.textLength = static_cast<qint32>(r.integer());
            Recognition recognition{r.text(), {}, 0, 0, {}};
            recognition.languages = stringsFrom(r.text());
            recognition.words = static_cast<int>(r.integer());
            recognition.mean = r.real();
            recognition.uncertain = uncertainFrom(r.text());
            if (r.integer() != 0)
                a.recognition = std::move(recognition);
            return a;
        });
    Query regions(connection, "SELECT article_id, start_at, end_at, kind, struck FROM region ORDER BY article_id, start_at, id");
    auto at = articles.begin();
    while (regions.next()) {
        Reader r(regions);
        const auto id = r.id<ArticleId>();
        while (at != articles.end() && at->id < id)
            ++at;
        Region region;
        region.span = r.span();
        region.kind = r.code<RegionKind>();
        region.struck = r.integer() != 0;
        if (at != articles.end() && at->id == id)
            at->regions.push_back(region);
    }
    return articles;
}

std::vector<Agent> readAgents(Connection &connection)
{
    auto agents = readAll<Agent>(connection, "SELECT id, uuid, type, name, role, affiliation_id, status FROM agent ORDER BY id", [](Reader &r) {
        Agent a;
        a.id = r.id<AgentId>();
        a.uuid = r.uuid();
        a.type = r.code<AgentType>();
        a.name = r.text();
        a.role = r.text();
        a.affiliation = r.id<AgentId>();
        a.status = r.code<Status>();
        return a;
    });
    Query names(connection, "SELECT agent_id, name, type FROM agent_name ORDER BY agent_id, id");
    auto at = agents.begin();
    while (names.next()) {
        Reader r(names);
        const auto id = r.id<AgentId>();
        while (at != agents.end() && at->id < id)
            ++at;
        AgentName name;
        name.name = r.text();
        name.type = r.code<NameType>();
        if (at != agents.end() && at->id == id)
            at->names.push_back(name);
    }
    return agents;
}

Quotation readQuotation(Reader &r)
{
    Quotation q;
    q.id = r.id<QuotationId>();
    q.uuid = r.uuid();
    q.article = r.id<ArticleId>();
    q.content = r.anchor();
    q.segments = spansFrom(r.text());
    q.cue = r.span();
    q.cueText = r.text();
    q.speakerSpan = r.span();
    q.mention = r.text();
    q.speaker = r.id<AgentId>();
    q.kind = r.code<Kind>();
    q.directness = r.code<Directness>();
    q.carriers = stringsFrom(r.text());
    q.markers = markersFrom(r.text());
    q.said = r.date();
    q.rule = r.text();
    q.confidence = r.real();
    q.status = r.code<Status>();
    q.utterance = r.id<UtteranceId>();
    return q;
}

Figure readFigure(Reader &r)
{
    Figure f;
    f.id = r.id<FigureId>();
    f.uuid = r.uuid();
    f.article = r.id<ArticleId>();
    f.content = r.anchor();
    f.value = r.maybeReal();
    f.max = r.maybeReal();
    f.unit = r.text();
    f.qualifier = r.code<Qualifier>();
    f.subject = r.text();
    f.predicate = r.text();
    f.assertedBy = r.id<AgentId>();
    f.quotation = r.id<QuotationId>();
    f.rule = r.text();
    f.confidence = r.real();
    f.status = r.code<Status>();
    return f;
}

std::vector<Event> readEvents(Connection &connection)
{
    auto events = readAll<Event>(connection,
        "SELECT id, uuid, name, note, when_edtf, when_earliest, when_latest, when_basis, when_words, status FROM event ORDER BY id", [](Reader &r) {
            Event e;
            e.id = r.id<EventId>();
            e.uuid = r.uuid();
            e.name = r.text();
            e.note = r.text();
            e.when = r.date();
            e.status = r.code<Status>();
            return e;
        });
    const auto attach = [&](const char *sql, auto add) {
        Query query(connection, sql);
        auto at = events.begin();
        while (query.next()) {
            const EventId id{query.integer(0)};
            while (at != events.end() && at->id < id)
                ++at;
            if (at != events.end() && at->id == id)
                add(*at, query.integer(1));
        }
    };
    attach("SELECT event_id, agent_id FROM event_agent ORDER BY event_id, id", [](Event &e, qint64 id) { e.agents.push_back({id}); });
    attach("SELECT event_id, article_id FROM event_article ORDER BY event_id, id", [](Event &e, qint64 id) { e.articles.push_back({id}); });
    return events;
}

std::vector<Claim> readClaims(Connection &connection)
{
    auto claims = readAll<Claim>(connection,
        "SELECT c.id, c.uuid, c.text, coalesce(v.word, ''), coalesce(v.explanation, ''), coalesce(v.author, ''), v.given_at FROM claim c LEFT JOIN verdict v ON v.id = "
        "(SELECT max(id) FROM verdict WHERE claim_id = c.id) ORDER BY c.id", [](Reader &r) {
            Claim c;
            c.id = r.id<ClaimId>();
            c.uuid = r.uuid();
            c.text = r.text();
            c.verdict = r.text();
            c.explanation = r.text();
            c.author = r.text();
            const QDateTime given = r.time();
            c.givenAt = c.verdict.isEmpty() ? QDateTime() : given;
            return c;
        });
    Query query(connection, "SELECT claim_id, quotation_id, figure_id, stance FROM evidence ORDER BY claim_id, id");
    auto at = claims.begin();
    while (query.next()) {
        const ClaimId id{query.integer(0)};
        while (at != claims.end() && at->id < id)
            ++at;
        if (at == claims.end() || at->id != id)
            continue;
        const ItemId item = query.isNull(1) ? ItemId(FigureId{query.integer(2)}) : ItemId(QuotationId{query.integer(1)});
        at->evidence.push_back({item, static_cast<Stance>(query.integer(3))});
    }
    return claims;
}

} // namespace

Snapshot::Rows readRows(Connection &connection, QStringList *unreadable)
{
    Snapshot::Rows rows;
    // Of a damaged file each table is read for itself: one that cannot be read hides no other.
    const auto part = [unreadable](const QString &name, const auto &read) {
        try {
            read();
        } catch (const SQLite::Exception &exception) {
            if (!unreadable || faultOf(exception.getErrorCode()) != Fault::Damaged)
                throw;
            unreadable->append(name);
        }
    };
    part(u"outlet"_s, [&] {
        rows.outlets = readAll<Outlet>(connection, "SELECT id, uuid, name, agent_id FROM outlet ORDER BY id", [](Reader &r) {
            Outlet o;
            o.id = r.id<OutletId>();
            o.uuid = r.uuid();
            o.name = r.text();
            o.agent = r.id<AgentId>();
            return o;
        });
    });
    part(u"article"_s, [&] {
        rows.articles = readArticles(connection);
    });
    part(u"agent"_s, [&] {
        rows.agents = readAgents(connection);
    });
    part(u"mention"_s, [&] {
        rows.mentions = readAll<Mention>(connection, "SELECT id, article_id, agent_id, start_at, end_at FROM mention ORDER BY id", [](Reader &r) {
            Mention m;
            m.id = r.id<MentionId>();
            m.article = r.id<ArticleId>();
            m.agent = r.id<AgentId>();
            m.span = r.span();
            return m;
        });
    });
    part(u"quotation"_s, [&] {
        rows.quotations = readAll<Quotation>(connection, "SELECT * FROM quotation ORDER BY id", readQuotation);
    });
    part(u"joint_speaker"_s, [&] {
        Query query(connection, "SELECT quotation_id, agent_id FROM joint_speaker ORDER BY quotation_id, id");
        auto at = rows.quotations.begin();
        while (query.next()) {
            at = std::lower_bound(at, rows.quotations.end(), QuotationId{query.integer(0)}, [](const Quotation &row, QuotationId id) { return row.id < id; });
            if (at != rows.quotations.end() && at->id == QuotationId{query.integer(0)})
                at->alsoSpeakers.push_back({query.integer(1)});
        }
    });
    part(u"figure"_s, [&] {
        rows.figures = readAll<Figure>(connection, "SELECT * FROM figure ORDER BY id", readFigure);
    });
    part(u"date_mention"_s, [&] {
        rows.dates = readAll<DateMention>(connection, "SELECT * FROM date_mention ORDER BY id", [](Reader &r) {
            DateMention d;
            d.id = r.id<DateMentionId>();
            d.article = r.id<ArticleId>();
            d.content = r.anchor();
            d.when = r.date();
            d.rule = r.text();
            return d;
        });
    });
    part(u"event"_s, [&] {
        rows.events = readEvents(connection);
    });
    part(u"utterance"_s, [&] {
        rows.utterances = readAll<Utterance>(connection, "SELECT id, uuid, status FROM utterance ORDER BY id", [](Reader &r) {
            Utterance u;
            u.id = r.id<UtteranceId>();
            u.uuid = r.uuid();
            u.status = r.code<Status>();
            return u;
        });
    });
    part(u"claim"_s, [&] {
        rows.claims = readClaims(connection);
    });
    part(u"grade"_s, [&] {
        rows.grades = readAll<Grade>(connection, "SELECT id, number, label FROM grade ORDER BY number, id", [](Reader &r) {
            Grade g;
            g.id = r.id<GradeId>();
            g.number = static_cast<qint32>(r.integer());
            g.label = r.text();
            return g;
        });
    });
    part(u"relation"_s, [&] {
        rows.relations = readAll<Relation>(connection, "SELECT id, uuid, from_type, from_id, to_type, to_id, kind, note FROM relation ORDER BY id", [](Reader &r) {
            Relation row;
            row.id = r.id<RelationId>();
            row.uuid = r.uuid();
            const auto fromType = r.code<ItemType>();
            row.from = {fromType, r.integer()};
            const auto toType = r.code<ItemType>();
            row.to = {toType, r.integer()};
            row.kind = r.code<RelationKind>();
            row.note = r.text();
            return row;
        });
    });
    part(u"note"_s, [&] {
        rows.notes = readAll<Note>(connection, "SELECT id, uuid, about_type, about_id, text, changed_at FROM note ORDER BY id", [](Reader &r) {
            Note n;
            n.id = r.id<NoteId>();
            n.uuid = r.uuid();
            const auto type = r.code<ItemType>();
            n.about = {type, r.integer()};
            n.text = r.text();
            n.changedAt = r.time();
            return n;
        });
    });
    part(u"kinship"_s, [&] {
        rows.kinships = readAll<Kinship>(connection, "SELECT id, article_id, earlier_id, kind, likeness, status FROM kinship ORDER BY id", [](Reader &r) {
            Kinship k;
            k.id = r.id<KinshipId>();
            k.article = r.id<ArticleId>();
            k.earlier = r.id<ArticleId>();
            k.kind = r.code<Kin>();
            k.likeness = r.real();
            k.status = r.code<Status>();
            return k;
        });
    });
    part(u"carry"_s, [&] {
        rows.carries = readAll<Carry>(connection, "SELECT id, quotation_id, article_id, to_id, guess_start, guess_end, status FROM carry ORDER BY id", [](Reader &r) {
            Carry c;
            c.id = r.id<CarryId>();
            c.quotation = r.id<QuotationId>();
            c.article = r.id<ArticleId>();
            c.to = r.id<QuotationId>();
            c.guess = r.span();
            c.status = r.code<Status>();
            return c;
        });
    });
    return rows;
}

} // namespace onrecord::store
