// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/inventedarticles.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <algorithm>
#include <span>

namespace onrecord::bench {

namespace {

using namespace Qt::StringLiterals;

constexpr const char *firstNames[] = {"Ada", "Bruno", "Carla", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Karin", "Lars",
                                      "Mona", "Nils", "Olga", "Pavel", "Rosa", "Stefan", "Tilda", "Viktor"};
constexpr const char *lastNames[] = {"Abendroth", "Bellweather", "Castellan", "Dunmore", "Eastlake", "Fernhill", "Garrowby", "Hollander", "Ivarsen", "Jellicoe",
                                     "Kestrel", "Lindqvist", "Marchetti", "Northgate", "Okafor", "Pemberton", "Quarrington", "Rosenthal", "Silverlock", "Thornbury",
                                     "Underhill", "Vasquez", "Whitlock", "Yarrow", "Zeller"};
constexpr const char *offices[] = {"a spokeswoman for", "the chief engineer of", "the director of", "a lawyer for", "the treasurer of", "an inspector at"};
constexpr const char *bodies[] = {"Harbour Authority", "Northern Ferries", "Valley Water Board", "Kestrel Energy", "Union of Pilots", "Lantern Institute",
                                  "Orchard Growers", "City Archive", "Granite Bank", "Meridian Rail"};
constexpr const char *outlets[] = {"The Pier Gazette", "Valley Courier", "Northern Ledger", "The Lamplighter", "Harbour Post", "Evening Dispatch"};
constexpr const char *nouns[] = {"harbour", "ferry", "contract", "bridge", "budget", "river", "inquiry", "turbine", "orchard", "signal", "warehouse", "permit",
                                 "canal", "tender", "archive", "pipeline", "storm", "committee", "lighthouse", "railway", "market", "reservoir", "hearing", "tunnel",
                                 "engine", "schedule", "dispute", "council", "engineer", "workshop", "delivery", "invoice", "coast", "survey", "platform", "licence"};
constexpr const char *adjectives[] = {"late", "northern", "costly", "quiet", "public", "broken", "new", "wooden", "narrow", "annual", "crowded", "temporary",
                                      "flooded", "private", "disputed", "modern", "silent", "empty", "western", "hasty"};
constexpr const char *verbs[] = {"delayed", "opened", "crossed", "reviewed", "blocked", "repaired", "measured", "inspected", "replaced", "changed", "followed",
                                 "questioned", "covered", "ignored", "confirmed", "moved"};
constexpr const char *cues[] = {"said", "told reporters", "argued", "added", "warned", "explained"};
constexpr const char *openings[] = {"In the morning", "Behind the station", "After the vote", "Near the old mill", "According to the minutes", "For the third time",
                                    "Without further notice", "By the end of the week"};
constexpr const char *syllables[] = {"ba", "cor", "del", "fen", "gor", "hal", "is", "jun", "kor", "lam", "mer", "nol", "or", "pel", "quin", "ras", "sol", "tam", "ul", "ven"};

class Writer
{
public:
    explicit Writer(qint64 number) : m_random(static_cast<quint32>(number) + 4711U), m_number(number) {}

    QByteArray article()
    {
        const QDate day = QDate(2024, 1, 1).addDays(m_number % 700);
        const QByteArray title = "The " + pick(adjectives) + ' ' + pick(nouns) + " and the " + pick(nouns) + " of " + place();
        m_out = "---\ntitle: " + title + "\noutlet: " + pick(outlets) + "\ndate: " + day.toString(Qt::ISODate).toLatin1() + "\nauthor: " + person()
            + "\nurl: https://news.example/" + QByteArray::number(m_number) + "\nlang: en\n---\n\n# " + title + "\n\n";
        const int paragraphs = 9 + upTo(4);
        for (int i = 0; i < paragraphs; ++i)
            paragraph(i);
        return m_out;
    }

private:
    int upTo(int most) { return static_cast<int>(m_random.bounded(most)); }
    template<size_t n>
    QByteArray pick(const char *const (&words)[n]) { return words[upTo(static_cast<int>(n))]; }
    QByteArray person() { return pick(firstNames) + ' ' + pick(lastNames); }
    QByteArray place()
    {
        QByteArray name = pick(syllables) + pick(syllables) + pick(syllables);
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
        return name;
    }

    QByteArray clause()
    {
        QByteArray words = "the " + pick(adjectives) + ' ' + pick(nouns) + ' ' + pick(verbs) + " the " + pick(nouns) + " of " + place();
        if (upTo(2) == 0)
            words += " while the " + pick(nouns) + ' ' + pick(verbs) + " every " + pick(adjectives) + ' ' + pick(nouns);
        return words;
    }

    QByteArray sentence()
    {
        switch (upTo(5)) {
        case 0:
            return pick(openings) + ", " + clause() + ". ";
        case 1:
            return "About " + QByteArray::number(1000 + upTo(90000)) + " tonnes of " + pick(nouns) + " goods passed the " + pick(nouns) + ", and " + clause() + ". ";
        case 2:
            return "The " + pick(bodies) + " paid $" + QByteArray::number(1 + upTo(80)) + '.' + QByteArray::number(1 + upTo(9)) + " million for the " + pick(nouns) + " in " + place() + ". ";
        case 3:
            return "Last Monday " + clause() + ". ";
        default:
            return "It was the " + pick(nouns) + " that " + pick(verbs) + " the " + pick(adjectives) + ' ' + pick(nouns) + ", and " + clause() + ". ";
        }
    }

    QByteArray quotation()
    {
        QByteArray words = clause();
        words[0] = 'T';
        return "“" + words + ",” " + pick(cues) + ' ' + person() + ", " + pick(offices) + " the " + pick(bodies) + ". ";
    }

    void paragraph(int index)
    {
        const int sentences = 2 + upTo(3);
        for (int i = 0; i < sentences; ++i)
            m_out += sentence();
        if (index % 2 == 1)
            m_out += quotation();
        m_out = m_out.trimmed() + "\n\n";
    }

    QRandomGenerator m_random;
    qint64 m_number;
    QByteArray m_out;
};

} // namespace

QByteArray inventedArticle(qint64 number)
{
    return Writer(number).article();
}

std::expected<qint64, QString> writeArticles(const QString &folder, qint64 count)
{
    qint64 bytes = 0;
    for (qint64 i = 0; i < count; ++i) {
        const QString shelf = folder + u"/%1"_s.arg(i / 1000, 4, 10, QChar(u'0'));
        if (i % 1000 == 0 && !QDir().mkpath(shelf))
            return std::unexpected(u"cannot make %1"_s.arg(shelf));
        QFile file(shelf + u"/%1.md"_s.arg(i, 7, 10, QChar(u'0')));
        const QByteArray article = inventedArticle(i);
        if (!file.open(QIODevice::WriteOnly) || file.write(article) != article.size())
            return std::unexpected(file.errorString());
        bytes += article.size();
    }
    return bytes;
}

} // namespace onrecord::bench
