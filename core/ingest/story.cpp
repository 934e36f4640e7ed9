// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/story.h"

#include "core/record/spelling.h"
#include "core/text/fold.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace onrecord::ingest {

using namespace Qt::StringLiterals;

namespace {

QByteArray resource(const QString &name)
{
    QFile file(u":/onrecord/story/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The agent with that name among its names, the one mentioned most where several have it.
AgentId agentNamed(const Snapshot &snapshot, const QString &name)
{
    const QString wanted = foldedText(name);
    AgentId found;
    size_t mentions = 0;
    for (const Agent &agent : snapshot.agents()) {
        const bool isIt = foldedText(agent.name) == wanted || std::ranges::any_of(agent.names, [&wanted](const AgentName &n) { return foldedText(n.name) == wanted; });
        if (isIt && (!found || snapshot.mentionsOf(agent.id).size() > mentions)) {
            found = agent.id;
            mentions = snapshot.mentionsOf(agent.id).size();
        }
    }
    return found;
}

Event eventFrom(const QJsonObject &json, const Snapshot &snapshot)
{
    Event event;
    event.name = json.value(u"name"_s).toString();
    event.note = json.value(u"note"_s).toString();
    event.when.when = PartialDate::fromEdtf(json.value(u"date"_s).toString()).value_or(PartialDate());
    event.when.basis = basisFromSpelling(json.value(u"basis"_s).toString()).value_or(Basis::None);
    for (const QJsonValue &name : json.value(u"agents"_s).toArray()) {
        if (const AgentId agent = agentNamed(snapshot, name.toString()); agent)
            event.agents.push_back(agent);
    }
    for (const QJsonValue &file : json.value(u"articles"_s).toArray()) {
        const auto article = std::ranges::find(snapshot.articles(), file.toString(), &Article::fileName);
        if (article != snapshot.articles().end())
            event.articles.push_back(article->id);
    }
    return event;
}

void addEvents(ArticleSink &sink, ImportReport &report)
{
    const auto snapshot = sink.snapshot();
    if (!snapshot || report.files.empty())
        return;
    const QJsonArray stored = QJsonDocument::fromJson(resource(u"events.json"_s)).object().value(u"events"_s).toArray();
    std::vector<Event> events;
    for (const QJsonValue &json : stored) {
        const Event event = eventFrom(json.toObject(), **snapshot);
        const bool isThere = std::ranges::any_of((*snapshot)->events(), [&event](const Event &other) { return other.name == event.name && other.when == event.when; });
        if (!isThere)
            events.push_back(event);
    }
    if (events.empty())
        return;
    if (const auto added = sink.addEvents(events); !added)
        report.files.back().remarks.push_back({RemarkKind::EventsNotKept, {added.error().detail}});
}

} // namespace

Offer storyOffer()
{
    Offer offer;
    const QStringList names = QDir(u":/onrecord/story"_s).entryList({u"[0-9]*.md"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        offer.files.push_back({{}, resource(name), name, io::Links::Follow});
    return offer;
}

ImportReport importStory(ArticleSink &sink, const Listener &listener, const ImportOptions &options)
{
    ImportReport report = importFiles(storyOffer(), sink, listener, options);
    if (!listener.isCancelled())
        addEvents(sink, report);
    return report;
}

} // namespace onrecord::ingest
