// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/windowfixture.h"
#include "ui/shell/panedock.h"
#include "ui/widgets/accentbutton.h"
#include "ui/widgets/pane.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QTreeWidget>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using onrecord::test::Session;

/// Keys, layout, focus and names of a whole window.
class TestMainWindow : public QObject
{
    Q_OBJECT
    test::StoryCopies m_story;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_story.read()); }

    void shortcutsAreThoseOfThePlan_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("keys");
        const std::pair<const char *, const char *> plan[] = {
            {"file.new", "Ctrl+N"},        {"file.open", "Ctrl+O"},       {"file.close", "Ctrl+W"},
            {"file.quit", "Ctrl+Q"},       {"edit.undo", "Ctrl+Z"},       {"edit.redo", "Ctrl+Shift+Z"},
            {"edit.search", "Ctrl+Alt+F"}, {"go.palette", "Ctrl+Alt+I"},  {"go.jump", "Ctrl+Alt+O"},
            {"check.quote", "Ctrl+Shift+V"}, {"go.back", "Alt+Left"},     {"go.forward", "Alt+Right"},
            {"go.next", "Alt+Down"},       {"go.previous", "Alt+Up"},     {"pane.library", "Alt+1"},
            {"view.sidePanel", "F7"},      {"view.nextPane", "F8"},       {"view.previousPane", "Shift+F8"},
            {"view.fullScreen", "F11"},    {"help.shortcuts", "F1"},      {"help.whatsThis", "Shift+F1"}};
        for (const auto &[action, keys] : plan)
            QTest::newRow(action) << QString::fromLatin1(action) << QString::fromLatin1(keys);
    }
    void shortcutsAreThoseOfThePlan()
    {
        QFETCH(QString, action);
        QFETCH(QString, keys);
        QTemporaryDir dir;
        Session session(dir.path());
        QVERIFY(session.action(action));
        QCOMPARE(session.action(action)->shortcut().toString(QKeySequence::PortableText), keys);
    }

    void noTwoActionsShareAKeyInTheSameReach()
    {
        QTemporaryDir dir;
        Session session(dir.path());
        for (const PaneSpec &spec : paneSpecs())
            session.window->docks().setShown(spec.name, true);
        for (const QAction *action : session.window->actions().all()) {
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
            for (const QKeySequence &key : action->shortcuts()) {
                const QAction *other = session.window->actions().holderOf(key, action);
                QVERIFY2(!other, qPrintable(action->objectName() + u" and "_s + (other ? other->objectName() : QString())));
            }
        }
    }

    void layoutIsRememberedAndCanBeReset()
    {
        QTemporaryDir dir;
        {
            Session session(dir.path());
            QVERIFY(session.show());
            session.window->docks().setShown(u"timeline"_s, false);
            session.window->docks().setShown(u"check"_s, true);
            session.window->close();
        }
        Session again(dir.path());
        QVERIFY(again.show());
        QVERIFY(!again.window->docks().isShown(u"timeline"_s));
        QVERIFY(again.window->docks().isShown(u"check"_s));
        again.action(u"view.resetLayout"_s)->trigger();
        QVERIFY(again.window->docks().isShown(u"timeline"_s));
        QVERIFY(!again.window->docks().isShown(u"check"_s));
    }

    void smallWindowsFoldDetailsThenGraphThenLibraryButNeverTheText()
    {
        QTemporaryDir dir;
        Session session(dir.path());
        QVERIFY(session.show({1440, 900}));
        session.window->showPanes();
        const DockArea &docks = session.window->docks();
        const auto shown = [&docks] {
            QStringList names;
            for (const QString &name : {u"details"_s, u"graph"_s, u"library"_s}) {
                if (docks.dock(name) && docks.isShown(name))
                    names << name;
            }
            return names;
        };
        const QStringList all = shown();
        QVERIFY(all.contains(u"library"_s));
        for (const int width : {1024, 800, 640}) {
            session.window->resize(width, 768);
            QTRY_COMPARE(session.window->docks().width(), session.window->width());
            if (QWidget *text = session.window->docks().centralWidget())
                QVERIFY2(text->width() >= 320, qPrintable(u"%1: %2"_s.arg(width).arg(text->width())));
        }
        QTRY_VERIFY(!shown().contains(u"details"_s) && !shown().contains(u"graph"_s));
        session.window->resize(1440, 900);
        QTRY_COMPARE(shown(), all);
    }

    void shortcutSheetChangesKeysAtOnceAndForGood()
    {
        QTemporaryDir dir;
        {
            Session session(dir.path());
            QVERIFY(session.show());
            QAction *import = session.action(u"file.import"_s);
            QAction *folder = session.action(u"file.importFolder"_s);
            QVERIFY(folder->shortcuts().isEmpty());
            QCOMPARE(session.window->actions().holderOf(import->shortcut(), folder), import);
            session.window->actions().setKeys(folder, {QKeySequence(u"Ctrl+Alt+U"_s)});
            QCOMPARE(folder->shortcut(), QKeySequence(u"Ctrl+Alt+U"_s));
            session.action(u"help.shortcuts"_s)->trigger();
            auto *list = session.window->findChild<QTreeWidget *>();
            QTRY_VERIFY(list && list->isVisible());
            QCOMPARE(list->topLevelItemCount(), session.window->actions().all().size());
            QVERIFY(!list->findItems(u"Ctrl+Alt+U"_s, Qt::MatchExactly, 1).isEmpty());
        }
        Session again(dir.path());
        QCOMPARE(again.action(u"file.importFolder"_s)->shortcut(), QKeySequence(u"Ctrl+Alt+U"_s));
        again.window->actions().resetKeys();
        QVERIFY(again.action(u"file.importFolder"_s)->shortcuts().isEmpty());
    }

    void openingPutsTheFocusIntoTheText()
    {
        const auto session = m_story.window();
        QVERIFY(session);
        Pane *source = session->window->docks().pane(u"source"_s);
        QTRY_VERIFY(QApplication::focusWidget() && source->isAncestorOf(QApplication::focusWidget()));
    }

    void walkStaysInSightAtEveryStopAndGoesWhenLeft()
    {
        for (const QSize size : {QSize(1440, 900), QSize(1024, 640)}) {
            const auto session = m_story.window(size);
            QVERIFY(session);
            session->action(u"story.walk"_s)->trigger();
            Pane *walk = session->window->docks().pane(u"walk"_s);
            QVERIFY(walk);
            auto *next = walk->findChild<AccentButton *>();
            QTRY_VERIFY(next->hasFocus());
            for (int stop = 1; stop <= 8; ++stop) {
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
                QTRY_COMPARE(walk->subtitle(), u"stop %1 of 8"_s.arg(stop));
                QTest::qWait(20);
                QVERIFY2(!next->visibleRegion().isEmpty(), qPrintable(u"stop %1 at %2"_s.arg(stop).arg(size.width())));
                QVERIFY(next->hasFocus());
            }
            QTest::keyClick(next, Qt::Key_Return);
            QTRY_VERIFY(!session->window->docks().isShown(u"walk"_s));
        }
    }

    void escapeAndBackLeaveTheStartPageForTheOpenProject()
    {
        const auto session = m_story.window();
        QVERIFY(session);
        session->action(u"go.start"_s)->trigger();
        QVERIFY(session->window->isStartShown());
        QTRY_VERIFY(session->window->findChild<QLineEdit *>(u"start.quote"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!session->window->isStartShown());
        session->action(u"go.start"_s)->trigger();
        QVERIFY(session->action(u"go.back"_s)->isEnabled());
        QTest::keyClick(session->window.get(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(!session->window->isStartShown());
        session->action(u"go.start"_s)->trigger();
        auto *back = session->window->findChild<QPushButton *>(u"start.back"_s);
        QVERIFY(back->isVisible());
        QCOMPARE(back->text(), u"Back to The Story"_s);
        QTest::mouseClick(back, Qt::LeftButton);
        QVERIFY(!session->window->isStartShown());
    }

    void docksGrowAndShrinkWithTheWindow()
    {
        QTemporaryDir dir;
        Session session(dir.path());
        QVERIFY(session.show({1100, 700}));
        session.window->showPanes();
        const DockArea &docks = session.window->docks();
        QTRY_VERIFY(docks.dock(u"timeline"_s)->height() > 0);
        const int low = docks.dock(u"timeline"_s)->height();
        const int narrow = docks.dock(u"library"_s)->width();
        session.window->resize(1900, 1060);
        QTRY_VERIFY(docks.dock(u"timeline"_s)->height() > low + 40);
        QTRY_VERIFY(docks.dock(u"library"_s)->width() > narrow + 30);
        session.window->resize(1100, 700);
        QTRY_VERIFY(std::abs(docks.dock(u"timeline"_s)->height() - low) <= 12);
        QTRY_VERIFY(std::abs(docks.dock(u"library"_s)->width() - narrow) <= 12);
    }

    void noMnemonicOfTheFrontDoorsOpensAMenuInstead()
    {
        QTemporaryDir dir;
        Session session(dir.path());
        session.window->showStart();
        QVERIFY(session.show());
        QSet<QKeySequence> menus;
        for (const QAction *menu : session.window->menuBar()->actions())
            menus.insert(QKeySequence::mnemonic(menu->text()));
        const QWidget *start = session.window->findChild<QWidget *>(u"start"_s);
        for (const QAbstractButton *button : start->findChildren<QAbstractButton *>())
            QVERIFY2(button->shortcut().isEmpty() || !menus.contains(button->shortcut()), qPrintable(button->text()));
    }

    void everyControlWithoutTextHasAName()
    {
        const auto session = m_story.window();
        QVERIFY(session);
        const auto buttons = session->window->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (button->isHidden() || button->objectName().startsWith("qt_"_L1) || button->parentWidget()->inherits("QTabBar")
                || button->parentWidget()->inherits("QLineEdit") || button->parentWidget()->inherits("QAbstractItemView"))
                continue;
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     qPrintable(button->objectName() + u" in "_s + button->parentWidget()->objectName() + u' ' + QString::fromLatin1(button->parentWidget()->metaObject()->className())));
        }
        const auto edits = session->window->findChildren<QLineEdit *>();
        for (const QLineEdit *edit : edits)
            QVERIFY2(!edit->accessibleName().isEmpty() || edit->parentWidget()->inherits("QComboBox"), qPrintable(edit->objectName()));
    }

    void everyPaneIsReachedByItsNumber()
    {
        const auto session = m_story.window();
        QVERIFY(session);
        int key = Qt::Key_1;
        for (const PaneSpec &spec : paneSpecs()) {
            const bool hasDigit = key <= Qt::Key_9; // there are more panes than digits: the palette and the menu have them all
            const auto bringUp = [&] {
                if (hasDigit)
                    QTest::keyClick(session->window.get(), static_cast<Qt::Key>(key), Qt::AltModifier);
                else
                    session->action(u"pane."_s + spec.name)->trigger();
            };
            const auto isReached = [&] {
                const Pane *pane = session->window->docks().pane(spec.name);
                return pane && pane->isVisible() && (pane->hasFocus() || pane->isAncestorOf(QApplication::focusWidget()));
            };
            bringUp();
            // On a busy machine a key pressed while the story still opens may be lost: once more, as somebody would.
            if (!QTest::qWaitFor(isReached, 2000))
                bringUp();
            QTRY_VERIFY2(isReached(), qPrintable(spec.name));
            const Pane *pane = session->window->docks().pane(spec.name);
            key += hasDigit ? 1 : 0;
            QCOMPARE(pane->title(), spec.title());
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
