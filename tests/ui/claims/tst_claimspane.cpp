// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panecase.h"
#include "ui/claims/claimspane.h"
#include "ui/claims/evidencerow.h"
#include "ui/claims/verdictscale.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;

class TestClaimsPane : public test::PaneCase<ClaimsPane>
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_pane.reset(); }
    void theSelectionBecomesAClaimWithItsEvidence();
    void aTypedClaimIsKeptWithEnter();
    void evidenceOpensItsPassage();
    void theSelectionCanSpeakAgainst();
    void aVerdictHasNumberLabelReasonAuthorAndDate();
    void theScaleIsTheUsersOwn();
    void undoTakesTheClaimBack();

private:
    template<class W>
    [[nodiscard]] W *part(const char *name) const
    {
        return m_pane->findChild<W *>(QString::fromLatin1(name));
    }
    [[nodiscard]] const std::vector<Claim> &claims() const { return m_room->workspace.snapshot()->claims(); }
    void makeClaim()
    {
        m_room->workspace.selection().set(m_room->workspace.snapshot()->quotations().front().id);
        m_pane->addFromSelection();
        QTRY_COMPARE(claims().size(), 1u);
        QTRY_COMPARE(m_pane->current(), claims().front().id);
    }
};

void TestClaimsPane::init()
{
    enter({test::bridgeShut()});
    newPane();
    showPane({420, 700});
}

void TestClaimsPane::theSelectionBecomesAClaimWithItsEvidence()
{
    makeClaim();
    const Quotation &quotation = m_room->workspace.snapshot()->quotations().front();
    QCOMPARE(quotation.content.exact, u"We found rust in every second bolt,"_s);
    QCOMPARE(claims().front().text, u"We found rust in every second bolt"_s); // without the comma that leads on to "she said"
    QCOMPARE(claims().front().evidence, (std::vector<Evidence>{{quotation.id, Stance::For}}));
    QTRY_COMPARE(part<QPlainTextEdit>("claims.text")->toPlainText(), claims().front().text);
}

void TestClaimsPane::aTypedClaimIsKeptWithEnter()
{
    QTest::mouseClick(part<QPushButton>("claims.new"), Qt::LeftButton);
    auto *text = part<QPlainTextEdit>("claims.text");
    QTRY_VERIFY(text->hasFocus());
    QTest::keyClicks(text, u"The bridge is safe."_s);
    QTest::keyClick(text, Qt::Key_Return);
    QTRY_COMPARE(claims().size(), 1u);
    QCOMPARE(claims().front().text, u"The bridge is safe."_s);
    QTRY_COMPARE(m_room->workspace.selection().current(), ItemId(claims().front().id));
    QTest::keyClicks(text, u" Really."_s);
    QTest::keyClick(text, Qt::Key_Return);
    QTRY_VERIFY(claims().front().text.contains(u"Really"));
    QCOMPARE(claims().size(), 1u);
}

void TestClaimsPane::evidenceOpensItsPassage()
{
    makeClaim();
    QTRY_COMPARE(m_pane->findChildren<EvidenceRow *>().size(), 1);
    auto *row = m_pane->findChild<EvidenceRow *>();
    row->opener()->setFocus();
    QTest::keyClick(row->opener(), Qt::Key_Return);
    QCOMPARE(m_room->workspace.passage().span, m_room->workspace.snapshot()->quotations().front().content.span);
}

void TestClaimsPane::theSelectionCanSpeakAgainst()
{
    makeClaim();
    const FigureId figure = m_room->workspace.snapshot()->figures().front().id;
    m_room->workspace.selection().set(figure);
    auto *against = part<QPushButton>("claims.against");
    QTRY_VERIFY(against->isEnabled());
    QTest::mouseClick(against, Qt::LeftButton);
    QTRY_COMPARE(claims().front().evidence.size(), 2u);
    QCOMPARE(claims().front().evidence.back(), (Evidence{figure, Stance::Against}));
    QTRY_COMPARE(m_pane->findChildren<EvidenceRow *>().size(), 2);
}

void TestClaimsPane::aVerdictHasNumberLabelReasonAuthorAndDate()
{
    makeClaim();
    auto *grade = part<QComboBox>("claims.grade");
    grade->setFocus();
    grade->setCurrentIndex(grade->findData(u"half true"_s));
    part<QLineEdit>("claims.author")->setFocus();
    QTest::keyClicks(part<QLineEdit>("claims.author"), u"Ann Ray"_s);
    part<QPlainTextEdit>("claims.why")->setFocus();
    QTest::keyClicks(part<QPlainTextEdit>("claims.why"), u"Rust in some bolts."_s);
    QTest::mouseClick(part<QPushButton>("claims.give"), Qt::LeftButton);
    QTRY_COMPARE(claims().front().verdict, u"half true"_s);
    const auto shown = [&] { return part<QLabel>("claims.verdict")->text(); };
    QTRY_VERIFY2(shown().contains(u"half true"), qPrintable(shown()));
    for (const QString &word : {u"3"_s, u"Ann Ray"_s, u"2031"_s, u"Rust in some bolts."_s})
        QVERIFY2(shown().contains(word), qPrintable(shown()));
}

void TestClaimsPane::theScaleIsTheUsersOwn()
{
    makeClaim();
    QTest::mouseClick(part<QToolButton>("claims.editScale"), Qt::LeftButton);
    auto *table = part<QTableWidget>("claims.scale");
    QTRY_VERIFY(table->isVisible());
    table->item(0, 1)->setText(u"beyond a doubt"_s);
    QTest::mouseClick(part<QPushButton>("claims.scale.save"), Qt::LeftButton);
    QVERIFY(part<QComboBox>("claims.grade")->findData(u"beyond a doubt"_s) >= 0);
    // Another pane of the same project has it too.
    ClaimsPane second(m_room->desk);
    second.show();
    QTRY_VERIFY(second.findChild<QComboBox *>(u"claims.grade"_s)->findData(u"beyond a doubt"_s) >= 0);
    QCOMPARE(VerdictScale::of(VerdictScale({{2, u"b"_s}, {1, u"a"_s}, {3, {}}}).toRecord()).grades().size(), 2u);
    // It is part of the record: taken back like any change.
    const auto undone = m_room->store.run([](store::Project &project) { return project.undo(); });
    QTRY_VERIFY(undone.isFinished());
    QTRY_VERIFY(part<QComboBox>("claims.grade")->findData(u"beyond a doubt"_s) < 0);
}

void TestClaimsPane::undoTakesTheClaimBack()
{
    makeClaim();
    const auto undone = m_room->store.run([](store::Project &project) { return project.undo(); });
    QTRY_VERIFY(undone.isFinished());
    QTRY_VERIFY(claims().empty());
    QTRY_VERIFY(!m_pane->current());
    QTRY_VERIFY(part<QPlainTextEdit>("claims.text")->toPlainText().isEmpty());
}

QTEST_MAIN(TestClaimsPane)
#include "tst_claimspane.moc"
