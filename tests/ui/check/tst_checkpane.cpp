// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panecase.h"
#include "ui/check/checkpane.h"
#include "ui/check/hitcard.h"
#include "ui/check/verdictbanner.h"
#include "ui/check/verdictwords.h"
#include "ui/widgets/piecesview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QToolButton>

using namespace onrecord;
using namespace onrecord::ui;
using namespace Qt::StringLiterals;
using match::Verdict;

class TestCheckPane : public test::PaneCase<CheckPane>
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_pane.reset(); }
    void sendingWordsAnswersWithTheVerdict_data();
    void sendingWordsAnswersWithTheVerdict();
    void aDateIsAskedForAndWhatIsNoneIsSaid();
    void anotherSourceThanTheOneAskedForIsSaid();
    void theAnswerToOtherWordsSaysSoAtOnce();
    void anAnswerThatTakesLongIsSaidToBeUnderWay();
    void tabGoesOnInTheOrderOneSees();
    void datesAreSaidAsFineAsTheyAreKnown_data();
    void datesAreSaidAsFineAsTheyAreKnown();
    void theHeadlineSaysWhatMatters();
    void aConflictIsNamedOnAChip();
    void aDifferenceWhereTheScanIsUncertainIsNobodysYet();
    void aHitOpensItsPassage();
    void typingAnswersWithoutAKey();
    void anEmptyFieldSaysWhatThePaneDoes();
    void theVerdictCanBeCopiedWithWhatWasSearched();
    void differencesAreReadOutWithWordsNotColours();

private:
    void ask(const QString &quote, const QString &speaker = {});
};

void TestCheckPane::initTestCase()
{
    enter({test::bridgeShut(), test::rustAndRumours(), test::letter()});
}

void TestCheckPane::init()
{
    newPane();
    showPane({520, 560});
}

/// As a person would: words into the field, a speaker or not, Enter.
void TestCheckPane::ask(const QString &quote, const QString &speaker)
{
    QSignalSpy answered(m_pane.get(), &CheckPane::answered);
    auto *field = m_pane->findChild<QPlainTextEdit *>(u"check.quote"_s);
    field->setPlainText(quote);
    m_pane->findChild<QComboBox *>(u"check.speaker"_s)->setEditText(speaker);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!answered.isEmpty());
}

void TestCheckPane::sendingWordsAnswersWithTheVerdict_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<QString>("speaker");
    QTest::addColumn<Verdict>("verdict");
    const QString said = u"We found rust in every second bolt"_s;
    QTest::newRow("verbatim") << said << QString() << Verdict::Verbatim;
    QTest::newRow("pasted with its marks") << u"  \"we found rust in\nevery second bolt\" "_s << QString() << Verdict::Verbatim;
    QTest::newRow("right speaker") << said << u"Ana Ruiz"_s << Verdict::Verbatim;
    QTest::newRow("right surname") << said << u"Ruiz"_s << Verdict::Verbatim;
    QTest::newRow("wrong speaker") << said << u"Tom Hale"_s << Verdict::VerbatimOtherSpeaker;
    QTest::newRow("a not put in") << u"We found not rust in every second bolt"_s << QString() << Verdict::Altered;
    QTest::newRow("another number") << u"We found rust in every second bolt, and we will not hide 21 of them."_s << QString() << Verdict::Altered;
    QTest::newRow("a hidden not") << u"We found rust in every second bolt, and we will … hide 12 of them."_s << QString() << Verdict::Shortened;
    QTest::newRow("never printed") << u"Purple elephants dance across the frozen tundra"_s << QString() << Verdict::NotFound;
}

void TestCheckPane::sendingWordsAnswersWithTheVerdict()
{
    QFETCH(QString, quote);
    QFETCH(QString, speaker);
    QFETCH(Verdict, verdict);
    ask(quote, speaker);
    QCOMPARE(m_pane->answer().verdict, verdict);
    QVERIFY(m_pane->findChild<VerdictBanner *>()->isVisible());
    QCOMPARE(m_pane->answer().searched.articles, 3);
    QVERIFY(m_pane->subtitle().startsWith(u"searched 3 articles"_s));
    QCOMPARE(m_pane->findChildren<HitCard *>().isEmpty(), verdict == Verdict::NotFound);
}

void TestCheckPane::theHeadlineSaysWhatMatters()
{
    match::Hit hit;
    match::Verification answer;
    answer.verdict = Verdict::Verbatim;
    answer.hits = {hit};
    QCOMPARE(VerdictWords::headline(answer), u"Verbatim"_s);
    answer.contrary = 1;
    QCOMPARE(VerdictWords::headline(answer), u"Verbatim — but another article prints the contrary"_s);
    answer.contrary = 3;
    QCOMPARE(VerdictWords::headline(answer), u"Verbatim — but 3 other articles print the contrary"_s);
    answer.verdict = Verdict::Shortened;
    QCOMPARE(VerdictWords::headline(answer), u"Shortened — and 3 other articles print the contrary"_s);
    answer.verdict = Verdict::Verbatim;
    answer.contrary = 0;
    answer.hits.front().isReported = true;
    QVERIFY(VerdictWords::headline(answer).contains(u"not quoted"_s));
    QVERIFY(VerdictWords::explanation(answer, u"Ana Ruiz"_s, u"Valley Gazette"_s).contains(u"it does not quote"_s));
    answer.hits = {hit};
    answer.verdict = Verdict::Paraphrase;
    answer.hits.front().meaningChanged = true;
    QVERIFY(VerdictWords::headline(answer).contains(u"something else"_s));
    answer.verdict = Verdict::Altered;
    answer.hits = {hit};
    match::Change change;
    change.from = u"$5"_s;
    change.to = u"five dollars"_s;
    change.bearing = match::Bearing::SameValue;
    answer.hits.front().changes = {change};
    QCOMPARE(VerdictWords::headline(answer), u"Altered — the same value written otherwise"_s);
    QVERIFY(VerdictWords::changes(answer.hits.front()).contains(u"the same value"_s));
}

void TestCheckPane::aDateIsAskedForAndWhatIsNoneIsSaid()
{
    auto *when = m_pane->findChild<QLineEdit *>(u"check.when"_s);
    const auto answerFor = [&](const QString &words) {
        QSignalSpy answered(m_pane.get(), &CheckPane::answered);
        when->setText(words);
        QTest::keyClick(when, Qt::Key_Return);
        return QTest::qWaitFor([&] { return !answered.isEmpty(); });
    };
    ask(u"We found rust in every second bolt"_s);
    QVERIFY(answerFor(u"4 March 1987"_s));
    QCOMPARE(m_pane->answer().when, PartialDate::day(1987, 3, 4));
    QVERIFY(!m_pane->answer().hits.empty());
    QVERIFY(!m_pane->answer().hits.front().dateAgrees);
    QVERIFY(answerFor(u"some day"_s));
    QVERIFY(!m_pane->answer().when.isKnown());
    const auto labels = m_pane->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->isVisible() && label->text().contains(u"some day"); }));
}

void TestCheckPane::anotherSourceThanTheOneAskedForIsSaid()
{
    auto *source = m_pane->findChild<QComboBox *>(u"check.source"_s);
    QVERIFY(source);
    QVERIFY(source->count() > 0);
    source->setEditText(u"The Nowhere Gazette"_s);
    ask(u"We found rust in every second bolt"_s);
    QCOMPARE(m_pane->answer().verdict, Verdict::VerbatimOtherSource);
    const auto *banner = m_pane->findChild<VerdictBanner *>();
    QVERIFY2(banner->headline().contains(u"another source"), qPrintable(banner->headline()));
    QVERIFY2(banner->explanation().contains(u"The Nowhere Gazette"), qPrintable(banner->explanation()));
}

void TestCheckPane::theAnswerToOtherWordsSaysSoAtOnce()
{
    ask(u"We found rust in every second bolt"_s);
    const auto *banner = m_pane->findChild<VerdictBanner *>();
    const QString verdict = banner->headline();
    const auto *copy = m_pane->findChild<QAction *>(u"check.copy"_s);
    QVERIFY(copy->isEnabled());
    auto *field = m_pane->findChild<QPlainTextEdit *>(u"check.quote"_s);
    QSignalSpy answered(m_pane.get(), &CheckPane::answered);
    QTest::keyClick(field, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(field, u" x"_s);
    QCOMPARE(banner->headline(), u"For the words before: "_s + verdict);
    QVERIFY(!copy->isEnabled());
    for (const HitCard *card : m_pane->findChildren<HitCard *>())
        QVERIFY(!card->isVisible());
    QGuiApplication::clipboard()->setText(u"untouched"_s);
    QTest::keyClick(field, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"untouched"_s);
    QTest::keyClick(field, Qt::Key_Backspace);
    QTest::keyClick(field, Qt::Key_Backspace);
    QCOMPARE(banner->headline(), verdict); // the words are those answered again
    QVERIFY(copy->isEnabled());
    QTest::keyClicks(field, u" x"_s);
    answered.clear();
    QTRY_VERIFY(!answered.isEmpty());
    QVERIFY(!banner->headline().startsWith(u"For the words before"));
    QVERIFY(copy->isEnabled());
}

void TestCheckPane::anAnswerThatTakesLongIsSaidToBeUnderWay()
{
    ask(u"We found rust in every second bolt"_s);
    // The project's thread is held up, as by a question over many articles.
    auto held = std::make_shared<QSemaphore>();
    const auto busy = m_room->store.run([held](store::Project &) -> Result<void> {
        held->acquire();
        return {};
    });
    const auto release = qScopeGuard([&] { held->release(); });
    auto *field = m_pane->findChild<QPlainTextEdit *>(u"check.quote"_s);
    QTest::keyClick(field, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(field, u" x"_s);
    const auto *banner = m_pane->findChild<VerdictBanner *>();
    QTRY_COMPARE(banner->headline(), u"Checking…"_s);
    QVERIFY(!m_pane->findChild<QAction *>(u"check.copy"_s)->isEnabled());
    held->release();
    QTRY_VERIFY(m_pane->findChild<QAction *>(u"check.copy"_s)->isEnabled());
    QVERIFY(banner->headline() != u"Checking…"_s);
}

void TestCheckPane::tabGoesOnInTheOrderOneSees()
{
    ask(u"We found rust in every second bolt"_s);
    m_pane->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    auto *go = m_pane->findChild<QLineEdit *>(u"check.when"_s);
    go->setFocus();
    QTRY_VERIFY(go->hasFocus());
    QTest::keyClick(m_pane.get(), Qt::Key_Tab); // Check
    QTest::keyClick(m_pane.get(), Qt::Key_Tab);
    const auto *card = qobject_cast<HitCard *>(QApplication::focusWidget());
    QVERIFY(card);
    QTest::keyClick(m_pane.get(), Qt::Key_Tab);
    const auto *why = qobject_cast<QToolButton *>(QApplication::focusWidget());
    QVERIFY(why && card->isAncestorOf(why));
    for (qsizetype i = 1; i < m_pane->findChildren<HitCard *>().size(); ++i) {
        QTest::keyClick(m_pane.get(), Qt::Key_Tab);
        QVERIFY(qobject_cast<HitCard *>(QApplication::focusWidget()));
        QTest::keyClick(m_pane.get(), Qt::Key_Tab);
    }
    QTest::keyClick(m_pane.get(), Qt::Key_Tab);
    const auto *copy = qobject_cast<QPushButton *>(QApplication::focusWidget());
    QVERIFY(copy && copy->text() == u"Copy Ve&rdict"_s);
}

void TestCheckPane::datesAreSaidAsFineAsTheyAreKnown_data()
{
    QTest::addColumn<PartialDate>("from");
    QTest::addColumn<PartialDate>("to");
    QTest::addColumn<QString>("words");
    QTest::newRow("a year and a day") << PartialDate::year(2019) << PartialDate::day(2025, 5, 5) << u"searched 3 articles, 2019 – 5 May 2025"_s;
    QTest::newRow("two days") << PartialDate::day(2019, 1, 1) << PartialDate::day(2025, 5, 5) << u"searched 3 articles, 1 January 2019 – 5 May 2025"_s;
    QTest::newRow("one year") << PartialDate::year(2019) << PartialDate::year(2019) << u"searched 3 articles, 2019"_s;
    QTest::newRow("a day and a month") << PartialDate::day(2019, 2, 3) << PartialDate::month(2025, 5) << u"searched 3 articles, 3 February 2019 – May 2025"_s;
}

void TestCheckPane::datesAreSaidAsFineAsTheyAreKnown()
{
    QFETCH(PartialDate, from);
    QFETCH(PartialDate, to);
    match::Searched searched;
    searched.articles = 3;
    searched.from = from;
    searched.to = to;
    QTEST(VerdictWords::searched(searched), "words");
}

void TestCheckPane::aConflictIsNamedOnAChip()
{
    ask(u"We found not rust in every second bolt"_s);
    const auto *chips = m_pane->findChild<QWidget *>(u"hit.changes"_s);
    QVERIFY(chips);
    QTRY_VERIFY(chips->isVisible());
    const auto labels = chips->findChildren<QLabel *>();
    QVERIFY(!labels.isEmpty());
    QCOMPARE(labels.front()->text(), u"+ negation “not” added"_s);
    QVERIFY(m_pane->findChild<VerdictBanner *>()->headline().contains(u"the meaning changes"_s));
    QTest::mouseClick(m_pane->findChild<HitCard *>(), Qt::LeftButton);
    QCOMPARE(m_room->workspace.passage().article, m_pane->answer().hits.front().article);
}

void TestCheckPane::aDifferenceWhereTheScanIsUncertainIsNobodysYet()
{
    store::Store store(test::fixedClock());
    QVERIFY(QTest::qWaitFor([made = store.create(m_room->folder.filePath(u"scan.onrecord"_s))] { return made.isFinished(); }));
    store::NewArticle scan;
    scan.fileName = u"scan.pdf"_s;
    scan.original = "a scan";
    scan.document.text = u"The keeper said that 480 boats had passed the old lock before the gates were shut on Monday. Nobody on the bank had a word to add to that."_s;
    const auto at = static_cast<qint32>(scan.document.text.indexOf(u"480"_s));
    scan.document.recognition = Recognition{u"Tesseract 5.5.0"_s, {u"eng"_s}, 17, 91, {{{at, at + 3}, 52}}};
    store.run([scan](store::Project &project) { return project.addArticle(scan).transform([](const store::Added &) {}); });
    QTRY_COMPARE(store.snapshot()->articles().size(), 1);
    explore::Workspace space;
    space.reset(store.snapshot());
    Desk desk(space, store, m_room->settings);
    CheckPane pane(desk);
    pane.resize(500, 700);
    pane.show();
    QSignalSpy answered(&pane, &CheckPane::answered);
    pane.findChild<QPlainTextEdit *>(u"check.quote"_s)->setPlainText(u"430 boats had passed the old lock before the gates were shut"_s);
    QTRY_VERIFY(!answered.isEmpty());
    QCOMPARE(pane.answer().verdict, Verdict::Altered); // that is what stands there
    auto *words = pane.findChild<QLabel *>(u"hit.scan"_s);
    QVERIFY(words);
    QVERIFY2(words->text().contains(u"“480” 52 %"_s) && words->text().contains(u"it may be the scan's"_s) && words->text().contains(u"scan.pdf"_s), qPrintable(words->text()));
    auto *chip = pane.findChild<QWidget *>(u"hit.changes"_s)->findChildren<QLabel *>().front();
    QVERIFY(chip->text().contains(u"(scan uncertain)"_s));
    // Where a chip has no room its middle is left out, not its end.
    chip->resize(chip->sizeHint());
    const QImage whole = chip->grab().toImage();
    chip->resize(chip->width() * 2 / 3, chip->height());
    const QRect end(chip->width() / 2, 4, chip->width() / 3, chip->height() - 8);
    QVERIFY(chip->grab().toImage().copy(end) != whole.copy(end));
    QVERIFY(pane.findChild<HitCard *>()->accessibleDescription().contains(u"uncertain"_s));
    // Where the scan is sure there is nothing to say.
    answered.clear();
    pane.findChild<QPlainTextEdit *>(u"check.quote"_s)->setPlainText(u"Nobody on the bank had a thing to add to that"_s);
    QTRY_VERIFY(!answered.isEmpty());
    QTRY_VERIFY(!pane.findChild<QLabel *>(u"hit.scan"_s));
}

void TestCheckPane::aHitOpensItsPassage()
{
    ask(u"we found rust in every second bolt"_s);
    auto *card = m_pane->findChild<HitCard *>();
    QVERIFY(card);
    card->setFocus();
    QTest::keyClick(card, Qt::Key_Return);
    const auto &hit = m_pane->answer().hits.front();
    QCOMPARE(m_room->workspace.passage().article, hit.article);
    QCOMPARE(m_room->workspace.passage().span, hit.passages.front());
    QCOMPARE(m_room->workspace.selection().current(), ItemId(hit.quotation));
    QVERIFY(!m_room->workspace.trail().empty());
}

void TestCheckPane::typingAnswersWithoutAKey()
{
    QSignalSpy answered(m_pane.get(), &CheckPane::answered);
    QTest::keyClicks(m_pane->findChild<QPlainTextEdit *>(u"check.quote"_s), u"rust in every second"_s);
    QTRY_VERIFY(!answered.isEmpty());
    QCOMPARE(m_pane->answer().verdict, Verdict::Verbatim);
}

void TestCheckPane::anEmptyFieldSaysWhatThePaneDoes()
{
    ask(u"we found rust"_s);
    auto *field = m_pane->findChild<QPlainTextEdit *>(u"check.quote"_s);
    field->clear();
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!m_pane->findChild<VerdictBanner *>()->isVisible());
    QVERIFY(m_pane->subtitle().isEmpty());
    ask(u" “…” "_s);
    QVERIFY(!m_pane->findChild<VerdictBanner *>()->isVisible());
}

void TestCheckPane::theVerdictCanBeCopiedWithWhatWasSearched()
{
    ask(u"we found rust in every second bolt"_s, u"Ana Ruiz"_s);
    QTest::keyClick(m_pane->findChild<QPlainTextEdit *>(u"check.quote"_s), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"Verbatim"_s) && copied.contains(u"Ana Ruiz"_s) && copied.contains(u"earched 3 articles"_s), qPrintable(copied));
}

void TestCheckPane::differencesAreReadOutWithWordsNotColours()
{
    using Op = match::Piece::Op;
    const std::vector<match::Piece> pieces{{Op::Same, u"The crossing will "_s}, {Op::Printed, u"not "_s}, {Op::Same, u"open "_s}, {Op::Asked, u"today"_s}};
    PiecesView view;
    view.setPieces(pieces);
    QCOMPARE(view.accessibleName(), u"The crossing will [only in the article: not] open [only in your wording: today]"_s);
    QCOMPARE(PiecesView::asText(pieces), u"The crossing will [-not-] open {+today+}"_s);
    QVERIFY(view.heightForWidth(80) > view.heightForWidth(800));
}

QTEST_MAIN(TestCheckPane)
#include "tst_checkpane.moc"
