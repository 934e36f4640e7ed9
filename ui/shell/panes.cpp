// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/panes.h"

#include "ui/boards/figurespane.h"
#include "ui/check/checkpane.h"
#include "ui/claims/claimspane.h"
#include "ui/coverage/coveragepane.h"
#include "ui/details/detailspane.h"
#include "ui/draft/draftpane.h"
#include "ui/lists/librarypane.h"
#include "ui/shell/resultspane.h"
#include "ui/source/sourcepane.h"
#include "ui/story/walkpane.h"
#include "ui/timeline/timelinepane.h"
#include "ui/variants/variantspane.h"
#ifdef ONRECORD_HAS_GRAPHPANE
#include "ui/graph/graphpane.h"
#endif

#include <QCoreApplication>

namespace onrecord::ui {

using namespace Qt::StringLiterals;

namespace {

template<class P>
[[maybe_unused]] Pane *make(Desk &desk, QWidget *parent)
{
    return new P(desk, parent);
}

} // namespace

QString PaneSpec::title() const
{
    return QCoreApplication::translate("onrecord::ui::PaneSpec", englishTitle);
}

const std::vector<PaneSpec> &paneSpecs()
{
    static const std::vector<PaneSpec> specs{
        {u"library"_s, QT_TRANSLATE_NOOP("onrecord::ui::PaneSpec", "Library"), Qt::LeftDockWidgetArea, true,
         make<LibraryPane>},
        {u"source"_s, QT_TRANSLATE_NOOP("onrecord::ui::PaneSpec", "Source"), Qt::NoDockWidgetArea, true,
         make<SourcePane>},
        {u"details"_s, QT_TRANSLATE_NOOP("onrecord::ui::PaneSpec", "Details"), Qt::RightDockWidgetArea, true,
         make<DetailsPane>},
        {u"timeline"_s, QT_TRANSLATE_NOOP("onrecord::ui::PaneSpec", "Timeline"), Qt::BottomDockWidgetArea, true,
         make<TimelinePane>},
#ifdef ONRECORD_HAS_GRAPHPANE
        {u"graph"_s, QT_TRANSLATE_NOOP("onrecord::ui::PaneSpec", "Graph"), Qt::BottomDockWidgetArea, true,
         make<GraphPane>},
#endif
        {u"check"_s, QT_TRANSLATE_NOOP("onrecord::ui::PaneSpec", "Check a Quote"), Qt::RightDockWidgetArea, false,
         make<CheckPane>},
        {u"walk"_s, QT_TRANSLATE_NOOP("onrecord::ui::PaneSpec", "Walk the Story"), Qt::RightDockWidgetArea, false,
         make<WalkPane>, true},
        {u"results"_s, QT_TRANSLATE_NOOP("onrecord::ui::PaneSpec", "Results"), Qt::LeftDockWidgetArea, false, make<ResultsPane>},
        {u"figures"_s, QT_TRANSLATE_NOOP("onrecord::ui::PaneSpec", "Figures"), Qt::RightDockWidgetArea, false,
         make<FiguresPane>},
        {u"claims"_s, QT_TRANSLATE_NOOP("onrecord::ui::PaneSpec", "Claims"), Qt::RightDockWidgetArea, false,
         make<ClaimsPane>},
        {u"draft"_s, QT_TRANSLATE_NOOP("onrecord::ui::PaneSpec", "Check a Draft"), Qt::RightDockWidgetArea, false,
         make<DraftPane>},
        {u"coverage"_s, QT_TRANSLATE_NOOP("onrecord::ui::PaneSpec", "Coverage"), Qt::BottomDockWidgetArea, false,
         make<CoveragePane>},
        {u"variants"_s, QT_TRANSLATE_NOOP("onrecord::ui::PaneSpec", "Variants"), Qt::BottomDockWidgetArea, false,
         make<VariantsPane>},
    };
    return specs;
}

} // namespace onrecord::ui
