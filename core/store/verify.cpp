// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verify.h"

#include "core/match/compare.h"
#include "core/match/innerquote.h"
#include "core/match/judge.h"
#include "core/record/speakers.h"
#include "core/store/hitattribution.h"
#include "core/store/spokenutterance.h"
#include "core/store/stitching.h"
#include "core/store/verifyranking.h"
#include "core/text/fold.h"

#include <QHash>
#include <algorithm>

namespace onrecord::store {

using namespace Qt::StringLiterals;
using match::Hit;
using match::Verdict;

namespace {

/// Reported without marks.
bool isIndirect(const Quotation &row)
{
    return row.kind == Kind::Indirect || row.directness == Directness::Indirect;
}

/// Asks one article after the other and keeps what was found.
class Verifier
{
public:
    Verifier(const Project &project, const Snapshot &record, match::Verification &out) : m_project(project), m_record(record), m_out(out), m_attribution(project, record, out), m_asked(match::lightWords(out.quote)) {}

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
        if (isIndirect(*row))
            return {};
        const auto text = m_project.articleText(row->article);
        if (!text)
            return std::unexpected(text.error());
        if (addInner(*text, row))
            return {};
        const SpokenUtterance utterance = utteranceOf(spoken(row->article), row, *text);
        for (const Span within : match::likelyPassages(match::lightWords(utterance.words), m_asked, 2))
            addSpoken(*text, row, utterance, within);
        return {};
    }

    [[nodiscard]] const std::vector<const Quotation *> &spoken(ArticleId article)
    {
        const auto known = m_spoken.constFind(article);
        return known != m_spoken.cend() ? *known : *m_spoken.insert(article, spokenIn(m_record, article));
    }

    /// The words at `within` in an utterance; true when they are this remark.
    bool addSpoken(const QString &text, const Quotation *row, const SpokenUtterance &utterance, Span within)
    {
        auto hit = match::judge(utterance.words, {0, static_cast<qint32>(utterance.words.size())}, within, m_out.quote);
        if (!hit)
            return false;
        utterance.place(*hit, text);
        if (hit->passages.empty())
            return false;
        add(std::move(*hit), row->article, row);
        return true;
    }

    /// Whom the speaker quotes; true when all the words are that one's.
    bool addInner(const QString &text, const Quotation *row)
    {
        for (const match::InnerQuote &inner : match::innerQuotes(text, row->content.span)) {
            auto hit = match::judge(text, inner.words, inner.words, m_out.quote);
            if (!hit || hit->verdict == Verdict::Altered)
                continue;
            const Quotation *own = innermost(row->article, inner.words); // when it is an entry itself
            add(std::move(*hit), row->article, own ? own : row, own && own != row ? nullptr : &inner);
            return true;
        }
        return false;
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
        if (const auto done = searchHeadlines(); !done)
            return done;
        if (!hasVerbatim())
            addStitched(texts);
        for (const auto &[article, text] : texts)
            addReported(article, text);
        return {};
    }

    /// Headlines that the text itself does not have, as those of a Markdown header: they have no place in it.
    Result<void> searchHeadlines()
    {
        constexpr qsizetype mostWords = 8;
        constexpr int mostAlike = 8;
        QStringList wanted;
        for (const match::LightWord &word : m_asked) {
            if (word.tells)
                wanted.append(m_out.quote.sliced(word.span.start, word.span.length()));
        }
        std::ranges::stable_sort(wanted, std::greater(), &QString::size); // the rarer ones
        if (wanted.isEmpty())
            return {};
        const auto alike = m_project.search(u"in:title (%1)"_s.arg(wanted.first(std::min(mostWords, wanted.size())).join(u" OR "_s)), mostAlike);
        if (!alike)
            return std::unexpected(alike.error());
        for (const SearchHit &found : alike->hits) {
            const ArticleId id = found.article;
            const Article *article = found.item.type == ItemType::Article ? m_record.article(id) : nullptr;
            if (!article)
                continue;
            const QString title = article->title.value;
            const auto text = m_project.articleText(id);
            if (!text)
                return std::unexpected(text.error());
            if (title.isEmpty() || foldedText(*text).contains(foldedText(title)))
                continue;
            const Span whole{0, static_cast<qint32>(title.size())};
            auto hit = match::judge(title, whole, whole, m_out.quote);
            if (!hit)
                continue;
            hit->passages = {Span()};
            for (match::Change &change : hit->changes)
                change.printed = {};
            hit->explanation += u" It is the article's headline, which its text does not have."_s;
            hit->isHeadline = true;
            add(std::move(*hit), id, nullptr);
        }
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
            if (row->status != Status::Rejected && content.overlaps(span) && !isIndirect(*row))
                out.push_back(row);
        }
        std::ranges::stable_sort(out, {}, [](const Quotation *row) { return row->content.span.length(); });
        return out;
    }

    /// The innermost report without marks that holds the span.
    [[nodiscard]] const Quotation *report(ArticleId article, Span span) const
    {
        const Quotation *out = nullptr;
        for (const QuotationId id : m_record.quotationsIn(article)) {
            const Quotation *row = m_record.quotation(id);
            const bool holds = row->status != Status::Rejected && isIndirect(*row) && Span{row->content.span.start, row->content.span.end + 1}.contains(span);
            if (holds && (!out || row->content.span.length() < out->content.span.length()))
                out = row;
        }
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
        if (quotation && addInner(text, quotation))
            return;
        if (quotation) {
            const SpokenUtterance utterance = utteranceOf(spoken(article), quotation, text);
            if (utterance.isInterrupted() && addSpoken(text, quotation, utterance, utterance.spoken(span)))
                return;
        }
        if (!quotation)
            quotation = report(article, span);
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
                if (addInner(text, row)) {
                    found = true;
                    continue;
                }
                const SpokenUtterance utterance = utteranceOf(spoken(article), row, text);
                found = addSpoken(text, row, utterance, utterance.spoken(place)) || found;
            }
            if (found)
                continue;
            if (auto hit = match::judge(text, {0, static_cast<qint32>(text.size())}, place, m_out.quote); hit && !leapsFromSpeechToSpeech(*hit, article))
                addProse(std::move(*hit), article);
        }
    }

    /// Is the end of one quotation and the beginning of another among what is left out? Then the words are of two remarks.
    [[nodiscard]] bool leapsFromSpeechToSpeech(const Hit &hit, ArticleId article)
    {
        const auto &rows = spoken(article);
        return std::ranges::any_of(hit.changes, [&rows](const match::Change &change) {
            constexpr qint32 marks = 4; // signs, a space and a mark may stand between a word and the border
            const auto holds = [&change](qint32 at) { return change.printed.start - marks <= at && at <= change.printed.end + marks; };
            return !change.printed.isEmpty() && std::ranges::any_of(rows, [&](const Quotation *row) { return holds(row->content.span.end); })
                && std::ranges::any_of(rows, [&](const Quotation *row) { return holds(row->content.span.start); });
        });
    }

    /// Words of the article's own: somebody's, when it reports them.
    void addProse(Hit hit, ArticleId article)
    {
        const Span place = hit.passages.front();
        const Quotation *row = innermost(article, place);
        add(std::move(hit), article, row ? row : report(article, place));
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
                if (addCutQuotation(article, text, *hit)) {
                    found = true;
                    continue;
                }
                dropLesser(article, *hit);
                const Quotation *row = innermost(article, hit->passages.front());
                add(std::move(*hit), article, row);
                found = true;
            }
        }
        if (found || !std::ranges::all_of(m_out.hits, seesOnePart))
            return;
        auto parts = partsInSeveral(texts, m_asked);
        if (parts.size() < 2)
            return;
        m_out.hits.clear(); // what saw one part only
        for (auto &[article, hit] : parts) {
            const Quotation *row = innermost(article, hit.passages.front());
            add(std::move(hit), article, row);
        }
    }

    /// Parts of one quotation, in its order, that the quote itself parts by an ellipsis: shortened, however much was cut.
    bool addCutQuotation(ArticleId article, const QString &text, const Hit &stitched)
    {
        const Quotation *row = innermost(article, stitched.passages.front());
        const bool isOne = row && std::ranges::is_sorted(stitched.passages, {}, &Span::start) && std::ranges::all_of(stitched.passages, [row](Span part) { return row->content.span.contains(part); });
        if (!isOne || !(m_out.quote.contains(u'…') || m_out.quote.contains(u"..."_s)))
            return false;
        auto hit = match::judge(text, row->content.span, {stitched.passages.front().start, stitched.passages.back().end}, m_out.quote);
        if (!hit || hit->verdict != Verdict::Shortened)
            return false;
        add(std::move(*hit), article, row);
        return true;
    }

    /// An altered hit with several words that are not there only sees one of the parts: it says less than the parts together.
    static bool seesOnePart(const Hit &hit)
    {
        return hit.verdict == Verdict::Altered && std::ranges::any_of(hit.changes, [](const match::Change &change) { return change.to.count(u' ') >= 2; });
    }

    void dropLesser(ArticleId article, const Hit &stitched)
    {
        std::erase_if(m_out.hits, [&](const Hit &hit) {
            return hit.article == article && seesOnePart(hit) && std::ranges::any_of(stitched.passages, [&](Span span) { return span.overlaps(hit.passages.front()); });
        });
    }

    void addReported(ArticleId article, const QString &text)
    {
        for (const QuotationId id : m_record.quotationsIn(article)) {
            const Quotation *row = m_record.quotation(id);
            const bool isReported = isIndirect(*row);
            if (!isReported || row->status == Status::Rejected)
                continue;
            if (auto hit = match::judgeParaphrase(text, row->content.span, m_out.quote, true))
                add(std::move(*hit), article, row);
        }
    }

    void add(Hit hit, ArticleId article, const Quotation *quotation, const match::InnerQuote *inner = nullptr)
    {
        hit.article = article;
        hit.quotation = quotation ? quotation->id : QuotationId();
        hit.speaker = quotation ? quotation->speaker : AgentId();
        if (quotation)
            hit.alsoSpeakers = quotation->alsoSpeakers;
        hit.isReported = quotation && isIndirect(*quotation);
        if (inner)
            m_attribution.giveToInner(hit, *inner);
        else if (quotation && !hit.isReported)
            m_attribution.tellCarrier(hit, *quotation);
        if (hit.verdict == Verdict::Stitched)
            giveToAll(hit);
        // One place is told once, by its best verdict.
        for (Hit &known : m_out.hits) {
            if (known.article != article || !known.passages.front().overlaps(hit.passages.front()))
                continue;
            if (std::tuple(hit.verdict, -hit.likeness, !hit.carrier) < std::tuple(known.verdict, -known.likeness, !known.carrier)) {
                m_attribution.complete(hit, quotation);
                known = std::move(hit);
            }
            return;
        }
        m_attribution.complete(hit, quotation);
        m_out.hits.push_back(std::move(hit));
    }

    /// Parts of several speakers are nobody's whole.
    void giveToAll(Hit &hit) const
    {
        QStringList names;
        QList<AgentId> speakers;
        for (const Span span : hit.passages) {
            const Quotation *row = innermost(hit.article, span);
            const AgentId speaker = row ? row->speaker : AgentId();
            if (speakers.contains(speaker))
                continue;
            speakers.append(speaker);
            const Agent *agent = m_record.agent(speaker);
            names.append(agent ? agent->name : u"nobody named"_s);
        }
        if (speakers.size() < 2)
            return;
        std::vector<AgentId> common; // "Ruiz and Hale said … Hale said …": Hale says all of it
        for (size_t i = 0; i < hit.passages.size(); ++i) {
            const Quotation *row = innermost(hit.article, hit.passages[i]);
            const std::vector<AgentId> all = row ? speakersOf(*row) : std::vector<AgentId>{};
            if (i == 0)
                common = all;
            else
                std::erase_if(common, [&all](AgentId id) { return !std::ranges::contains(all, id); });
        }
        if (!common.empty()) {
            hit.speaker = common.front();
            hit.alsoSpeakers.assign(common.begin() + 1, common.end());
            return;
        }
        hit.speaker = {};
        hit.alsoSpeakers.clear();
        hit.explanation += u" The parts are said by %1."_s.arg(names.join(u" and "_s));
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
        rankHits(m_out.hits);
        if (m_out.hits.size() > static_cast<size_t>(limit))
            m_out.hits.resize(static_cast<size_t>(limit));
        sayWhatOthersPrint(m_out);
    }

    const Project &m_project;
    const Snapshot &m_record;
    match::Verification &m_out;
    HitAttribution m_attribution;
    std::vector<match::LightWord> m_asked;
    QHash<ArticleId, std::vector<const Quotation *>> m_spoken;
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
