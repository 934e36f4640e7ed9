// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/versiondiff.h"

#include "core/explore/workspace.h"
#include "core/match/wordpieces.h"
#include "core/record/snapshot.h"
#include "core/record/struck.h"
#include "ui/present/tones.h"
#include "ui/present/words.h"
#include "ui/widgets/desk.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace onrecord::ui {

using namespace Qt::StringLiterals;
using match::Piece;

namespace {

constexpr int pageMargin = 14; // px around the text

/// Which one it is: versions differ by when they were printed, else by when they were captured.
QString momentOf(const Snapshot &record, ArticleId id)
{
    const Article *row = record.article(id);
    if (!row)
        return {};
    return row->published.when.isKnown() ? VersionDiff::tr("printed %1", "a day").arg(present::dateInWords(row->published.when))
                                         : VersionDiff::tr("captured %1 UTC").arg(QLocale().toString(row->capturedAt, QLocale::ShortFormat));
}

} // namespace

VersionDiff::VersionDiff(Desk &desk, ArticleId older, ArticleId newer, QWidget *parent)
    : QDialog(parent), m_summary(new QLabel(tr("Comparing…"), this)), m_text(new QPlainTextEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare Versions"));
    resize(760, 600);
    auto *rows = new QVBoxLayout(this);
    const Snapshot &record = *desk.workspace().snapshot();
    auto *which = new QLabel(tr("%1 → %2", "the earlier version, the later one").arg(momentOf(record, older), momentOf(record, newer)), this);
    which->setObjectName(u"versionDiff.which"_s);
    which->setTextFormat(Qt::PlainText);
    which->setWordWrap(true);
    QFont strong = which->font();
    strong.setWeight(QFont::DemiBold);
    which->setFont(strong);
    rows->addWidget(which);
    m_summary->setObjectName(u"versionDiff.summary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    rows->addWidget(m_summary);
    m_text->setObjectName(u"versionDiff.text"_s);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFont(present::paperFont());
    m_text->document()->setDocumentMargin(pageMargin);
    m_text->setAccessibleName(tr("Both versions in one text"));
    rows->addWidget(m_text, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *previous = buttons->addButton(tr("&Previous Change"), QDialogButtonBox::ActionRole);
    QPushButton *next = buttons->addButton(tr("&Next Change"), QDialogButtonBox::ActionRole);
    next->setObjectName(u"versionDiff.next"_s);
    for (QPushButton *button : {previous, next}) {
        button->setEnabled(false); // until there is a change to go to
        connect(this, &VersionDiff::compared, button, [this, button] { button->setEnabled(!m_changes.empty()); });
    }
    connect(previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(next, &QPushButton::clicked, this, [this] { step(1); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    rows->addWidget(buttons);
    ask(desk, older, newer);
}

void VersionDiff::open(Desk &desk, ArticleId older, ArticleId newer, QWidget *parent)
{
    (new VersionDiff(desk, older, newer, parent->window()))->open();
}

void VersionDiff::ask(Desk &desk, ArticleId older, ArticleId newer)
{
    const auto take = [this, record = desk.workspace().snapshot()](ArticleId id, std::optional<Side> &into) {
        return [this, record, id, &into](const Result<QString> &text) {
            if (!text) {
                m_summary->setText(present::faultInWords(text.error().fault));
                return;
            }
            const Article *row = record->article(id);
            into = Side{*text, row ? row->regions : std::vector<Region>()};
            compare();
        };
    };
    desk.withText(older, this, take(older, m_older));
    desk.withText(newer, this, take(newer, m_newer));
}

void VersionDiff::compare()
{
    if (!m_older || !m_newer)
        return;
    // Menus and boxes differ from day to day; what is struck is no part of what is compared.
    m_latest.ask([older = *m_older, newer = *m_newer](QPromise<std::vector<Piece>> &promise) {
                     const QString after = withoutStruck(newer.text, newer.regions);
                     promise.addResult(match::withLinesOf(after, match::wordPieces(withoutStruck(older.text, older.regions), after)));
                 },
                 [this](const std::vector<Piece> &pieces) { show(pieces); });
}

void VersionDiff::show(const std::vector<Piece> &pieces)
{
    const auto tones = present::tones(palette());
    QTextCursor cursor(m_text->document());
    cursor.beginEditBlock();
    m_changes.clear();
    for (const Piece &piece : pieces) {
        if (piece.op == Piece::Op::Same) {
            cursor.insertText(piece.text, {});
            continue;
        }
        const bool isRemoved = piece.op == Piece::Op::Printed;
        QTextCharFormat format;
        format.setBackground(isRemoved ? tones.removedWash : tones.addedWash);
        format.setForeground(isRemoved ? tones.removedInk : tones.addedInk);
        format.setFontStrikeOut(isRemoved);
        format.setFontUnderline(!isRemoved);
        const int start = cursor.position();
        const QString words = piece.text.trimmed();
        // No-break space keeps the sign with its first word.
        cursor.insertText((isRemoved ? u"−\u00a0"_s : u"+\u00a0"_s) + words, format);
        m_changes.emplace_back(start, cursor.position());
        const QString rest = piece.text.sliced(piece.text.indexOf(words) + words.size());
        cursor.insertText(rest.isEmpty() ? u" "_s : rest, {});
    }
    cursor.endEditBlock();
    m_text->moveCursor(QTextCursor::Start);
    const match::WordCount count = match::countWords(pieces);
    m_summary->setText(m_changes.empty()
                           ? tr("The words are the same.")
                           : tr("%1; %2; %3.", "words left out; words added; words unchanged")
                                 .arg(tr("%1 left out (−)", "3 words").arg(present::countInWords(present::Noun::Word, count.printed)),
                                      tr("%1 added (+)", "3 words").arg(present::countInWords(present::Noun::Word, count.asked)),
                                      tr("%1 unchanged", "3 words").arg(present::countInWords(present::Noun::Word, count.same))));
    Q_EMIT compared();
}

void VersionDiff::step(int by)
{
    if (m_changes.empty())
        return;
    const int count = static_cast<int>(m_changes.size());
    m_at = m_at < 0 ? (by > 0 ? 0 : count - 1) : (m_at + by + count) % count;
    const auto [start, end] = m_changes[static_cast<size_t>(m_at)];
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    m_text->setTextCursor(cursor);
    m_text->ensureCursorVisible();
    m_text->setFocus();
}

} // namespace onrecord::ui
