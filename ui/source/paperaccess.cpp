// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/paperaccess.h"

#include "ui/source/paperview.h"

#include <QAccessibleWidget>
#include <algorithm>

namespace onrecord::ui {

namespace {

class PaperAccess final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit PaperAccess(PaperView *view) : QAccessibleWidget(view, QAccessible::EditableText, view->accessibleName()) {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this) : QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QString text(QAccessible::Text what) const override
    {
        if (what == QAccessible::Value)
            return view()->text();
        if (what == QAccessible::Description)
            return view()->scene().head.title + QLatin1StringView(", ") + view()->scene().head.meta;
        return QAccessibleWidget::text(what);
    }

    void selection(int index, int *start, int *end) const override
    {
        const Span span = index == 0 ? view()->selectedSpan() : Span();
        *start = span.start;
        *end = span.end;
    }
    int selectionCount() const override { return view()->selectedSpan().isEmpty() ? 0 : 1; }
    void addSelection(int start, int end) override { view()->setSelectedSpan({start, end}); }
    void removeSelection(int) override { setCursorPosition(cursorPosition()); }
    void setSelection(int index, int start, int end) override
    {
        if (index == 0)
            view()->setSelectedSpan({start, end});
    }
    int cursorPosition() const override { return view()->caret(); }
    void setCursorPosition(int position) override { view()->setSelectedSpan({position, position}); }
    QString text(int start, int end) const override { return view()->text().mid(start, std::max(0, end - start)); }
    int characterCount() const override { return static_cast<int>(view()->text().size()); }
    QRect characterRect(int offset) const override
    {
        const auto rects = view()->rectsOf({offset, offset + 1});
        return rects.empty() ? QRect() : QRect(view()->viewport()->mapToGlobal(rects.front().topLeft()), rects.front().size());
    }
    int offsetAtPoint(const QPoint &point) const override { return view()->characterAt(view()->viewport()->mapFromGlobal(point)); }
    void scrollToSubstring(int start, int end) override { view()->showSpan({start, end}, false); }
    QString attributes(int offset, int *start, int *end) const override
    {
        // A run ends where any mark does; what it means is said when it is selected.
        const auto &marks = *view()->scene().marks;
        *start = 0;
        *end = characterCount();
        for (const explore::Mark &mark : marks.all()) {
            for (const qint32 edge : {mark.span.start, mark.span.end}) {
                if (edge <= offset)
                    *start = std::max(*start, edge);
                else
                    *end = std::min(*end, edge);
            }
        }
        for (const UncertainWord &word : view()->scene().uncertain) {
            for (const qint32 edge : {word.span.start, word.span.end}) {
                if (edge <= offset)
                    *start = std::max(*start, edge);
                else
                    *end = std::min(*end, edge);
            }
        }
        if (view()->scene().uncertainAt(offset))
            return QStringLiteral("text-underline-style:dotted;invalid:true;");
        for (const int i : marks.at(offset, view()->scene().layers)) {
            if (view()->scene().style.mark(marks.all()[static_cast<size_t>(i)].sign).bold)
                return QStringLiteral("font-weight:bold;");
        }
        return {};
    }

private:
    PaperView *view() const { return static_cast<PaperView *>(widget()); }
};

} // namespace

void installPaperAccess()
{
    static const bool installed = [] {
        QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
            auto *paper = qobject_cast<PaperView *>(object);
            return paper ? new PaperAccess(paper) : nullptr;
        });
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace onrecord::ui
