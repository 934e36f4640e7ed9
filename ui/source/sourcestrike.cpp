// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader takes out of an article's reading, and takes in again.
#include "ui/source/sourceview.h"

#include "core/ingest/importer.h"
#include "core/ingest/restrike.h"
#include "core/record/struck.h"
#include "ui/present/words.h"
#include "ui/widgets/desk.h"

#include <QPointer>
#include <memory>

namespace onrecord::ui {

using present::countInWords;
using present::Noun;

namespace {

struct StrikeWords {
    Q_DECLARE_TR_FUNCTIONS(onrecord::ui::SourceView)
};

QString outcomeInWords(const store::Restruck &outcome, bool struck)
{
    QStringList found;
    if (outcome.quotations > 0)
        found << countInWords(Noun::Quotation, outcome.quotations);
    if (outcome.figures > 0)
        found << countInWords(Noun::Figure, outcome.figures);
    if (!struck)
        return found.isEmpty() ? StrikeWords::tr("Restored. There is no quotation and no figure in it.")
                               : StrikeWords::tr("Restored. It was read, and suggests %1.").arg(QLocale().createSeparatedList(found));
    QStringList sentences{StrikeWords::tr("Struck.")};
    if (outcome.gone == 0 && outcome.kept == 0)
        sentences << StrikeWords::tr("Nothing was suggested in it.");
    if (outcome.gone > 0)
        sentences << (outcome.gone == 1 ? StrikeWords::tr("One suggestion went with it.") : StrikeWords::tr("%1 suggestions went with it.").arg(QLocale().toString(outcome.gone)));
    if (outcome.kept > 0)
        sentences << (outcome.kept == 1 ? StrikeWords::tr("One that you had decided on stays.") : StrikeWords::tr("%1 that you had decided on stay.").arg(QLocale().toString(outcome.kept)));
    return sentences.join(u' ');
}

/// With a way back, as long as nothing else was done.
void tell(Desk &desk, const QString &words)
{
    const qint64 step = desk.store().undoStep().id;
    desk.offer(words, Desk::Tone::Positive, StrikeWords::tr("&Undo"),
               [&desk, step] {
                   if (desk.store().undoStep().id == step)
                       desk.trigger(QStringLiteral("edit.undo"));
                   else
                       desk.say(StrikeWords::tr("Something else was done since. Undo takes one step after the other back."));
               },
               QStringLiteral("restrike"));
}

} // namespace

void SourceView::strikeSelected()
{
    if (m_paper->selectedSpan().isEmpty())
        m_desk.say(tr("Select the words that are no part of the article first, then press X."));
    else
        restrike(m_paper->selectedSpan(), true);
}

void SourceView::restoreHere()
{
    const Span selected = m_paper->selectedSpan();
    const Span passage = selected.isEmpty() ? m_paper->struckAround(m_paper->caret()) : selected;
    if (passage.isEmpty())
        m_desk.say(tr("Go to lines that were left out first, then press Shift+X."));
    else
        restrike(passage, false);
}

/// Read on a worker thread as an import reads; asked of the project before, told it behind.
void SourceView::restrike(Span passage, bool struck)
{
    if (m_desk.store().isReadOnly()) {
        m_desk.report({Fault::NotWritable, m_desk.store().path()});
        return;
    }
    if (m_isReadAnew) {
        m_desk.say(tr("The article is still being read. Try again in a moment."));
        return;
    }
    if (restruck(m_regions, m_paper->text(), passage, struck) == m_regions) {
        m_desk.say(struck ? tr("These words are left out already.") : tr("None of these words is left out."));
        return;
    }
    m_isReadAnew = true;
    Desk *desk = &m_desk;
    const quint64 session = desk->store().session();
    const auto done = [desk, struck, view = QPointer(this), selected = m_paper->selectedSpan()](const Result<store::Restruck> &outcome) {
        if (view) {
            view->m_isReadAnew = false;
            // The selection would hide what has become of its words.
            if (outcome && view->m_paper->selectedSpan() == selected)
                view->m_paper->setSelectedSpan({view->m_paper->caret(), view->m_paper->caret()});
        }
        if (outcome)
            tell(*desk, outcomeInWords(*outcome, struck));
        else
            desk->report(outcome.error());
    };
    using Read = Result<std::shared_ptr<const store::Restriking>>;
    desk->store()
        .runIn(session, [article = m_article](store::Project &project) { return ingest::storedArticle(project, article); })
        .then(QtFuture::Launch::Async,
              [passage, struck, words = ingest::ownWordsFolder()](const Result<ingest::StoredArticle> &stored) -> Read {
                  return stored.and_then([&](const ingest::StoredArticle &article) { return ingest::readAnew(article, passage, struck, words); })
                      .transform([](store::Restriking restriking) { return std::make_shared<const store::Restriking>(std::move(restriking)); });
              })
        .then(desk, [desk, session, done](const Read &read) {
            if (!read) {
                done(std::unexpected(read.error()));
                return;
            }
            desk->store().runIn(session, [restriking = *read](store::Project &project) { return project.restrike(*restriking); }).then(desk, done);
        });
}

} // namespace onrecord::ui
