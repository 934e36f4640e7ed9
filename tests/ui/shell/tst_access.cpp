// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/windowfixture.h"
#include "ui/widgets/pane.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenuBar>
#include <QTabBar>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using onrecord::test::Session;

/// The window as somebody meets it who hears it and has no mouse.
class TestAccess : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    static QString describe(const QWidget *widget)
    {
        QStringList path;
        for (; widget && path.size() < 5; widget = widget->parentWidget())
            path.prepend(QString::fromLatin1(widget->metaObject()->className()) + u'#' + widget->objectName());
        return path.join(u" > "_s);
    }

    /// What belongs to another control and is spoken through it.
    static bool isPartOfAnother(const QWidget *widget)
    {
        const QWidget *parent = widget->parentWidget();
        return widget->objectName().startsWith("qt_"_L1) || parent->inherits("QComboBox") || parent->inherits("QTabBar")
            || parent->inherits("QAbstractItemView") || parent->inherits("QScrollBar") || parent->inherits("QMenuBar") || widget->inherits("QMenuBar")
            || widget->inherits("QScrollBar") || widget->inherits("QHeaderView") || parent->inherits("QLineEdit");
    }

    static QStringList unnamed(const QWidget &root)
    {
        QStringList out;
        for (QWidget *widget : root.findChildren<QWidget *>()) {
            const bool isInteractive = widget->focusPolicy() != Qt::NoFocus || widget->inherits("QAbstractButton");
            if (!isInteractive || !widget->isVisible() || isPartOfAnother(widget))
                continue;
            // A frame that only scrolls has what it scrolls inside it; words that can be copied are their own name.
            if (widget->inherits("QScrollArea") || widget->inherits("QLabel"))
                continue;
            if (widget->inherits("QTabBar")) { // Qt tells the current tab, which a bar may be without for a moment
                if (widget->accessibleName().isEmpty())
                    out << describe(widget);
                continue;
            }
            QAccessibleInterface *told = QAccessible::queryAccessibleInterface(widget);
            if (!told || told->text(QAccessible::Name).trimmed().isEmpty())
                out << describe(widget);
        }
        return out;
    }

    /// The letter behind the mark of a label; null when it has none.
    static QChar mnemonic(QString text)
    {
        text.remove(u"&&"_s);
        const qsizetype at = text.indexOf(u'&');
        return at >= 0 && at + 1 < text.size() ? text[at + 1].toLower() : QChar();
    }

    /// Letters that lead to more than one place from here: menus, and what is visible of `root`.
    static QStringList sharedMnemonics(const QMenuBar &bar, const QWidget &root)
    {
        QMultiMap<QChar, QString> taken;
        for (const QAction *menu : bar.actions())
            taken.insert(mnemonic(menu->text()), u"menu "_s + menu->text());
        for (const QWidget *widget : root.findChildren<QWidget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const auto *label = qobject_cast<const QLabel *>(widget);
            const QString text = button ? button->text() : label && label->buddy() ? label->text() : QString();
            if (widget->isVisible() && !mnemonic(text).isNull())
                taken.insert(mnemonic(text), text);
        }
        QStringList out;
        for (const QChar letter : taken.uniqueKeys()) {
            if (!letter.isNull() && taken.count(letter) > 1)
                out << QStringList(taken.values(letter)).join(u" = "_s);
        }
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QAccessible::setActive(true);
        Session session(m_folder.path());
        QVERIFY(session.openStory(m_folder.path()));
    }

    void everythingThatCanBeUsedHasAName()
    {
        Session session(m_folder.path());
        QVERIFY(session.show({1600, 1000}));
        QVERIFY(session.openStory(m_folder.path()));
        const Snapshot &record = *session.workspace.snapshot();
        explore::Term words;
        words.facet = explore::Facet::Words;
        words.words = u"model"_s;
        session.workspace.setFilter(explore::Filter().with(words));
        const std::vector<ItemId> items{record.quotations().front().id, record.agents().front().id, record.articles().front().id,
                                        record.figures().front().id, record.events().front().id};
        for (const PaneSpec &spec : paneSpecs()) {
            session.window->docks().bringUp(spec.name);
            QTRY_VERIFY(session.window->docks().pane(spec.name)->isVisible());
            QCOMPARE(unnamed(*session.window).join(u'\n'), QString());
        }
        session.window->docks().bringUp(u"details"_s);
        for (const ItemId &item : items) {
            session.workspace.open(item);
            QTest::qWait(30);
            QCOMPARE(unnamed(*session.window).join(u'\n'), QString());
        }
        session.window->showStart();
        QCOMPARE(unnamed(*session.window).join(u'\n'), QString());
    }

    void everyLetterLeadsToOnePlace()
    {
        Session session(m_folder.path());
        QVERIFY(session.show({1600, 1000}));
        QVERIFY(session.openStory(m_folder.path()));
        for (const PaneSpec &spec : paneSpecs()) {
            session.window->docks().bringUp(spec.name);
            QTRY_VERIFY(session.window->docks().pane(spec.name)->isVisible());
            QCOMPARE(sharedMnemonics(*session.window->menuBar(), *session.window).join(u'\n'), QString());
        }
    }

    void everyActionSaysWhatItDoes()
    {
        Session session(m_folder.path());
        for (const QAction *action : session.window->actions().all())
            QVERIFY2(!Actions::plainText(action).isEmpty(), qPrintable(action->objectName()));
    }

    void tabWalksThroughAllOfTheWindowAndComesBack()
    {
        Session session(m_folder.path());
        QVERIFY(session.show({1600, 1000}));
        QVERIFY(session.openStory(m_folder.path()));
        session.workspace.open(session.workspace.snapshot()->quotations().front().id); // an empty pane has nothing to stop at
        QTest::qWait(50);
        QWidget *first = session.window->header().searchBox();
        first->setFocus();
        QTRY_VERIFY(first->hasFocus());
        QSet<QString> met;
        QWidget *now = first;
        int steps = 0;
        do {
            QTest::keyClick(now, Qt::Key_Tab);
            QWidget *next = QApplication::focusWidget();
            QVERIFY2(next && next != now, qPrintable(describe(now)));
            // A dock behind another tab lies outside of the window.
            const QRect place(next->mapTo(session.window.get(), QPoint()), next->size());
            QVERIFY2(next->isVisible() && session.window->rect().intersects(place),
                     qPrintable(u"%1 from %2, %3 x %4"_s.arg(describe(next), describe(now)).arg(next->width()).arg(next->height())));
            now = next;
            for (const QWidget *up = now; up; up = up->parentWidget()) {
                if (const auto *pane = qobject_cast<const Pane *>(up))
                    met.insert(pane->objectName());
            }
        } while (now != first && ++steps < 200);
        QCOMPARE(now, first);
        for (const PaneSpec &spec : paneSpecs()) {
            if (spec.shown)
                QVERIFY2(met.contains(spec.name), qPrintable(spec.name));
        }
    }
};

QTEST_MAIN(TestAccess)
#include "tst_access.moc"
