// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/samplerecord.h"
#include "tests/ui/deskroom.h"
#include "tests/ui/source/newarticle.h"
#include "ui/source/paperview.h"
#include "ui/source/sourcepane.h"
#include "ui/source/sourceview.h"

#include <memory>
#include <optional>

namespace onrecord::test {

/// A source pane on a project of its own.
struct SourceRoom : DeskRoom {
    SourceRoom() { createProject(); }
    void putSample()
    {
        const SnapshotPtr sample = sampleRecord();
        for (const Article &article : sample->articles())
            put(newArticle(*sample, article.id, sampleText(article.id)));
        QVERIFY(QTest::qWaitFor([&] { return workspace.snapshot()->articles().size() == 3; }));
    }
    void show(QSize size = {760, 560})
    {
        pane = std::make_unique<ui::SourcePane>(desk);
        pane->resize(size);
        pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(pane.get()));
    }
    ui::SourceView *open(ItemId item)
    {
        workspace.open(item);
        const ArticleId article = workspace.passage().article;
        [&] {
            QTRY_VERIFY(pane->currentView() && pane->currentView()->article() == article && pane->currentView()->isReady());
            QTRY_VERIFY(!pane->currentView()->paper()->grab().isNull());
        }();
        return pane->currentView();
    }
    [[nodiscard]] const Quotation &quotation(const QString &words) const
    {
        static const Quotation none;
        for (const Quotation &row : workspace.snapshot()->quotations()) {
            if (row.content.exact == words)
                return row;
        }
        return none;
    }

    std::unique_ptr<ui::SourcePane> pane;
};

/// A test in a room with the sample record and the pane shown, a new one for each function.
class SourceCase : public QObject
{
protected:
    void start()
    {
        room.emplace();
        room->putSample();
        room->show();
    }

    std::optional<SourceRoom> room;
};

inline QPoint middleOf(ui::PaperView &paper, Span span)
{
    const auto rects = paper.rectsOf(span);
    return rects.empty() ? QPoint(-1, -1) : rects.front().center();
}

/// Selects these words with the mouse.
inline void selectWords(ui::PaperView &paper, Span span)
{
    const auto rects = paper.rectsOf(span);
    QTest::mousePress(paper.viewport(), Qt::LeftButton, {}, QPoint(rects.front().left() + 1, rects.front().center().y()));
    QTest::mouseMove(paper.viewport(), rects.front().center());
    QTest::mouseMove(paper.viewport(), QPoint(rects.back().right() - 1, rects.back().center().y()));
    QTest::mouseRelease(paper.viewport(), Qt::LeftButton, {}, QPoint(rects.back().right() - 1, rects.back().center().y()));
}

/// How many pixels of a colour a picture of the paper has.
inline int countPixels(ui::PaperView &paper, const QColor &colour, QRect where = {})
{
    const QImage picture = paper.viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QRect inside = where.isNull() ? picture.rect() : where & picture.rect();
    int found = 0;
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x)
            found += picture.pixel(x, y) == (colour.rgb() | 0xff000000) ? 1 : 0;
    }
    return found;
}

} // namespace onrecord::test
