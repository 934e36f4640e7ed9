// SPDX-FileCopyrightText: 2026 The OnRecord authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/projectprivate.h"
#include "core/store/removal.h"
#include "core/store/values.h"

#include <QHash>
#include <array>

/// What somebody sets of articles.
namespace onrecord::store {

using namespace Qt::StringLiterals;

RowWriter::Fields dateFields(const std::string &prefix, const Dated &date)
{
    static const QHash<std::string, std::array<const char *, 5>> names{
        {"published",
         {"published_edtf", "published_earliest", "published_latest", "published_basis", "published_words"}},
        {"said", {"said_edtf", "said_earliest", "said_latest", "said_basis", "said_words"}},
        {"when", {"when_edtf", "when_earliest", "when_latest", "when_basis", "when_words"}},
    };
    std::vector<Value> values;
    addDate(values, date);
    RowWriter::Fields fields;
    for (size_t i = 0; i < values.size(); ++i)
        fields.emplace_back(names[prefix][i], values[i]);
    return fields;
}

namespace {

QString nameOfSetting(const QString &field, bool isOne)
{
    static const QHash<QString, QString> names{{u"title"_s, u"Set the Title of an Article"_s},
                                               {u"url"_s, u"Set the Address of an Article"_s},
                                               {u"authors"_s, u"Set the Authors of an Article"_s},
                                               {u"published"_s, u"Set the Date of an Article"_s},
                                               {u"outlet"_s, u"Set the Outlet of an Article"_s}};
    return isOne ? names.value(field) : names.value(field).replace("an Article"_L1, "%n Articles"_L1);
}

/// The columns that a field set by a person is kept in.
RowWriter::Fields fieldsOf(RowWriter &writer, const QString &field, const QString &value)
{
    const Value byUser = code(Basis::User);
    if (field == "title"_L1)
        return {{"title", value}, {"title_basis", byUser}};
    if (field == "url"_L1)
        return {{"url", value}, {"url_basis", byUser}};
    if (field == "authors"_L1) {
        QStringList authors;
        for (const QString &author : value.split(u';', Qt::SkipEmptyParts))
            authors.append(author.trimmed());
        return {{"authors", jsonOf(authors)}, {"authors_basis", byUser}};
    }
    if (field == "published"_L1) {
        const auto when = PartialDate::fromEdtf(value);
        if (!when && !value.isEmpty())
            refuse(Fault::BadInput, u"“%1” is not a date"_s.arg(value));
        return dateFields("published", {when.value_or(PartialDate()), Basis::User, {}});
    }
    if (field == "outlet"_L1)
        return {{"outlet_id", outletNamed(writer, value)}, {"outlet_basis", byUser}};
    refuse(Fault::BadInput, u"an article has no field “%1” that can be set"_s.arg(field));
}

} // namespace

Result<void> Project::setArticleField(const std::vector<ArticleId> &articles, const QString &field, const QString &value)
{
    return d->change({nameOfSetting(field, articles.size() == 1), {}, false, static_cast<int>(articles.size())}, [&](RowWriter &writer) {
        const RowWriter::Fields fields = fieldsOf(writer, field, wellFormed(value).trimmed());
        for (const ArticleId article : articles)
            writer.update("article", article.value, fields);
        removeUnusedOutlets(writer);
    });
}

Result<void> Project::setRemarksSeen(const std::vector<ArticleId> &articles)
{
    return d->change({u"Mark %n Article(s) as Looked At"_s, {}, false, static_cast<int>(articles.size())}, [&](RowWriter &writer) {
        for (const ArticleId article : articles) {
            Query row(writer.connection(), "SELECT remarks FROM article WHERE id = ?");
            row.add(article.value);
            if (!row.next())
                refuse(Fault::NotFound, u"no such item: %1"_s.arg(article.value));
            auto remarks = remarksFrom(row.text(0));
            for (Remark &remark : remarks)
                remark.isSeen = true;
            writer.update("article", article.value, {{"remarks", jsonOf(remarks)}});
        }
    });
}

} // namespace onrecord::store
