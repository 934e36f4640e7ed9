// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/generatedrecord.h"

#include <QDate>
#include <array>
#include <random>

namespace onrecord::test {

using namespace Qt::StringLiterals;

namespace {

class Generator
{
public:
    explicit Generator(const RecordSize &size) : m_size(size) {}

    SnapshotPtr run()
    {
        addOutlets();
        addAgents();
        addArticles();
        addEvents();
        return std::make_shared<Snapshot>(std::move(m_rows), 1);
    }

private:
    // The standard says what the engine yields, not what its distributions make of it.
    int below(int n) { return n <= 0 ? 0 : static_cast<int>(m_random() % static_cast<unsigned>(n)); }
    bool chance(int percent) { return below(100) < percent; }
    template<class Words>
    QString pick(const Words &words) { return QString::fromUtf8(words[static_cast<size_t>(below(static_cast<int>(words.size())))]); }

    QUuid uuid(int kind, int n) { return QUuid(static_cast<uint>(n), static_cast<ushort>(kind), 7, 1, 2, 3, 4, 5, 6, 7, 8); }

    QString personName(int n)
    {
        static constexpr std::array first{"Ana", "Tom", "Mira", "Jonas", "Leila", "Piet", "Sana", "Igor", "Nell", "Omar", "Vera", "Luca"};
        static constexpr std::array last{"Ruiz", "Hale", "Okafor", "Lind", "Haddad", "Vos", "Iqbal", "Petrov", "Quist", "Farah", "Brandt", "Moretti", "Zeman"};
        return QString::fromUtf8(first[static_cast<size_t>(n) % first.size()]) + u' ' + QString::fromUtf8(last[static_cast<size_t>(n * 5 + n / 12) % last.size()]);
    }

    void addOutlets()
    {
        static constexpr std::array names{"Harbour Herald", "River Post", "The Quay", "Northern Ledger", "Tide Weekly", "City Wire", "Morning Dock"};
        for (int i = 0; i < m_size.outlets; ++i) {
            const QString name = QString::fromUtf8(names[static_cast<size_t>(i) % names.size()]);
            m_rows.outlets.push_back({{i + 1}, uuid(1, i), i < static_cast<int>(names.size()) ? name : name + u' ' + QString::number(i), {}});
        }
    }

    void addAgents()
    {
        static constexpr std::array organisations{"Harbour Board", "Bridge Works", "FerryLine", "Rivers Institute", "Dockers Union", "PortBank", "Ministry of Roads"};
        for (int i = 0; i < m_size.people + m_size.organisations; ++i) {
            Agent agent;
            agent.id = {i + 1};
            agent.uuid = uuid(2, i);
            const bool isPerson = i < m_size.people;
            agent.type = isPerson ? AgentType::Person : AgentType::Organisation;
            const int n = isPerson ? i : i - m_size.people;
            agent.name = isPerson ? personName(n) : QString::fromUtf8(organisations[static_cast<size_t>(n) % organisations.size()]);
            if (isPerson && m_size.organisations > 0 && chance(60))
                agent.affiliation = {m_size.people + 1 + below(m_size.organisations)};
            agent.names = {{agent.name, NameType::Full}};
            m_rows.agents.push_back(agent);
        }
    }

    PartialDate someDay(int day) const
    {
        const QDate date = QDate(2031, 1, 20).addDays(day);
        return PartialDate::day(date.year(), date.month(), date.day());
    }

    PartialDate publication(int day)
    {
        const int kind = below(10);
        if (kind == 0)
            return {};
        if (kind == 1)
            return PartialDate::between(someDay(day).from(), someDay(day + 2).from());
        if (kind == 2)
            return PartialDate::after(someDay(day).from());
        if (kind == 3) {
            DatePoint point = someDay(day).from();
            point.precision = Precision::Minute;
            point.hour = static_cast<qint8>(6 + below(16));
            point.minute = static_cast<qint8>(below(60));
            point.utcOffset = 0;
            return PartialDate::at(point);
        }
        return someDay(day);
    }

    void addArticles()
    {
        for (int i = 0; i < m_size.articles; ++i) {
            Article article;
            article.id = {i + 1};
            article.uuid = uuid(3, i);
            article.title = {u"What the river brought, part %1"_s.arg(i + 1), Basis::Stated};
            article.outlet = m_size.outlets > 0 && !chance(6) ? OutletId{1 + below(m_size.outlets)} : OutletId{};
            const int day = below(m_size.days);
            article.published = {publication(day), Basis::Header, {}};
            article.textLength = 6000;
            m_rows.articles.push_back(article);
            for (int q = 0; q < m_size.quotationsPerArticle; ++q)
                addQuotation(article.id, day, q);
            addMentions(article.id);
        }
    }

    void addQuotation(ArticleId article, int day, int place)
    {
        static constexpr std::array openings{"We found rust", "Nobody asked us", "The bridge will hold", "I have seen worse", "This is not the end", "It costs too much"};
        static constexpr std::array endings{"in every second bolt", "and we will not hide it", "before the summer", "as long as it rains", "if the board agrees"};
        Quotation quotation;
        quotation.id = {static_cast<qint64>(m_rows.quotations.size()) + 1};
        quotation.uuid = uuid(4, static_cast<int>(quotation.id.value));
        quotation.article = article;
        quotation.content.span = {100 + place * 400, 160 + place * 400};
        quotation.content.exact = pick(openings) + u' ' + pick(endings);
        const int kind = below(12);
        quotation.kind = kind == 0 ? Kind::Scare : kind == 1 ? Kind::Title : kind < 4 ? Kind::Fragment : Kind::Statement;
        const bool isSpeech = quotation.kind == Kind::Statement || quotation.kind == Kind::Fragment;
        if (isSpeech && !chance(8)) // a few speak often, most once or twice
            quotation.speaker = {1 + below(1 + below(m_size.people + m_size.organisations))};
        quotation.confidence = 0.6 + 0.01 * below(40);
        if (isSpeech && chance(85))
            quotation.said = {chance(10) ? PartialDate::month(2031, 1) : someDay(std::max(0, day - below(3))), Basis::Resolved, {}};
        if (isSpeech && chance(20)) {
            if (m_rows.utterances.empty() || chance(40)) {
                const int n = static_cast<int>(m_rows.utterances.size()) + 1;
                m_rows.utterances.push_back({{n}, uuid(5, n), Status::Suggested});
            }
            quotation.utterance = m_rows.utterances.back().id;
        }
        m_rows.quotations.push_back(quotation);
    }

    void addMentions(ArticleId article)
    {
        const int agents = m_size.people + m_size.organisations;
        for (int i = 0; i < std::min(6, agents); ++i) {
            const qint64 id = static_cast<qint64>(m_rows.mentions.size()) + 1;
            m_rows.mentions.push_back({{id}, article, {1 + below(1 + below(agents))}, {50 + i * 300, 60 + i * 300}});
        }
    }

    void addEvents()
    {
        static constexpr std::array names{"Bridge closed", "Board meets", "Ferry strike begins", "Minister visits the quay", "Flood warning", "Repair contract signed", "March of the shopkeepers"};
        for (int i = 0; i < m_size.events; ++i) {
            Event event;
            event.id = {i + 1};
            event.uuid = uuid(6, i);
            event.name = QString::fromUtf8(names[static_cast<size_t>(i) % names.size()]);
            const int day = m_size.events < 40 ? (i * m_size.days) / std::max(1, m_size.events) : below(m_size.days);
            const int kind = i % 7;
            event.when.when = kind == 3 ? PartialDate::between(someDay(day).from(), someDay(day + 3).from()) : kind == 6 ? PartialDate() : someDay(day);
            if (m_size.organisations > 0)
                event.agents = {{m_size.people + 1 + below(m_size.organisations)}};
            m_rows.events.push_back(event);
        }
    }

    RecordSize m_size;
    Snapshot::Rows m_rows;
    std::mt19937 m_random{20310120};
};

} // namespace

SnapshotPtr generatedRecord(const RecordSize &size)
{
    return Generator(size).run();
}

} // namespace onrecord::test
