// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/explore/textfind.h"
#include "core/explore/workspace.h"
#include "ui/source/paperview.h"

#include <QTimer>
#include <QWidget>
#include <atomic>

class QAction;
class QLabel;
class QToolButton;

namespace onrecord::ui {

class Desk;
class FindBar;
class HoverCard;
class PickerCard;
class TextThemes;

/// One article: its paper, its find bar and what can be done with its words. Two of them may stand side by side. Answers only
/// through the workspace and the desk. GUI thread.
class SourceView : public QWidget
{
    Q_OBJECT
public:
    SourceView(Desk &desk, TextThemes &themes, QWidget *parent = nullptr);
    ~SourceView() override;

    void setArticle(ArticleId article);
    [[nodiscard]] ArticleId article() const { return m_article; }
    /// The text has arrived and is on the paper.
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] PaperView *paper() const { return m_paper; }
    [[nodiscard]] FindBar *findBar() const { return m_findBar; }
    [[nodiscard]] const explore::FindAnswer &found() const { return m_found; }

    /// Scrolls to the passage, now or when the text arrives.
    void showPassage(const explore::Passage &passage);
    void setReadingPosition(qint32 offset); ///< likewise
    void setLayers(explore::MarkLayers layers);
    void setReveal(bool reveal);
    void setZoom(double zoom);
    /// What changed in the workspace since the last call.
    void refresh(explore::Workspace::Changes changes);

    void openFind();
    void findStep(int direction);
    /// Selects the next or previous quotation, figure or date of the shown layers after the caret.
    bool stepMark(int direction); ///< false when there is none
    void startQuotation();      ///< Q: the selected words become a quotation, the card asks by whom
    void startSpeaker();        ///< S: who said the current quotation
    void startAnotherSpeaker(); ///< Shift+S: and who said it together with them
    void strikeSelected();      ///< X: the selected words are no part of the article
    void restoreHere();         ///< Shift+X: the selected words, or the fold with the caret, are a part of it after all
    /// Moves an end of the current quotation by words (or characters); stored when the keys rest.
    void nudge(bool end, int direction, bool byCharacter);
    void copyWithCitation();
    [[nodiscard]] QuotationId currentQuotation() const; ///< of this article; null when another item is current

    /// What the context menu offers below what belongs to the words; null entries are separators. Owned by the pane.
    void setMenuActions(const QList<QAction *> &actions) { m_menuActions = actions; }

Q_SIGNALS:
    void zoomWanted(int steps);
    void articleShown();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct PendingNudge {
        QuotationId quotation;
        Span span;
    };
    void connectPaper();
    void take(const Result<QString> &text);
    void rebuildMarks();
    void restate();
    void rebuildDiscs();
    void rebuildOverview();
    void restyle();
    void clickWords(qint32 offset, Qt::KeyboardModifiers modifiers);
    void hoverWords(qint32 offset, QPoint where);
    void showHoverCard();
    void showMenu(QPoint where, qint32 offset);
    void dismiss();
    void announceSelection();
    void search();
    void takeFound(const explore::FindAnswer &answer);
    void closeFind();
    void markFilterWords();
    void takeFilterWords(const std::vector<Span> &places);
    void flushNudge();
    void dragEnd(bool end, qint32 offset);
    bool beginNudge(); ///< false when no quotation of this article is current or nothing may be changed
    void restoreHandles();
    void askSpeaker(bool isAnother);
    void placeCard(Span span);
    void closePicker();
    void updateNotice();
    [[nodiscard]] PaperHead head() const;
    void restrike(Span passage, bool struck);
    void storeQuotation(Span span, Kind kind, AgentId speaker, const QString &newName);
    void storeSpeaker(QuotationId quotation, AgentId speaker, const QString &newName);

    Desk &m_desk;
    TextThemes &m_themes;
    PaperView *m_paper;
    FindBar *m_findBar;
    QWidget *m_notice;
    QLabel *m_noticeText;
    QToolButton *m_noticeButton;
    HoverCard *m_hoverCard;
    PickerCard *m_picker;
    QList<QAction *> m_menuActions;
    ArticleId m_article;
    bool m_ready = false;
    explore::MarkLayers m_layers = explore::allMarkLayers;
    std::shared_ptr<const explore::ArticleMarks> m_marks = std::make_shared<explore::ArticleMarks>();
    explore::Passage m_waiting;
    qint32 m_waitingPosition = -1;
    std::vector<Region> m_regions; ///< as they are on the paper
    bool m_isReadAnew = false;     ///< with something struck or restored
    explore::FindAnswer m_found;
    int m_foundAt = -1;
    bool m_foundWrapped = false;
    quint64 m_searchNumber = 0;
    std::shared_ptr<std::atomic_bool> m_searchCancelled;
    QString m_markedWords; ///< of the filter
    std::vector<Span> m_wordSpans;
    std::shared_ptr<std::atomic_bool> m_wordsCancelled;
    QTimer m_hoverTimer;
    qint32 m_hoverOffset = -1;
    QPoint m_hoverPoint;
    QTimer m_nudgeTimer;
    PendingNudge m_nudge;
    /// What the picker was opened for: words of a new quotation, or an existing one.
    PendingNudge m_asked;
    bool m_isAnother = false; ///< beside those who say it already
};

} // namespace onrecord::ui
