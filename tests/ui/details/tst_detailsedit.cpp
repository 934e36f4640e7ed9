// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/details/detailsstage.h"
#include "ui/details/agentpicker.h"
#include "ui/details/editablefield.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using Stage = test::DetailsStage;

/// What is decided, corrected and noted where it stands.
class tst_DetailsEdit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decisionsAreStored()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        QVERIFY(stage.select(stage.first().id));
        stage.press(u"details.accept"_s);
        QTRY_COMPARE(stage.first().status, Status::Accepted);
        QTRY_VERIFY(stage.words().contains(u"Accepted"_s));
        stage.press(u"details.reject"_s);
        QTRY_COMPARE(stage.first().status, Status::Rejected);
        QTRY_VERIFY(stage.find<QPushButton>(u"details.restore"_s));
        stage.press(u"details.restore"_s);
        QTRY_COMPARE(stage.first().status, Status::Suggested);
    }

    void theSpeakerIsSetByTyping()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        QVERIFY(stage.select(stage.first().id));
        stage.press(u"details.speaker"_s);
        auto *picker = stage.pane.findChild<AgentPicker *>();
        QVERIFY(picker);
        QVERIFY(picker->line()->hasFocus());
        QTest::keyClicks(picker->line(), u"harb"_s);
        QTest::keyClick(picker->line(), Qt::Key_Return);
        QTRY_COMPARE(stage.workspace.snapshot()->agent(stage.first().speaker)->type, AgentType::Organisation);
        QTRY_VERIFY(!stage.pane.findChild<AgentPicker *>());
    }

    void aNewSpeakerIsMadeWhenNobodyIsCalledSo()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        QVERIFY(stage.select(stage.first().id));
        stage.press(u"details.speaker"_s);
        auto *picker = stage.pane.findChild<AgentPicker *>();
        QTest::keyClicks(picker->line(), u"Nell Quist"_s);
        QTest::keyClick(picker->line(), Qt::Key_Return);
        QTRY_COMPARE(stage.workspace.snapshot()->agent(stage.first().speaker)->name, u"Nell Quist"_s);
        stage.press(u"details.speaker"_s);
        picker = stage.pane.findChild<AgentPicker *>();
        QTest::keyClick(picker->line(), Qt::Key_Escape);
        QTRY_VERIFY(!stage.pane.findChild<AgentPicker *>());
    }

    void anotherSpeakerIsAddedAndOneIsTakenAway()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        const AgentId first = stage.first().speaker;
        QVERIFY(first);
        QVERIFY(stage.select(stage.first().id));
        QVERIFY(!stage.pane.findChild<QPushButton *>(u"details.removeSpeaker"_s)); // one alone is edited
        stage.press(u"details.addSpeaker"_s);
        auto *picker = stage.pane.findChild<AgentPicker *>();
        QVERIFY(picker && picker->line()->hasFocus());
        QTest::keyClicks(picker->line(), stage.workspace.snapshot()->agent(first)->name);
        QCOMPARE(picker->list()->count(), 0); // says it already, and is nobody new
        picker->line()->selectAll();
        QTest::keyClicks(picker->line(), u"harb"_s);
        QTest::keyClick(picker->line(), Qt::Key_Return);
        QTRY_COMPARE(stage.first().alsoSpeakers.size(), size_t(1));
        QCOMPARE(stage.first().speaker, first);
        QTRY_VERIFY(stage.pane.findChild<QPushButton *>(u"details.removeSpeaker"_s));
        auto *button = stage.find<QPushButton>(u"details.removeSpeaker"_s);
        QCOMPARE(button->menu()->actions().size(), 2);
        button->menu()->actions().front()->trigger();
        QTRY_VERIFY(stage.first().alsoSpeakers.empty());
        QVERIFY(stage.first().speaker && stage.first().speaker != first);
    }

    void fieldsOfAnArticleAreSetWhereTheyStand()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        const ArticleId id = stage.workspace.snapshot()->articles().front().id;
        const auto article = [&]() -> const Article & { return *stage.workspace.snapshot()->article(id); };
        QVERIFY(stage.select(id));
        const auto edit = [&](const QString &name, const QString &words) {
            auto *field = stage.find<EditableField>(name);
            QTest::mouseClick(field->findChild<QToolButton *>(), Qt::LeftButton);
            auto *line = field->findChild<QLineEdit *>();
            QVERIFY(line->hasFocus());
            QTest::keyClicks(line, words); // replaces: all of it is selected
            QTest::keyClick(line, Qt::Key_Return);
        };
        edit(u"details.title"_s, u"The bridge is shut"_s);
        QTRY_COMPARE(article().title.value, u"The bridge is shut"_s);
        QCOMPARE(article().title.basis, Basis::User);
        QTRY_VERIFY(stage.words().contains(u"by hand"_s));
        edit(u"details.authors"_s, u"Mira Vos; Tom Lind"_s);
        QTRY_COMPARE(article().authors, QStringList({u"Mira Vos"_s, u"Tom Lind"_s}));
        edit(u"details.published"_s, u"last week"_s);
        QVERIFY(stage.find<EditableField>(u"details.published"_s)->isEditing()); // refused, with the reason beside it
        QTest::keyClick(stage.find<EditableField>(u"details.published"_s)->findChild<QLineEdit *>(), Qt::Key_Escape);
        edit(u"details.published"_s, u"2031-05/.."_s);
        QTRY_COMPARE(article().published.when.toEdtf(), u"2031-05/.."_s);
        QCOMPARE(article().published.basis, Basis::User);
    }

    void notesAreWrittenChangedAndUndone()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        QVERIFY(stage.select(stage.first().id));
        stage.press(u"details.addNote"_s);
        auto *edit = stage.find<QPlainTextEdit>(u"details.newNote"_s);
        QVERIFY(edit && edit->hasFocus());
        QTest::keyClicks(edit, u"ask the board"_s);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(stage.workspace.snapshot()->notes().size(), size_t(1));
        QCOMPARE(stage.workspace.snapshot()->notes().front().text, u"ask the board"_s);
        QCOMPARE(stage.workspace.snapshot()->notes().front().about, ItemId(stage.first().id));
        const QString name = u"details.note.%1"_s.arg(stage.workspace.snapshot()->notes().front().id.value);
        QTRY_VERIFY(stage.find<QPlainTextEdit>(name));
        stage.store.run([](store::Project &project) { return project.undo(); });
        QTRY_VERIFY(stage.workspace.snapshot()->notes().empty());
        QTRY_VERIFY(!stage.find<QPlainTextEdit>(name));
    }

    void whatSomebodyTypesOutlivesANewRecord()
    {
        Stage stage;
        QVERIFY(stage.openProject());
        QVERIFY(stage.select(stage.first().id));
        stage.press(u"details.addNote"_s);
        auto *edit = stage.find<QPlainTextEdit>(u"details.newNote"_s);
        QTest::keyClicks(edit, u"half a th"_s);
        stage.store.run([id = stage.first().id](store::Project &project) { return project.setStatus({id}, Status::Accepted); });
        QTRY_COMPARE(stage.first().status, Status::Accepted);
        QCoreApplication::processEvents();
        QCOMPARE(stage.find<QPlainTextEdit>(u"details.newNote"_s), edit);
        QTest::keyClicks(edit, u"ought"_s);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(stage.workspace.snapshot()->notes().size(), size_t(1));
        QCOMPARE(stage.workspace.snapshot()->notes().front().text, u"half a thought"_s);
        QTRY_VERIFY(stage.words().contains(u"Accepted"_s));
    }
};

QTEST_MAIN(tst_DetailsEdit)
#include "tst_detailsedit.moc"
