// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/quotecache.h"

#include <QElapsedTimer>
#include <QtConcurrentRun>

namespace onrecord::store {

using match::LiveQuotes;

namespace {

constexpr int readAtOnce = 512;
/// More loose ones than this, and than a share of all, make settling anew worth while.
constexpr size_t mostLoose = 20'000;
constexpr size_t looseShare = 16;

} // namespace

void QuoteCache::beginReading()
{
    m_live.reset(); // the file answers meanwhile
    m_reading = std::make_unique<Reading>();
    m_touched.clear();
}

/// True when everything has been read.
bool QuoteCache::readOn(QuoteRows &rows, std::chrono::milliseconds budget)
{
    QElapsedTimer timer;
    timer.start();
    do {
        const size_t before = m_reading->ids.size();
        const auto each = [this](qint64 id, std::span<const quint32> words) {
            m_reading->ids.push_back(id);
            m_reading->index.add(words);
            m_reading->sum.add(id, words);
        };
        const qint64 last = m_reading->ids.empty() ? 0 : m_reading->ids.back();
        if (m_isFileDoubted)
            rows.readAnew(last, readAtOnce, each);
        else
            rows.read(last, readAtOnce, each);
        if (m_reading->ids.size() == before)
            return true;
    } while (!timer.hasExpired(budget.count()));
    return false;
}

bool QuoteCache::load(QuoteRows &rows, std::chrono::milliseconds budget)
{
    if (m_settling.isValid()) {
        if (!m_settling.isFinished())
            return false;
        m_live = std::make_unique<LiveQuotes>(std::move(*m_settling.result()));
        m_settling = {};
    }
    if (m_live) {
        const size_t loose = m_live->loose() + m_touched.size();
        if (loose <= mostLoose || loose * looseShare <= m_live->count())
            return true;
    }
    if (!m_reading)
        beginReading();
    if (!readOn(rows, budget))
        return false;
    // What came while it was read may have been read or not: once more, now that it is quiet.
    if (!m_touched.empty()) {
        beginReading();
        return false;
    }
    if (!m_isFileDoubted && m_reading->sum != rows.wanted()) {
        m_isFileDoubted = true;
        beginReading();
        return false;
    }
    m_settling = QtConcurrent::run([ids = std::move(m_reading->ids), index = std::move(m_reading->index)]() mutable {
        index.settle();
        return std::make_shared<LiveQuotes>(std::move(ids), std::move(index));
    });
    m_reading.reset();
    return false;
}

void QuoteCache::catchUp(QuoteRows &rows)
{
    std::ranges::sort(m_touched);
    const auto twice = std::ranges::unique(m_touched);
    m_touched.erase(twice.begin(), twice.end());
    for (const qint64 id : m_touched) {
        if (auto words = rows.words(id))
            m_live->put(id, std::move(*words));
        else
            m_live->remove(id);
    }
    m_touched.clear();
}

std::vector<LiveQuotes::Candidate> QuoteCache::find(QuoteRows &rows, std::span<const quint32> asked, int most)
{
    const bool isTrue = m_live && m_touched.size() <= mostLoose;
    if (!isTrue)
        return m_isFileDoubted ? std::vector<LiveQuotes::Candidate>() : rows.find(asked, most);
    catchUp(rows);
    return m_live->find(asked, most);
}

} // namespace onrecord::store
