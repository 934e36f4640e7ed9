// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/words.h"

#include <QCoreApplication>

namespace onrecord::present {

using namespace Qt::StringLiterals;

namespace {

struct Media {
    Q_DECLARE_TR_FUNCTIONS(onrecord::present::Media)
};

struct Named {
    QLatin1StringView type;
    const char *words;
};

constexpr Named names[] = {
    {"text/plain"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "plain text")},
    {"text/markdown"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "Markdown text")},
    {"text/html"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "web page")},
    {"text/csv"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "table (CSV)")},
    {"text/tab-separated-values"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "table (TSV)")},
    {"text/vtt"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "subtitles (WebVTT)")},
    {"application/x-subrip"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "subtitles (SRT)")},
    {"message/rfc822"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "mail")},
    {"multipart/related"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "saved web page (MHTML)")},
    {"application/pdf"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "PDF")},
    {"application/rtf"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "RTF document")},
    {"application/epub+zip"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "book (EPUB)")},
    {"application/zip"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "archive (ZIP)")},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "Word document (DOCX)")},
    {"application/vnd.oasis.opendocument.text"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "text document (ODT)")},
    {"application/x-research-info-systems"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "references (RIS)")},
    {"application/x-bibtex"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "references (BibTeX)")},
    {"application/vnd.citationstyles.csl+json"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "references (CSL-JSON)")},
    {"application/x-ftm+json"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "people and links (FollowTheMoney)")},
    {"application/gexf+xml"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "graph (GEXF)")},
    {"application/graphml+xml"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "graph (GraphML)")},
    {"application/ld+json"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "web annotations")},
    {"image/png"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "picture (PNG)")},
    {"image/jpeg"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "picture (JPEG)")},
    {"image/tiff"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "picture (TIFF)")},
    {"image/webp"_L1, QT_TRANSLATE_NOOP("onrecord::present::Media", "picture (WebP)")},
};

} // namespace

QString mediaTypeName(const QString &type)
{
    for (const Named &named : names) {
        if (type == named.type)
            return Media::tr(named.words);
    }
    return type;
}

QString readAsInWords(const QString &mediaType, const QString &encoding)
{
    const QString kind = mediaTypeName(mediaType);
    return kind.isEmpty() || encoding.isEmpty() ? kind + encoding : Media::tr("%1, %2", "kind of file, encoding").arg(kind, encoding);
}

} // namespace onrecord::present
