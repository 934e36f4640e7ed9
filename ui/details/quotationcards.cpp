// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/agentpicker.h"
#include "core/record/speakers.h"
#include "ui/details/cardstack.h"

#include "core/match/appearances.h"
#include "core/record/holding.h"
#include "core/match/compare.h"
#include "ui/present/changewords.h"
#include "ui/present/words.h"
#include "ui/widgets/piecesview.h"

#include <QMenu>
#include <QPushButton>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const QString &words)
{
    return CardStack::tr("“%1”", "quoted words").arg(words.simplified());
}

QString joined(QStringList parts, const QString &by)
{
    parts.removeAll(QString());
    return parts.join(by);
}

QString dateLine(const Dated &dated, const QString &rest)
{
    return joined({dated.when.isKnown() ? present::dateInWords(dated.when) : CardStack::tr("not known"), rest}, u", "_s);
}

Tag *dateTag(const Dated &dated)
{
    return dated.when.isKnown() ? new Tag(present::precisionAndBasis(dated)) : nullptr;
}

/// The words behind each marker: "negation: not", "hedge: maybe".
QString markerLine(const Quotation &row)
{
    QStringList out;
    for (const Marker &marker : row.markers) {
        const Span inside{marker.span.start - row.content.span.start, marker.span.end - row.content.span.start};
        if (inside.start < 0 || inside.end > row.content.exact.size() || inside.isEmpty())
            continue;
        out.append(CardStack::tr("%1: %2", "kind of a marker and its words").arg(present::markerName(marker.kind), row.content.exact.sliced(inside.start, inside.length())));
    }
    return out.join(u", "_s);
}

QString captureLine(const Article &article)
{
    const QString digest = QString::fromLatin1(article.sha256.toHex());
    return joined({present::readAsInWords(article.mediaType, article.encoding), digest.isEmpty() ? QString() : u"SHA-256 "_s + digest.first(4) + u"…\u2060"_s + digest.last(4)}, u", "_s);
}

void addSpeaker(CardStack &stack, Card &card, const Quotation &row)
{
    const Agent *speaker = stack.record().agent(row.speaker);
    if (speaker) {
        for (const AgentId id : speakersOf(row))
            card.addWidget(new ItemRow(stack.desk(), id, present::itemName(stack.record(), id), rowLine(stack.record(), id), &card));
        return;
    }
    card.addWords(row.mention.isEmpty() ? CardStack::tr("Nobody is named for these words.") : CardStack::tr("Somebody called “%1”").arg(row.mention), Card::Voice::Quiet);
}

/// What naming somebody does: Project::setSpeaker or Project::addSpeaker.
using Naming = Result<void> (store::Project::*)(QuotationId, AgentId);

/// Asks for a name on the card; `opener` is the button that has the focus again when nobody is chosen.
void askSpeaker(CardStack &stack, Card &card, QuotationId id, Naming naming, const QString &opener)
{
    delete card.findChild<AgentPicker *>();
    const bool isAnother = naming == &store::Project::addSpeaker;
    const std::vector<AgentId> beside = isAnother ? speakersOf(*stack.record().quotation(id)) : std::vector<AgentId>();
    auto *picker = new AgentPicker(stack.recordPtr(), !isAnother, &card, beside);
    picker->setObjectName(u"details.picker"_s);
    card.addWidget(picker);
    picker->show();
    picker->setFocus(Qt::OtherFocusReason);
    const auto close = [picker, &card, opener] {
        picker->deleteLater();
        if (auto *button = card.findChild<QPushButton *>(opener))
            button->setFocus(Qt::OtherFocusReason);
    };
    QObject::connect(picker, &AgentPicker::cancelled, &card, close);
    QObject::connect(picker, &AgentPicker::picked, &card, [&stack, close, id, naming](AgentId agent) {
        close();
        stack.desk().change([id, agent, naming](store::Project &project) { return (project.*naming)(id, agent); });
    });
    QObject::connect(picker, &AgentPicker::newWanted, &card, [&stack, close, id, naming](const QString &name, AgentType type) {
        close();
        stack.desk().change([id, name, type, naming](store::Project &project) {
            return project.oneStep(u"Set the Speaker to %1"_s, {name}, [&](store::Project &into) {
                return into.addAgent(name, type).and_then([&](AgentId agent) { return (into.*naming)(id, agent); });
            });
        });
    });
}

/// Which of several does not say it.
void addRemovalButton(CardStack &stack, Card &card, const Quotation &row)
{
    QPushButton *button = card.addButton(CardStack::tr("Remove Speaker"), u"details.removeSpeaker"_s);
    auto *menu = new QMenu(button);
    for (const AgentId agent : speakersOf(row)) {
        QAction *action = menu->addAction(present::itemName(stack.record(), agent).replace(u'&', "&&"_L1));
        QObject::connect(action, &QAction::triggered, &stack, [&stack, id = row.id, agent] {
            stack.desk().change([id, agent](store::Project &project) { return project.removeSpeaker(id, agent); });
        });
    }
    button->setMenu(menu);
}

void addSpeakerButtons(CardStack &stack, Card &card, const Quotation &row)
{
    const auto add = [&stack, &card, id = row.id](const QString &text, const QString &name, Naming naming) {
        QPushButton *button = card.addButton(text, name);
        QObject::connect(button, &QPushButton::clicked, &card, [&stack, &card, id, naming, name] { askSpeaker(stack, card, id, naming, name); });
    };
    add(CardStack::tr("Edit Speaker…"), u"details.speaker"_s, &store::Project::setSpeaker);
    if (row.speaker)
        add(CardStack::tr("Add Another Speaker…"), u"details.addSpeaker"_s, &store::Project::addSpeaker);
    if (!row.alsoSpeakers.empty())
        addRemovalButton(stack, card, row);
}

void addKindButton(CardStack &stack, Card &card, const Quotation &row)
{
    QPushButton *button = card.addButton(CardStack::tr("Kind"), u"details.kind"_s);
    auto *menu = new QMenu(button);
    for (const Kind kind : {Kind::Statement, Kind::Fragment, Kind::Scare, Kind::Title, Kind::Hypothetical, Kind::Indirect, Kind::Self}) {
        QAction *action = menu->addAction(present::kindName(kind));
        action->setCheckable(true);
        action->setChecked(kind == row.kind);
        QObject::connect(action, &QAction::triggered, &stack, [&stack, id = row.id, kind, now = row.kind] {
            if (kind != now)
                stack.desk().change([id, kind](store::Project &project) { return project.setKind(id, kind); });
        });
    }
    button->setMenu(menu);
}

QString sourceName(const Snapshot &record, ArticleId article)
{
    const QString outlet = record.outletName(article);
    return outlet.isEmpty() ? present::itemName(record, article) : outlet;
}

void addVariant(CardStack &stack, Card &card, const Quotation &base, const Quotation &other)
{
    auto *link = new ItemRow(stack.desk(), other.id, sourceName(stack.record(), other.article), rowLine(stack.record(), other.id), &card);
    card.addWidget(link);
    const match::Comparison answer = match::compare(base.content.exact, other.content.exact);
    if (answer.changes.empty())
        card.addWidget(new Tag(CardStack::tr("same words"), Tag::Tone::Good, &card));
    if (answer.meaningChanged)
        card.addWidget(new Tag(CardStack::tr("✗ the meaning differs"), Tag::Tone::Bad, &card));
    for (const match::Change &change : answer.changes)
        card.addWidget(new Tag(present::changeInWords(change), match::isConflict(change) ? Tag::Tone::Bad : Tag::Tone::Warning, &card));
    auto *view = new PiecesView(&card);
    view->setPieces(answer.pieces);
    card.addWidget(view);
}

void addVariants(CardStack &stack, const Quotation &row)
{
    const auto variants = stack.record().variantsOf(row.utterance);
    if (variants.size() < 2)
        return;
    Card *card = stack.addCard(CardStack::tr("Same utterance · %1").arg(present::countInWords(present::Noun::Wording, static_cast<qint64>(variants.size()))));
    card->setObjectName(u"details.variants"_s);
    const match::Appearances found = match::appearancesOf(stack.record(), row.utterance);
    const Quotation *first = found.firstIsSure ? stack.record().quotation(found.order.front().quotation) : nullptr;
    const Quotation *printed = stack.record().quotation(found.firstPrinted);
    card->addField(CardStack::tr("First"), first ? CardStack::tr("%1, %2: no earlier item in this project").arg(sourceName(stack.record(), first->article), present::dateInWords(found.order.front().when))
                       : printed                 ? CardStack::tr("printed by %1, %2", "outlet, date").arg(sourceName(stack.record(), printed->article), present::dateInWords(found.printed))
                                                 : CardStack::tr("cannot be told from the dates in this project"));
    card->addWidget(new ItemRow(stack.desk(), row.article, sourceName(stack.record(), row.article), CardStack::tr("this wording is the base; select another to compare with that"), card));
    for (const QuotationId id : variants) {
        const Quotation *other = stack.record().quotation(id);
        if (other && id != row.id)
            addVariant(stack, *card, row, *other);
    }
    QPushButton *align = card->addButton(CardStack::tr("Compare Wordings"), u"details.align"_s);
    align->setToolTip(CardStack::tr("All wordings word under word"));
    QObject::connect(align, &QPushButton::clicked, card, [&stack] { stack.desk().trigger(u"check.variants"_s); });
}

} // namespace

void addQuotationCards(CardStack &stack, QuotationId id)
{
    const Snapshot &record = stack.record();
    const Quotation *row = record.quotation(id);
    const Article *article = row ? record.article(row->article) : nullptr;
    if (!row || !article)
        return;
    Card *card = stack.addCard(CardStack::tr("Quotation · %1").arg(present::kindName(row->kind)));
    card->addHeadingTag(new Tag(present::statusName(row->status), Tag::toneOf(row->status), card));
    card->addWords(quoted(row->content.exact), Card::Voice::Quote);
    addSpeaker(stack, *card, *row);
    card->addField(CardStack::tr("Said"), dateLine(row->said, row->carriers.join(u", "_s)), dateTag(row->said));
    if (const Quotation *holder = holderOf(record, *row); holder && holder->speaker && !haveSameSpeaker(*holder, *row))
        card->addField(CardStack::tr("Quoted by"), namesOf(record, speakersOf(*holder)));
    card->addField(CardStack::tr("Printed"), dateLine(article->published, record.outletName(article->id)), dateTag(article->published));
    const QString cue = row->cueText.isEmpty() ? QString() : quoted(row->cueText);
    card->addField(CardStack::tr("Attributed"), row->rule.isEmpty() ? CardStack::tr("marked by hand") : joined({row->rule, cue}, u" · "_s),
                   new Tag(present::confidenceWord(row->confidence), Tag::toneOfConfidence(row->confidence), card));
    card->addField(CardStack::tr("Reported"), present::directnessName(row->directness));
    card->addField(CardStack::tr("Holds"), markerLine(*row));
    card->addField(CardStack::tr("Captured"), captureLine(*article));
    card->addWidget(new ItemRow(stack.desk(), article->id, present::itemName(record, article->id), rowLine(record, article->id), card));
    stack.addStatusButtons(*card, row->status);
    if (stack.isWritable()) {
        addSpeakerButtons(stack, *card, *row);
        addKindButton(stack, *card, *row);
    }
    stack.addPassageButtons(*card, row->article, row->content.span);
    addCarryCards(stack, id);
    addVariants(stack, *row);
}

} // namespace onrecord::ui
