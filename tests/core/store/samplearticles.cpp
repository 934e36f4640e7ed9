// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/samplearticles.h"

#include <QTimeZone>

namespace onrecord::test {

using namespace Qt::StringLiterals;

ArticleBuilder::ArticleBuilder(const QString &text, const QString &fileName)
{
    m_article.document.text = text;
    m_article.document.mediaType = u"text/plain"_s;
    m_article.document.encoding = u"UTF-8"_s;
    m_article.original = text.toUtf8();
    m_article.fileName = fileName;
}

Span ArticleBuilder::find(const QString &words) const
{
    const auto at = static_cast<qint32>(m_article.document.text.indexOf(words));
    if (at < 0)
        qFatal("not in the text: %s", qPrintable(words));
    return {at, at + static_cast<qint32>(words.size())};
}

ArticleBuilder &ArticleBuilder::title(const QString &title)
{
    m_article.document.title = {title, Basis::Stated};
    return *this;
}

ArticleBuilder &ArticleBuilder::outlet(const QString &name)
{
    m_article.document.outlet = {name, Basis::Header};
    return *this;
}

ArticleBuilder &ArticleBuilder::published(const PartialDate &when)
{
    m_article.document.published = {when, Basis::Header, {}};
    return *this;
}

int ArticleBuilder::agent(const QString &name, AgentType type, const QStringList &forms)
{
    extract::FoundAgent found;
    found.name = name;
    found.type = type;
    found.forms = forms.isEmpty() ? QStringList(name) : forms;
    for (const QString &form : std::as_const(found.forms))
        found.mentions.push_back(find(form));
    m_article.extraction.agents.push_back(found);
    return static_cast<int>(m_article.extraction.agents.size()) - 1;
}

ArticleBuilder &ArticleBuilder::quotation(const QString &words, int speaker, Kind kind, const QString &cue)
{
    extract::FoundQuotation found;
    found.content = find(words);
    found.speaker = speaker;
    found.kind = kind;
    if (!cue.isEmpty())
        found.cue = find(cue);
    found.rule = u"name + cue"_s;
    found.confidence = 0.9;
    m_article.extraction.quotations.push_back(found);
    return *this;
}

ArticleBuilder &ArticleBuilder::figure(const QString &words, double value, const QString &unit, int by)
{
    extract::FoundFigure found;
    found.content = find(words);
    found.value = value;
    found.unit = unit;
    found.subject = u"repair"_s;
    found.predicate = u"costs"_s;
    found.assertedBy = by;
    found.rule = u"currency"_s;
    found.confidence = 0.8;
    m_article.extraction.figures.push_back(found);
    return *this;
}

ArticleBuilder &ArticleBuilder::date(const QString &words, const PartialDate &when)
{
    m_article.extraction.dates.push_back({find(words), {when, Basis::Resolved, words}, u"weekday"_s});
    return *this;
}

store::NewArticle bridgeShut()
{
    ArticleBuilder b(u"The bridge stays shut\n\nThe crossing will not open before autumn, Ana Ruiz said on Tuesday. “We found rust in every second "
                     "bolt,” Ruiz said. The repair costs 40 million euros, according to the Harbour Board Ltd.\n\nThe board called the delay "
                     "“regrettable”. A person close to the talks said “nobody wants to pay”."_s,
                     u"bridge.txt"_s);
    b.title(u"The bridge stays shut"_s).outlet(u"Harbour Herald"_s).published(PartialDate::day(2031, 5, 6));
    const int ruiz = b.agent(u"Ana Ruiz"_s, AgentType::Person, {u"Ana Ruiz"_s, u"Ruiz"_s});
    const int board = b.agent(u"Harbour Board Ltd"_s, AgentType::Organisation, {u"Harbour Board Ltd"_s, u"The board"_s});
    const int person = b.agent(u"A person close to the talks"_s, AgentType::Unnamed);
    b.quotation(u"We found rust in every second bolt,"_s, ruiz, Kind::Statement, u"said"_s)
        .quotation(u"regrettable"_s, board, Kind::Fragment, u"called"_s)
        .quotation(u"nobody wants to pay"_s, person)
        .figure(u"40 million euros"_s, 40e6, u"EUR"_s, board)
        .date(u"Tuesday"_s, PartialDate::day(2031, 5, 6));
    return b.article();
}

store::NewArticle rustAndRumours()
{
    ArticleBuilder b(u"Rust and rumours\n\nANA RUIZ was blunt: “We found rust in every second bolt, and we will not hide 12 of them.” "
                     "The harbour board put the bill at 45 million euros.\n\nShopkeepers speak of a “ghost bridge”."_s,
                     u"rumours.txt"_s);
    b.title(u"Rust and rumours"_s).outlet(u"River Post"_s).published(*PartialDate::fromEdtf(u"2031-05-07/2031-05-09"));
    const int ruiz = b.agent(u"ANA RUIZ"_s);
    const int board = b.agent(u"harbour board"_s, AgentType::Organisation);
    b.quotation(u"We found rust in every second bolt, and we will not hide 12 of them."_s, ruiz)
        .quotation(u"ghost bridge"_s, -1, Kind::Scare)
        .figure(u"12"_s, 12, u"bolts"_s, ruiz)
        .figure(u"45 million euros"_s, 45e6, u"EUR"_s, board);
    return b.article();
}

store::NewArticle letter()
{
    ArticleBuilder b(u"A letter from the river 🌊\n\nImagine a mayor who says “Let us walk.” It is a pleasant thought about the cafe\u0301 and the "
                     "o\ufb03ce\u00adbridge, line\nbroken."_s,
                     u"letter.md"_s);
    b.title(u"A letter from the river"_s);
    b.quotation(u"Let us walk."_s, -1, Kind::Hypothetical);
    return b.article();
}

store::NewArticle numbered(int n)
{
    const QString speaker = u"Speaker%1 Number%2"_s.arg(QChar(u'a' + n % 26)).arg(n % 97);
    ArticleBuilder b(u"Report %1\n\n%2 spoke on day %1. “The first statement of report %1 is about %3 things,” the speaker said. "
                     "“And the second of %1 adds detail.”"_s.arg(n).arg(speaker).arg(n * 7 % 1000),
                     u"report%1.txt"_s.arg(n));
    b.title(u"Report %1"_s.arg(n)).outlet(u"Daily %1"_s.arg(n % 13)).published(PartialDate::day(2030, 1 + n % 12, 1 + n % 28));
    const int who = b.agent(speaker);
    b.quotation(u"The first statement of report %1 is about %2 things,"_s.arg(n).arg(n * 7 % 1000), who)
        .quotation(u"And the second of %1 adds detail."_s.arg(n), who);
    return b.article();
}

std::shared_ptr<FixedClock> fixedClock()
{
    return std::make_shared<FixedClock>(QDateTime(QDate(2031, 5, 10), QTime(12, 0), QTimeZone::UTC));
}

} // namespace onrecord::test
