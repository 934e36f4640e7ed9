// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/cardstack.h"

#include "core/record/syndication.h"
#include "ui/present/words.h"
#include "ui/widgets/versiondiff.h"

#include <QPushButton>
#include <QSpinBox>
#include <algorithm>
#include <iterator>
#include <utility>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

QString dayOf(const Article &row)
{
    return row.published.when.isKnown() ? present::dateInWords(row.published.when) : CardStack::tr("no date");
}

QString percent(double share)
{
    return CardStack::tr("%1 %").arg(QLocale().toString(qRound(share * 100)));
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString titleAndOutlet(const Snapshot &record, ArticleId id)
{
    const QString outlet = record.outletName(id);
    const QString title = present::itemName(record, id);
    return outlet.isEmpty() ? title : CardStack::tr("%1 (%2)", "title, outlet").arg(title, outlet);
}

/// Stands for an article whose own words nobody has: a reference, a table's or annotations' quotations.
bool isRecordOnly(const Article &row)
{
    return std::ranges::any_of(row.remarks, [](const Remark &remark) {
        return remark.kind == RemarkKind::SourceRecord || remark.kind == RemarkKind::QuotedOnly || remark.kind == RemarkKind::Annotations;
    });
}

/// The likeness of the link between two articles; nothing when they belong together only through others.
const Kinship *linkBetween(const Snapshot &record, ArticleId a, ArticleId b)
{
    for (const KinshipId id : record.kinOf(a)) {
        const Kinship *row = record.kinship(id);
        if (row->kind == Kin::SameText && (row->article == b || row->earlier == b))
            return row;
    }
    return nullptr;
}

void addThreshold(CardStack &stack, Card &card)
{
    auto *from = new QSpinBox(&card);
    from->setObjectName(u"details.sameTextFrom"_s);
    from->setRange(qRound(leastLikeness * 100), 100);
    from->setSuffix(CardStack::tr(" %"));
    from->setValue(qRound(stack.record().sameTextFrom() * 100));
    from->setKeyboardTracking(false);
    from->setEnabled(stack.isWritable());
    from->setAccessibleName(CardStack::tr("Counts as the same text from"));
    from->setToolTip(CardStack::tr("The share of the shorter article’s runs of three words that stand in the other"));
    QObject::connect(from, &QSpinBox::valueChanged, &stack, [&stack](int value) {
        stack.desk().change([value](store::Project &project) { return project.setSameTextFrom(value / 100.0); });
    });
    card.addField(CardStack::tr("Same from"), from);
}

void addStatusButton(CardStack &stack, Card &card, const Kinship &row, ArticleId other)
{
    const bool isRejected = row.status == Status::Rejected;
    const QString title = present::itemName(stack.record(), other);
    QPushButton *button = card.addButton(isRejected ? CardStack::tr("Same Text After All") : CardStack::tr("Not the Same Text"), u"details.notSameText"_s);
    button->setEnabled(stack.isWritable());
    button->setAccessibleDescription(title);
    QObject::connect(button, &QPushButton::clicked, &stack, [&stack, id = row.id, isRejected] {
        stack.desk().change([id, isRejected](store::Project &project) { return project.setKinshipStatus(id, isRejected ? Status::Accepted : Status::Rejected); });
    });
}

void addSameText(CardStack &stack, ArticleId id, const std::vector<ArticleId> &versions)
{
    const Snapshot &record = stack.record();
    std::vector<ArticleId> others;
    std::ranges::copy_if(record.syndicationGroup(id), std::back_inserter(others), [&](ArticleId one) { return !std::ranges::contains(versions, one); });
    std::vector<const Kinship *> rejected;
    for (const KinshipId link : record.kinOf(id)) {
        const Kinship *row = record.kinship(link);
        if (row->kind == Kin::SameText && row->status == Status::Rejected)
            rejected.push_back(row);
    }
    if (others.empty() && rejected.empty())
        return;
    Card *card = stack.addCard(CardStack::tr("Same Text"));
    if (!others.empty()) {
        const FirstPrint first = firstPrintOf(record, record.syndicationGroup(id));
        const QString who = first.article ? titleAndOutlet(record, first.article) + u", "_s + dayOf(*record.article(first.article)) : CardStack::tr("not known: no article has a date");
        card->addField(CardStack::tr("First printed"), who, first.article && !first.isSure ? new Tag(CardStack::tr("as far as the dates tell"), Tag::Tone::Warning) : nullptr);
    }
    for (const ArticleId other : others) {
        const Kinship *link = linkBetween(record, id, other);
        const QString alike = link ? CardStack::tr("%1 the same words").arg(percent(link->likeness)) : QString();
        // Too little alike by itself, and here all the same.
        const QString how = joined({alike, link && link->likeness >= record.sameTextFrom() ? QString() : CardStack::tr("through another copy")});
        card->addWidget(new ItemRow(stack.desk(), other, titleAndOutlet(record, other), joined({dayOf(*record.article(other)), how}), card));
        if (link)
            addStatusButton(stack, *card, *link, other);
    }
    for (const Kinship *row : rejected) {
        const ArticleId other = row->article == id ? row->earlier : row->article;
        card->addWidget(new ItemRow(stack.desk(), other, titleAndOutlet(record, other), joined({percent(row->likeness), CardStack::tr("said not to be the same")}), card));
        addStatusButton(stack, *card, *row, other);
    }
    addThreshold(stack, *card);
}

/// The versions before and after one, null for none: whole ones, unless there are only records.
std::pair<ArticleId, ArticleId> neighboursOf(const Snapshot &record, ArticleId id, const std::vector<ArticleId> &versions)
{
    const auto at = std::ranges::find(versions, id);
    const auto isWhole = [&record](ArticleId one) { return !isRecordOnly(*record.article(one)); };
    const auto before = std::find_if(std::make_reverse_iterator(at), versions.rend(), isWhole);
    const auto after = std::find_if(std::next(at), versions.end(), isWhole);
    std::pair<ArticleId, ArticleId> found{before == versions.rend() ? ArticleId() : *before, after == versions.end() ? ArticleId() : *after};
    if (!found.first && !found.second)
        found = {at == versions.begin() ? ArticleId() : *std::prev(at), std::next(at) == versions.end() ? ArticleId() : *std::next(at)};
    return found;
}

void addVersions(CardStack &stack, ArticleId id, const std::vector<ArticleId> &versions)
{
    if (versions.size() < 2)
        return;
    const Snapshot &record = stack.record();
    Card *card = stack.addCard(CardStack::tr("Versions · %1").arg(QLocale().toString(static_cast<qint64>(versions.size()))));
    for (const ArticleId version : versions) {
        const Article &row = *record.article(version);
        const QString here = version == id ? CardStack::tr("this one") : QString();
        const QString captured = QLocale().toString(row.capturedAt, QLocale::ShortFormat);
        const QString words = joined({isRecordOnly(row) ? CardStack::tr("only a record") : QString(), present::countInWords(present::Noun::Word, row.wordCount)});
        if (row.published.when.isKnown())
            card->addWidget(new ItemRow(stack.desk(), version, CardStack::tr("Printed %1", "a day").arg(dayOf(row)), joined({here, words, CardStack::tr("captured %1 UTC").arg(captured)}), card));
        else
            card->addWidget(new ItemRow(stack.desk(), version, CardStack::tr("Captured %1 UTC").arg(captured), joined({here, words}), card));
    }
    const auto compare = [&](const QString &text, const QString &name, ArticleId older, ArticleId newer) {
        QObject::connect(card->addButton(text, name), &QPushButton::clicked, &stack, [&stack, older, newer] { VersionDiff::open(stack.desk(), older, newer, &stack); });
    };
    const auto [before, after] = neighboursOf(record, id, versions);
    if (before)
        compare(CardStack::tr("Compare With Version Before"), u"details.compareVersions"_s, before, id);
    if (after)
        compare(CardStack::tr("Compare With Next Version"), u"details.compareNext"_s, id, after);
}

void attach(CardStack &stack, CarryId carry, Span place)
{
    stack.desk().change([carry, place](store::Project &project) { return project.attachCarried(carry, place); });
}

/// What a person can do with words that were not found again.
void addLost(CardStack &stack, Card &card, const Carry &row)
{
    card.addHeadingTag(new Tag(CardStack::tr("not found"), Tag::Tone::Warning));
    QLabel *guess = card.addWords(row.guess.isEmpty() ? CardStack::tr("No passage of this version is like it.") : QString(), Card::Voice::Quiet);
    guess->setObjectName(u"details.guess"_s);
    if (!row.guess.isEmpty()) {
        stack.desk().withText(row.article, guess, [guess, span = row.guess](const Result<QString> &text) {
            if (text && span.end <= text->size())
                guess->setText(CardStack::tr("Likeliest place: “%1”").arg(text->sliced(span.start, span.length()).simplified()));
        });
        QObject::connect(card.addButton(CardStack::tr("Show Likeliest Place"), u"details.showGuess"_s), &QPushButton::clicked, &stack,
                         [&stack, row] { stack.desk().workspace().setPassage({row.article, row.guess, {}}); });
        QPushButton *accept = card.addButton(CardStack::tr("Attach There"), u"details.attachGuess"_s);
        accept->setEnabled(stack.isWritable());
        QObject::connect(accept, &QPushButton::clicked, &stack, [&stack, row] { attach(stack, row.id, row.guess); });
    }
    QPushButton *here = card.addButton(CardStack::tr("Attach to the Open Passage"), u"details.attachOpen"_s);
    here->setEnabled(stack.isWritable());
    here->setToolTip(CardStack::tr("The words that are open in the later version"));
    QObject::connect(here, &QPushButton::clicked, &stack, [&stack, row] {
        const explore::Passage &open = stack.desk().workspace().passage();
        if (open.article == row.article && !open.span.isEmpty())
            attach(stack, row.id, open.span);
        else
            stack.desk().say(CardStack::tr("Open the passage of the later version first."), Desk::Tone::Warning);
    });
    QPushButton *gone = card.addButton(CardStack::tr("It Is Gone"), u"details.gone"_s);
    gone->setEnabled(stack.isWritable());
    QObject::connect(gone, &QPushButton::clicked, &stack, [&stack, id = row.id] {
        stack.desk().change([id](store::Project &project) { return project.dismissCarried(id); });
    });
}

} // namespace

void addKinCards(CardStack &stack, ArticleId id)
{
    const Snapshot &record = stack.record();
    if (!record.article(id) || record.kinOf(id).empty())
        return;
    const std::vector<ArticleId> versions = versionsOf(record, id);
    addVersions(stack, id, versions);
    addSameText(stack, id, versions);
}

void addCarryCards(CardStack &stack, QuotationId id)
{
    const Snapshot &record = stack.record();
    for (const CarryId carry : record.carriesOf(id)) {
        const Carry &row = *record.carry(carry);
        Card *card = stack.addCard(CardStack::tr("In a Later Version"));
        card->addWidget(new ItemRow(stack.desk(), row.article, titleAndOutlet(record, row.article), dayOf(*record.article(row.article)), card));
        if (row.status == Status::Suggested)
            addLost(stack, *card, row);
        else if (!row.to)
            card->addWords(CardStack::tr("Gone from this version."), Card::Voice::Quiet);
        else
            card->addWidget(new ItemRow(stack.desk(), row.to, rowLine(record, row.to),
                                        row.status == Status::Accepted ? CardStack::tr("the same words") : CardStack::tr("attached by hand"), card));
    }
}

} // namespace onrecord::ui
