// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explore/attention.h"
#include "tests/support/samplerecord.h"
#include "tests/ui/deskroom.h"
#include "ui/lists/librarypane.h"
#include "ui/lists/sectiongrid.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <algorithm>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;

namespace {

/// The library on an empty project, shown.
struct Stage : test::PaneStage<LibraryPane> {
    Stage()
    {
        createProject();
        showPane({320, 640});
    }
    RecordView &show()
    {
        pane.showSection(present::Section::Attention);
        QCoreApplication::processEvents();
        return pane.view(present::Section::Attention);
    }
};

} // namespace

class tst_Concerns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatManyArticlesLackIsOneTaskAndSettledTogether()
    {
        Stage stage;
        stage.store.run([](store::Project &project) -> Result<void> {
            for (int n = 0; n < 20; ++n) {
                store::NewArticle article = test::numbered(n);
                article.document.outlet = {};
                if (const auto added = project.addArticle(article); !added)
                    return std::unexpected(added.error());
            }
            std::vector<ArticleId> all;
            for (int id = 1; id <= 20; ++id)
                all.push_back({id});
            return project.setArticleField(all, u"published"_s, {}); // somebody said that they have no date
        });
        QTRY_COMPARE(stage.workspace.snapshot()->articles().size(), 20u);
        const auto lacking = [&] { return std::ranges::count_if(stage.workspace.snapshot()->articles(), [](const Article &row) { return bool(explore::concernsOf(row)); }); };
        const auto count = [&] { return stage.pane.findChild<CountButton *>(u"section.attention"_s)->countText(); };
        QTRY_COMPARE(lacking(), 20);
        QTRY_COMPARE(count(), u"1"_s);
        RecordView &view = stage.show();
        QTRY_COMPARE(view.model().rowCount(), 20);
        auto *words = stage.pane.findChild<QLineEdit *>(u"concern.words"_s);
        QVERIFY(words->isVisible());
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(view.words().index(0, 0)).center());
        QTest::keyClicks(words, u"The Lantern"_s);
        QTest::keyClick(words, Qt::Key_Return); // the chosen one
        QTRY_COMPARE(view.model().rowCount(), 19);
        QCOMPARE(stage.workspace.snapshot()->outlets().size(), 1u);
        view.clearSelection();
        QTest::mouseClick(stage.pane.findChild<QPushButton *>(u"concern.settle"_s), Qt::LeftButton); // all that are left
        QTRY_COMPARE(lacking(), 0);
        QTRY_COMPARE(count(), u"0"_s);
        QVERIFY(!words->isVisible());
        stage.store.run([](store::Project &project) { return project.undo(); });
        QTRY_COMPARE(view.model().rowCount(), 19);
    }

    void whereRoomIsScarceTheKindsStandInOneLine()
    {
        Stage stage;
        stage.pane.resize(240, 900);
        stage.workspace.reset(test::sampleRecord());
        RecordView &view = stage.show();
        auto *choice = stage.pane.findChild<QComboBox *>(u"concern.choice"_s);
        const auto kinds = [&] {
            const auto all = stage.pane.findChildren<CountButton *>(QRegularExpression(u"^concern\\.\\d+$"_s));
            return std::ranges::count_if(all, &QWidget::isVisible);
        };
        QVERIFY(!choice->isVisible());
        const auto many = kinds();
        QVERIFY(many >= 2);
        stage.pane.resize(240, 470);
        QTRY_VERIFY(choice->isVisible());
        QCOMPARE(kinds(), 0);
        QCOMPARE(choice->count(), many);
        QTRY_VERIFY(view.viewport()->height() > 3 * view.visualRect(view.words().index(0, 0)).height());
        choice->setFocus();
        const int before = choice->currentIndex();
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(choice->currentIndex(), before + 1);
        stage.pane.resize(240, 900);
        QTRY_COMPARE(kinds(), many);
        QVERIFY(!choice->isVisible());
        const auto all = stage.pane.findChildren<CountButton *>(QRegularExpression(u"^concern\\.\\d+$"_s));
        const auto checked = std::ranges::find_if(all, &CountButton::isChecked);
        QVERIFY(checked != all.end());
        QVERIFY(choice->currentText().startsWith((*checked)->text()));
        QVERIFY((*checked)->hasFocus());
    }

    void aSectionIsNotCutOffWhereItsNumberIsLong()
    {
        SectionGrid grid;
        grid.resize(232, 200);
        grid.show();
        CountButton *attention = grid.button(present::Section::Attention);
        const auto full = [&] { return grid.findChildren<CountButton *>().size() > 0 && attention->width() >= attention->fullWidth(); };
        grid.setCount(present::Section::Attention, {3, 3});
        QTRY_VERIFY(full());
        QVERIFY(attention->width() < 130);
        grid.setCount(present::Section::Attention, {123456, 123456});
        QTRY_VERIFY(full());
        QVERIFY(attention->width() > 130);
        grid.setCount(present::Section::Attention, {3, 3});
        QTRY_VERIFY(attention->width() < 130);
    }

    void aDateThatIsNoneIsNotTaken()
    {
        Stage stage;
        stage.workspace.reset(test::sampleRecord());
        stage.show();
        auto *words = stage.pane.findChild<QLineEdit *>(u"concern.words"_s);
        QTest::keyClicks(words, u"30 February 2031"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(stage.pane.findChild<QLabel *>(u"concern.problem"_s)->isVisible());
        QCOMPARE(words->text(), u"30 February 2031"_s); // to be mended, not lost
    }
};

QTEST_MAIN(tst_Concerns)
#include "tst_concerns.moc"
