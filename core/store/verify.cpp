// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"

#include "core/match/compare.h"
#include "core/match/denial.h"
#include "core/match/judge.h"

#include <QSet>
#include <algorithm>

namespace onrecord::store {

using namespace Qt::StringLiterals;
using match::Hit;
using match::Verdict;

namespace {

/// Asks one article after the other and keeps what was found.
class Verifier
{
public:
    Verifier(const Project &project, const Snapshot &record, match::Verification &out) : m_project(project), m_record(record), m_out(out), m_asked(match::lightWords(out.quote)) {}

    Result<void> run(int limit)
    {
        // Quotations first: where a quote mostly stands. Then wherever the very words stand.
        constexpr int mostAlike = 24;
        const auto alike = m_project.quotationsAlike(m_out.quote, mostAlike);
        if (!alike)
            return std::unexpected(alike.error());
        std::vector<ArticleId> near;
        for (const Project::AlikeQuotation &one : *alike) {
            if (const auto done = addQuotation(one.id, near); !done)
                return done;
        }
        const auto places = m_project.findWords(m_out.quote, limit);
        if (!places)
            return std::unexpected(places.error());
        for (const SearchHit &place : *places) {
            const auto text = m_project.articleText(place.article);
            if (!text)
                return std::unexpected(text.error());
            addSame(place.article, *text, place.span);
        }
        if (!hasSameWords()) {
            if (const auto done = searchTexts(std::move(near)); !done)
                return done;
        }
        rank(limit);
        return {};
    }

private:
    /// A quotation that shares word pairs with what is asked; its article is `near`.
    Result<void> addQuotation(QuotationId id, std::vector<ArticleId> &near)
    {
        const Quotation *row = m_record.quotation(id);
        if (!row || row->status == Status::Rejected)
            return {};
        if (std::ranges::find(near, row->article) == near.end())
            near.push_back(row->article);
        if (row->kind == Kind::Indirect || row->directness == Directness::Indirect)
            return {};
        const auto text = m_project.articleText(row->article);
        if (!text)
            return std::unexpected(text.error());
        const Span span = row->content.span;
        const auto words = match::lightWords(QStringView(*text).sliced(span.start, span.length()));
        for (const Span within : match::likelyPassages(words, m_asked, 2)) {
            const Span place{span.start + within.start, span.start + within.end};
            if (auto hit = match::judge(*text, span, place, m_out.quote))
                add(std::move(*hit), row->article, row);
        }
        return {};
    }

    /// The articles of quotations that are near, and those that share most telling words: in their own words, in several places, or
    /// as reported speech.
    Result<void> searchTexts(std::vector<ArticleId> articles)
    {
        constexpr size_t mostNear = 12;
        articles.resize(std::min(articles.size(), mostNear));
        const auto alike = m_project.articlesAlike(m_out.quote);
        if (!alike)
            return std::unexpected(alike.error());
        std::ranges::copy_if(*alike, std::back_inserter(articles), [known = articles](ArticleId id) { return std::ranges::find(known, id) == known.end(); });
        std::vector<std::pair<ArticleId, QString>> texts;
        for (const ArticleId article : articles) {
            const auto text = m_project.articleText(article);
            if (!text)
                return std::unexpected(text.error());
            texts.emplace_back(article, *text);
            addAlike(article, *text);
        }
        if (!hasVerbatim())
            addStitched(texts);
        for (const auto &[article, text] : texts)
            addReported(article, text);
        return {};
    }

    /// Quotations of the article that overlap the span and are not rejected, the innermost first.
    [[nodiscard]] std::vector<const Quotation *> holders(ArticleId article, Span span) const
    {
        std::vector<const Quotation *> out;
        for (const QuotationId id : m_record.quotationsIn(article)) {
            const Quotation *row = m_record.quotation(id);
            // A closing point or comma that was pasted along may lie just outside the anchor.
            const Span content{row->content.span.start, row->content.span.end + 1};
            if (row->status != Status::Rejected && content.overlaps(span) && row->kind != Kind::Indirect && row->directness != Directness::Indirect)
                out.push_back(row);
        }
        std::ranges::stable_sort(out, {}, [](const Quotation *row) { return row->content.span.length(); });
        return out;
    }

    /// The words stand there, folded.
    void addSame(ArticleId article, const QString &text, Span span)
    {
        const Quotation *quotation = nullptr;
        for (const Quotation *row : holders(article, span)) {
            if (Span{row->content.span.start, row->content.span.end + 1}.contains(span)) {
                quotation = row;
                break;
            }
        }
        const Span bounds = quotation ? Span{quotation->content.span.start, std::max(quotation->content.span.end, span.end)} : Span{0, static_cast<qint32>(text.size())};
        auto hit = match::judge(text, bounds, span, m_out.quote);
        if (hit && hit->verdict == Verdict::Shortened && !hit->passages.front().contains(span))
            hit.reset();
        if (hit && hit->verdict == Verdict::Altered) {
            add(std::move(*hit), article, quotation); // signs that the search folds carry sense
            return;
        }
        if (!hit || (hit->verdict != Verdict::Verbatim && hit->verdict != Verdict::Shortened)) {
            // Signs and scripts without words: the search has compared every character but for what carries sense.
            if (match::compare(text.sliced(span.start, span.length()), m_out.quote).signsDiffer)
                return;
            hit = Hit();
            hit->text = text.sliced(span.start, span.length());
            hit->tier = hit->text == m_out.quote ? u"exact"_s : u"folded"_s;
            hit->pieces = {{match::Piece::Op::Same, hit->text}};
            hit->explanation = hit->tier == u"exact" ? u"Every character is the same."_s : u"The words are the same; only what the matching contract folds differs."_s;
            hit->likeness = hit->tier == u"exact" ? 1.0 : 0.99;
        }
        if (hit->verdict == Verdict::Verbatim) {
            hit->passages = {span};
            hit->text = text.sliced(span.start, span.length());
            match::fillVerbatim(*hit, m_out.quote); // with the signs at its ends, which may be those asked for
        }
        add(std::move(*hit), article, quotation);
    }

    void addAlike(ArticleId article, const QString &text)
    {
        const match::JudgedText judged(text);
        for (const Span place : match::likelyPassages(judged.words, m_asked, 4)) {
            bool found = false;
            for (const Quotation *row : holders(article, place)) {
                if (auto hit = match::judge(text, row->content.span, place, m_out.quote)) {
                    add(std::move(*hit), article, row);
                    found = true;
                }
            }
            if (found)
                continue;
            if (auto hit = match::judge(text, {0, static_cast<qint32>(text.size())}, place, m_out.quote))
                add(std::move(*hit), article, innermost(article, hit->passages.front()));
        }
    }

    [[nodiscard]] const Quotation *innermost(ArticleId article, Span span) const
    {
        for (const Quotation *row : holders(article, span)) {
            if (row->content.span.contains(span))
                return row;
        }
        return nullptr;
    }

    /// First within one article; then over several, each with the parts it has.
    void addStitched(const std::vector<std::pair<ArticleId, QString>> &texts)
    {
        bool found = false;
        for (const auto &[article, text] : texts) {
            const match::JudgedText judged(text);
            if (auto hit = match::judgeStitched(judged, m_out.quote)) {
                dropLesser(article, *hit);
                const Quotation *row = innermost(article, hit->passages.front());
                add(std::move(*hit), article, row);
                found = true;
            }
        }
        if (found || !m_out.hits.empty())
            return;
        std::vector<bool> covered(m_asked.size(), false);
        std::vector<std::pair<ArticleId, Hit>> parts;
        for (const auto &[article, text] : texts) {
            const auto words = match::lightWords(text);
            const auto runs = match::coveringRuns(words, m_asked, covered);
            if (!runs.empty())
                parts.emplace_back(article, partsHit(text, words, runs));
        }
        const auto known = static_cast<size_t>(std::ranges::count(covered, true));
        if (parts.size() < 2 || parts.size() > 4 || known * 100 < covered.size() * 95)
            return;
        for (auto &[article, hit] : parts)
            add(std::move(hit), article, innermost(article, hit.passages.front()));
    }

    static Hit partsHit(const QString &text, const std::vector<match::LightWord> &words, const std::vector<match::WordRun> &runs)
    {
        Hit hit;
        hit.verdict = Verdict::Stitched;
        hit.tier = u"pieces"_s;
        QStringList pieces;
        for (const match::WordRun &run : runs) {
            hit.passages.push_back({words[run.text].span.start, words[run.text + run.length - 1].span.end});
            pieces.append(text.sliced(hit.passages.back().start, hit.passages.back().length()));
            hit.likeness += 0.1 * double(run.length) / double(words.size());
        }
        hit.text = pieces.join(u" … "_s);
        hit.pieces = {{match::Piece::Op::Same, hit.text}};
        hit.explanation = u"This article has a part of the words; the rest stands in other articles."_s;
        return hit;
    }

    /// An altered hit that only sees one of the parts says less than the parts together.
    void dropLesser(ArticleId article, const Hit &stitched)
    {
        std::erase_if(m_out.hits, [&](const Hit &hit) {
            return hit.article == article && hit.verdict == Verdict::Altered && std::ranges::any_of(stitched.passages, [&](Span span) { return span.overlaps(hit.passages.front()); })
                && std::ranges::any_of(hit.changes, [](const match::Change &change) { return change.to.count(u' ') >= 2; });
        });
    }

    void addReported(ArticleId article, const QString &text)
    {
        for (const QuotationId id : m_record.quotationsIn(article)) {
            const Quotation *row = m_record.quotation(id);
            const bool isReported = row->kind == Kind::Indirect || row->directness == Directness::Indirect;
            if (!isReported || row->status == Status::Rejected)
                continue;
            if (auto hit = match::judgeParaphrase(text, row->content.span, m_out.quote, true))
                add(std::move(*hit), article, row);
        }
    }

    void add(Hit hit, ArticleId article, const Quotation *quotation)
    {
        hit.article = article;
        hit.quotation = quotation ? quotation->id : QuotationId();
        hit.speaker = quotation ? quotation->speaker : AgentId();
        // One place is told once, by its best verdict.
        for (Hit &known : m_out.hits) {
            if (known.article != article || !known.passages.front().overlaps(hit.passages.front()))
                continue;
            if (std::pair(hit.verdict, -hit.likeness) < std::pair(known.verdict, -known.likeness)) {
                complete(hit, quotation);
                known = std::move(hit);
            }
            return;
        }
        complete(hit, quotation);
        m_out.hits.push_back(std::move(hit));
    }

    void complete(Hit &hit, const Quotation *quotation) const
    {
        const bool isDenied = quotation && isSayingDenied(*quotation);
        if (isDenied)
            hit.speaker = {}; // nobody says it here
        const Agent *agent = m_record.agent(hit.speaker);
        hit.speakerAgrees = m_out.speaker.isEmpty() || (agent && isNamed(*agent, m_out.speaker));
        const Article *article = m_record.article(hit.article);
        hit.sourceAgrees = m_out.source.isEmpty() || (article && isPrintedBy(*article, m_record, m_out.source));
        if (m_out.when.isKnown()) {
            const PartialDate date = quotation && quotation->said.when.isKnown() ? quotation->said.when : article ? article->published.when : PartialDate();
            hit.dateAgrees = date.isKnown() && date.earliest() <= m_out.when.latest() && m_out.when.earliest() <= date.latest();
        }
        if (hit.verdict == Verdict::Verbatim && !hit.speakerAgrees)
            hit.verdict = Verdict::VerbatimOtherSpeaker;
        else if (hit.verdict == Verdict::Verbatim && !(hit.sourceAgrees && hit.dateAgrees))
            hit.verdict = Verdict::VerbatimOtherSource;
        hit.likeness -= (quotation ? 0.0 : 0.05) + (hit.dateAgrees ? 0.0 : 0.1) + (hit.sourceAgrees ? 0.0 : 0.1) + (hit.speakerAgrees ? 0.0 : 0.1);
        hit.explanation += isDenied ? u" The article says that this was not said (“%1”)."_s.arg(quotation->cueText) : context(hit, quotation);
    }

    /// An article that cannot be read denies nothing; the hit's own text has been read before.
    [[nodiscard]] bool isSayingDenied(const Quotation &quotation) const
    {
        const auto text = m_project.articleText(quotation.article);
        return text && match::isSayingDenied(*text, quotation.cue);
    }

    [[nodiscard]] QString context(const Hit &hit, const Quotation *quotation) const
    {
        QString out;
        if (!quotation)
            out += u" The passage stands in the article's own words, not in a quotation."_s;
        else if (quotation->kind == Kind::Hypothetical)
            out += u" The article imagines somebody saying this: it is not a statement."_s;
        else if (quotation->kind == Kind::Scare || quotation->kind == Kind::Title)
            out += u" The marks do not report speech here."_s;
        if (quotation && hit.verdict <= Verdict::VerbatimOtherSource && hit.passages.front().length() + 2 < quotation->content.span.length())
            out += u" The words are part of a longer quotation: read on before and after them."_s;
        if (!m_out.speaker.isEmpty())
            out += hit.speakerAgrees ? u" The article names the speaker you asked for."_s : hit.speaker ? u" The article names another speaker."_s : u" The article names no speaker."_s;
        if (!m_out.source.isEmpty())
            out += hit.sourceAgrees ? u" The source you asked for prints it."_s : u" Another source prints it than the one you asked for."_s;
        if (!hit.dateAgrees)
            out += u" It was said or printed at another time than the one you asked for."_s;
        return out;
    }

    [[nodiscard]] bool hasSameWords() const
    {
        return std::ranges::any_of(m_out.hits, [](const Hit &hit) { return hit.verdict <= Verdict::VerbatimOtherSource; });
    }

    [[nodiscard]] bool hasVerbatim() const
    {
        return std::ranges::any_of(m_out.hits, [](const Hit &hit) { return hit.verdict <= Verdict::Shortened && hit.likeness > 0; });
    }

    void rank(int limit)
    {
        std::ranges::stable_sort(m_out.hits, [](const Hit &a, const Hit &b) { return std::pair(a.verdict, -a.likeness) < std::pair(b.verdict, -b.likeness); });
        if (m_out.hits.size() > static_cast<size_t>(limit))
            m_out.hits.resize(static_cast<size_t>(limit));
        if (m_out.hits.empty() || m_out.hits.front().verdict > Verdict::VerbatimOtherSource)
            return;
        // The same words are not the whole answer when somebody prints the contrary.
        QSet<ArticleId> others;
        for (const Hit &hit : m_out.hits) {
            if (hit.verdict == Verdict::Altered && hit.meaningChanged && hit.article != m_out.hits.front().article)
                others.insert(hit.article);
        }
        if (!others.isEmpty())
            m_out.hits.front().explanation += u" But %1 of the articles below print it with a difference that matters."_s.arg(others.size());
    }

    const Project &m_project;
    const Snapshot &m_record;
    match::Verification &m_out;
    std::vector<match::LightWord> m_asked;
};

} // namespace

Result<match::Verification> verify(const Project &project, const Question &question, int limit)
{
    match::Verification out;
    out.quote = bareQuote(question.quote);
    out.speaker = question.speaker.trimmed();
    out.source = question.source.trimmed();
    out.when = question.when;
    if (std::ranges::none_of(out.quote, [](QChar c) { return c.isLetterOrNumber(); }))
        return fail(Fault::BadInput, u"no word in the quote"_s);
    const auto record = project.snapshot();
    if (!record)
        return std::unexpected(record.error());
    out.searched = searchedIn(**record);
    if (const auto done = Verifier(project, **record, out).run(limit); !done)
        return std::unexpected(done.error());
    out.verdict = out.hits.empty() ? Verdict::NotFound : out.hits.front().verdict;
    return out;
}

Result<match::Verification> verify(const Project &project, const QString &quote, const QString &speaker, int limit)
{
    return verify(project, Question{quote, speaker, {}, {}}, limit);
}

} // namespace onrecord::store
