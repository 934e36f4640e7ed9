// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"
#include "core/store/connection.h"

namespace onrecord::store {

namespace {

using namespace Qt::StringLiterals;

// Every table and column is described in docs/schema.md; a test compares the two.
// NOLINTBEGIN: SQL text
constexpr const char *statements[] = {
    R"(CREATE TABLE meta(
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID)",

    // Sources: only ever added to, shared by digest, outside the change sets (an undone import can be redone from them).
    R"(CREATE TABLE source_bytes(
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK(length(sha256) = 32),
  byte_count INTEGER NOT NULL CHECK(byte_count >= 0),
  packing TEXT NOT NULL CHECK(packing IN ('none', 'zstd')),
  bytes BLOB NOT NULL
) STRICT)",
    R"(CREATE TABLE source_text(
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK(length(sha256) = 32),
  folded_sha256 BLOB NOT NULL CHECK(length(folded_sha256) = 32),
  unit_count INTEGER NOT NULL CHECK(unit_count >= 0),
  text TEXT NOT NULL
) STRICT)",
    "CREATE INDEX source_text_folded ON source_text(folded_sha256)",
    R"(CREATE TABLE source_recognition(
  id INTEGER PRIMARY KEY,
  bytes_id INTEGER NOT NULL REFERENCES source_bytes(id),
  text_id INTEGER NOT NULL REFERENCES source_text(id),
  program TEXT NOT NULL,
  languages TEXT NOT NULL,
  word_count INTEGER NOT NULL CHECK(word_count >= 0),
  mean REAL NOT NULL CHECK(mean BETWEEN 0.0 AND 100.0),
  uncertain TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK(length(sha256) = 32),
  UNIQUE(bytes_id, text_id)
) STRICT)",
    "CREATE INDEX source_recognition_text ON source_recognition(text_id)",

    R"(CREATE TABLE agent(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK(length(uuid) = 16),
  type INTEGER NOT NULL CHECK(type BETWEEN 1 AND 5),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  affiliation_id INTEGER REFERENCES agent(id) CHECK(affiliation_id <> id),
  status INTEGER NOT NULL CHECK(status BETWEEN 1 AND 4),
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    "CREATE INDEX agent_affiliation ON agent(affiliation_id)",
    R"(CREATE TABLE agent_name(
  id INTEGER PRIMARY KEY,
  agent_id INTEGER NOT NULL REFERENCES agent(id),
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  type INTEGER NOT NULL CHECK(type BETWEEN 1 AND 8),
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    "CREATE INDEX agent_name_agent ON agent_name(agent_id)",
    "CREATE INDEX agent_name_key ON agent_name(key)",

    R"(CREATE TABLE outlet(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK(length(uuid) = 16),
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  agent_id INTEGER REFERENCES agent(id),
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    "CREATE INDEX outlet_key ON outlet(key)",
    "CREATE INDEX outlet_agent ON outlet(agent_id)",

    R"(CREATE TABLE article(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK(length(uuid) = 16),
  bytes_id INTEGER NOT NULL REFERENCES source_bytes(id),
  text_id INTEGER NOT NULL REFERENCES source_text(id),
  title TEXT NOT NULL,
  title_basis INTEGER NOT NULL CHECK(title_basis BETWEEN 0 AND 8),
  outlet_id INTEGER REFERENCES outlet(id),
  outlet_basis INTEGER NOT NULL CHECK(outlet_basis BETWEEN 0 AND 8),
  authors TEXT NOT NULL,
  authors_basis INTEGER NOT NULL CHECK(authors_basis BETWEEN 0 AND 8),
  published_edtf TEXT NOT NULL,
  published_earliest INTEGER NOT NULL,
  published_latest INTEGER NOT NULL CHECK(published_latest >= published_earliest),
  published_basis INTEGER NOT NULL CHECK(published_basis BETWEEN 0 AND 8),
  published_words TEXT NOT NULL,
  captured_at INTEGER NOT NULL,
  url TEXT NOT NULL,
  url_basis INTEGER NOT NULL CHECK(url_basis BETWEEN 0 AND 8),
  language TEXT NOT NULL,
  media_type TEXT NOT NULL,
  encoding TEXT NOT NULL,
  replacements INTEGER NOT NULL CHECK(replacements >= 0),
  remarks TEXT NOT NULL,
  file_name TEXT NOT NULL,
  word_count INTEGER NOT NULL CHECK(word_count >= 0),
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    "CREATE INDEX article_bytes ON article(bytes_id)",
    "CREATE INDEX article_text ON article(text_id)",
    "CREATE INDEX article_outlet ON article(outlet_id)",
    R"(CREATE TABLE capture(
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id),
  bytes_id INTEGER NOT NULL REFERENCES source_bytes(id),
  file_name TEXT NOT NULL,
  captured_at INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    "CREATE INDEX capture_article ON capture(article_id)",
    "CREATE INDEX capture_bytes ON capture(bytes_id)",
    R"(CREATE TABLE region(
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id),
  start_at INTEGER NOT NULL CHECK(start_at >= 0),
  end_at INTEGER NOT NULL CHECK(end_at >= start_at),
  kind INTEGER NOT NULL CHECK(kind BETWEEN 1 AND 9),
  struck INTEGER NOT NULL CHECK(struck IN (0, 1)),
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    "CREATE INDEX region_article ON region(article_id)",
    R"(CREATE TABLE mention(
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id),
  agent_id INTEGER NOT NULL REFERENCES agent(id),
  start_at INTEGER NOT NULL CHECK(start_at >= 0),
  end_at INTEGER NOT NULL CHECK(end_at > start_at),
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    "CREATE INDEX mention_article ON mention(article_id)",
    "CREATE INDEX mention_agent ON mention(agent_id)",

    R"(CREATE TABLE utterance(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK(length(uuid) = 16),
  status INTEGER NOT NULL CHECK(status BETWEEN 1 AND 4),
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    R"(CREATE TABLE quotation(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK(length(uuid) = 16),
  article_id INTEGER NOT NULL REFERENCES article(id),
  start_at INTEGER NOT NULL CHECK(start_at >= 0),
  end_at INTEGER NOT NULL CHECK(end_at > start_at),
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  segments TEXT NOT NULL,
  cue_start INTEGER NOT NULL CHECK(cue_start >= 0),
  cue_end INTEGER NOT NULL CHECK(cue_end >= cue_start),
  cue_text TEXT NOT NULL,
  mention_start INTEGER NOT NULL CHECK(mention_start >= 0),
  mention_end INTEGER NOT NULL CHECK(mention_end >= mention_start),
  mention_text TEXT NOT NULL,
  speaker_id INTEGER REFERENCES agent(id),
  kind INTEGER NOT NULL CHECK(kind BETWEEN 1 AND 7),
  directness INTEGER NOT NULL CHECK(directness BETWEEN 1 AND 3),
  carriers TEXT NOT NULL,
  markers TEXT NOT NULL,
  said_edtf TEXT NOT NULL,
  said_earliest INTEGER NOT NULL,
  said_latest INTEGER NOT NULL CHECK(said_latest >= said_earliest),
  said_basis INTEGER NOT NULL CHECK(said_basis BETWEEN 0 AND 8),
  said_words TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL CHECK(confidence BETWEEN 0.0 AND 1.0),
  status INTEGER NOT NULL CHECK(status BETWEEN 1 AND 4),
  utterance_id INTEGER REFERENCES utterance(id),
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    "CREATE INDEX quotation_article ON quotation(article_id)",
    "CREATE INDEX quotation_speaker ON quotation(speaker_id)",
    "CREATE INDEX quotation_utterance ON quotation(utterance_id)",
    R"(CREATE TABLE joint_speaker(
  id INTEGER PRIMARY KEY,
  quotation_id INTEGER NOT NULL REFERENCES quotation(id),
  agent_id INTEGER NOT NULL REFERENCES agent(id),
  digest BLOB NOT NULL CHECK(length(digest) = 32),
  UNIQUE(quotation_id, agent_id)
) STRICT)",
    "CREATE INDEX joint_speaker_agent ON joint_speaker(agent_id)",
    R"(CREATE TABLE figure(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK(length(uuid) = 16),
  article_id INTEGER NOT NULL REFERENCES article(id),
  start_at INTEGER NOT NULL CHECK(start_at >= 0),
  end_at INTEGER NOT NULL CHECK(end_at > start_at),
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  value REAL,
  max_value REAL,
  unit TEXT NOT NULL,
  qualifier INTEGER NOT NULL CHECK(qualifier BETWEEN 0 AND 7),
  subject TEXT NOT NULL,
  predicate TEXT NOT NULL,
  asserted_by_id INTEGER REFERENCES agent(id),
  quotation_id INTEGER REFERENCES quotation(id),
  rule TEXT NOT NULL,
  confidence REAL NOT NULL CHECK(confidence BETWEEN 0.0 AND 1.0),
  status INTEGER NOT NULL CHECK(status BETWEEN 1 AND 4),
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    "CREATE INDEX figure_article ON figure(article_id)",
    "CREATE INDEX figure_asserted_by ON figure(asserted_by_id)",
    "CREATE INDEX figure_quotation ON figure(quotation_id)",
    R"(CREATE TABLE date_mention(
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id),
  start_at INTEGER NOT NULL CHECK(start_at >= 0),
  end_at INTEGER NOT NULL CHECK(end_at > start_at),
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  when_edtf TEXT NOT NULL,
  when_earliest INTEGER NOT NULL,
  when_latest INTEGER NOT NULL CHECK(when_latest >= when_earliest),
  when_basis INTEGER NOT NULL CHECK(when_basis BETWEEN 0 AND 8),
  when_words TEXT NOT NULL,
  rule TEXT NOT NULL,
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    "CREATE INDEX date_mention_article ON date_mention(article_id)",

    R"(CREATE TABLE event(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK(length(uuid) = 16),
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  when_edtf TEXT NOT NULL,
  when_earliest INTEGER NOT NULL,
  when_latest INTEGER NOT NULL CHECK(when_latest >= when_earliest),
  when_basis INTEGER NOT NULL CHECK(when_basis BETWEEN 0 AND 8),
  when_words TEXT NOT NULL,
  status INTEGER NOT NULL CHECK(status BETWEEN 1 AND 4),
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    R"(CREATE TABLE event_agent(
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event(id),
  agent_id INTEGER NOT NULL REFERENCES agent(id),
  digest BLOB NOT NULL CHECK(length(digest) = 32),
  UNIQUE(event_id, agent_id)
) STRICT)",
    "CREATE INDEX event_agent_agent ON event_agent(agent_id)",
    R"(CREATE TABLE event_article(
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event(id),
  article_id INTEGER NOT NULL REFERENCES article(id),
  digest BLOB NOT NULL CHECK(length(digest) = 32),
  UNIQUE(event_id, article_id)
) STRICT)",
    "CREATE INDEX event_article_article ON event_article(article_id)",

    R"(CREATE TABLE claim(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK(length(uuid) = 16),
  text TEXT NOT NULL,
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    R"(CREATE TABLE evidence(
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  quotation_id INTEGER REFERENCES quotation(id),
  figure_id INTEGER REFERENCES figure(id),
  stance INTEGER NOT NULL CHECK(stance BETWEEN 1 AND 3),
  digest BLOB NOT NULL CHECK(length(digest) = 32),
  CHECK((quotation_id IS NULL) <> (figure_id IS NULL))
) STRICT)",
    "CREATE INDEX evidence_claim ON evidence(claim_id)",
    "CREATE INDEX evidence_quotation ON evidence(quotation_id)",
    "CREATE INDEX evidence_figure ON evidence(figure_id)",
    R"(CREATE TABLE verdict(
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claim(id),
  word TEXT NOT NULL,
  explanation TEXT NOT NULL,
  author TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    "CREATE INDEX verdict_claim ON verdict(claim_id)",
    R"(CREATE TABLE grade(
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  label TEXT NOT NULL,
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    R"(CREATE TABLE relation(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK(length(uuid) = 16),
  from_type INTEGER NOT NULL CHECK(from_type IN (3, 4)),
  from_id INTEGER NOT NULL CHECK(from_id > 0),
  to_type INTEGER NOT NULL CHECK(to_type IN (3, 4)),
  to_id INTEGER NOT NULL CHECK(to_id > 0),
  kind INTEGER NOT NULL CHECK(kind BETWEEN 1 AND 7),
  note TEXT NOT NULL,
  digest BLOB NOT NULL CHECK(length(digest) = 32),
  CHECK(from_type <> to_type OR from_id <> to_id)
) STRICT)",
    "CREATE INDEX relation_from ON relation(from_type, from_id)",
    "CREATE INDEX relation_to ON relation(to_type, to_id)",
    R"(CREATE TABLE note(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK(length(uuid) = 16),
  about_type INTEGER NOT NULL CHECK(about_type BETWEEN 1 AND 11),
  about_id INTEGER NOT NULL CHECK(about_id > 0),
  text TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    "CREATE INDEX note_about ON note(about_type, about_id)",

    // Which articles share their words, and where a later version has what people marked in an earlier one.
    R"(CREATE TABLE kinship(
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id),
  earlier_id INTEGER NOT NULL REFERENCES article(id) CHECK(earlier_id <> article_id),
  kind INTEGER NOT NULL CHECK(kind BETWEEN 1 AND 2),
  likeness REAL NOT NULL CHECK(likeness BETWEEN 0.0 AND 1.0),
  status INTEGER NOT NULL CHECK(status BETWEEN 1 AND 4),
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    "CREATE INDEX kinship_article ON kinship(article_id)",
    "CREATE INDEX kinship_earlier ON kinship(earlier_id)",
    R"(CREATE TABLE carry(
  id INTEGER PRIMARY KEY,
  quotation_id INTEGER NOT NULL REFERENCES quotation(id),
  article_id INTEGER NOT NULL REFERENCES article(id),
  to_id INTEGER REFERENCES quotation(id),
  guess_start INTEGER NOT NULL CHECK(guess_start >= 0),
  guess_end INTEGER NOT NULL CHECK(guess_end >= guess_start),
  status INTEGER NOT NULL CHECK(status BETWEEN 1 AND 4),
  digest BLOB NOT NULL CHECK(length(digest) = 32)
) STRICT)",
    "CREATE INDEX carry_quotation ON carry(quotation_id)",
    "CREATE INDEX carry_article ON carry(article_id)",
    "CREATE INDEX carry_to ON carry(to_id)",
    // The smallest hashes of a text's runs of words; made again from the text at any time.
    R"(CREATE TABLE source_sketch(
  text_id INTEGER PRIMARY KEY,
  sketch BLOB NOT NULL
) STRICT)",

    R"(CREATE TABLE change_batch(
  id INTEGER PRIMARY KEY,
  message TEXT NOT NULL,
  args TEXT NOT NULL
) STRICT)",
    R"(CREATE TABLE change_set(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK(length(uuid) = 16),
  batch_id INTEGER REFERENCES change_batch(id),
  message TEXT NOT NULL,
  args TEXT NOT NULL,
  item_count INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  undone INTEGER NOT NULL CHECK(undone IN (0, 1)),
  byte_count INTEGER NOT NULL CHECK(byte_count >= 0),
  sha256 BLOB NOT NULL CHECK(length(sha256) = 32),
  changes BLOB NOT NULL
) STRICT)",
    "CREATE INDEX change_set_batch ON change_set(batch_id)",
    R"(CREATE TABLE view_state(
  key TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL
) STRICT, WITHOUT ROWID)",
    // The rows' words, folded; made again from the rows at any time, holds nothing of its own.
    R"(CREATE VIRTUAL TABLE search USING fts5(title, body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2", prefix='2 3'))",
    // The quotations' words and word pairs as numbers: where a quote is looked for. Made again from the rows at any time as well.
    R"(CREATE TABLE quote_words(
  quotation_id INTEGER PRIMARY KEY,
  words BLOB NOT NULL
) STRICT)",
    R"(CREATE VIRTUAL TABLE quote_pairs USING fts5(pairs, content='', contentless_delete=1, detail=none, tokenize='ascii'))",
};
// NOLINTEND

constexpr const char *tables[] = {
    "agent", "agent_name", "outlet", "article", "capture", "region", "mention", "utterance", "quotation", "joint_speaker", "figure",
    "date_mention", "event", "event_agent", "event_article", "claim", "evidence", "verdict", "grade", "relation", "note", "kinship", "carry",
};

} // namespace

std::span<const char *const> recordTables()
{
    return tables;
}

std::span<const char *const> schemaStatements()
{
    return statements;
}

void createSchema(Connection &connection)
{
    for (const char *statement : statements)
        connection.execute(statement);
    connection.execute(("PRAGMA application_id=" + std::to_string(applicationId)).c_str());
    connection.execute(("PRAGMA user_version=" + std::to_string(schemaVersion)).c_str());
}

} // namespace onrecord::store
