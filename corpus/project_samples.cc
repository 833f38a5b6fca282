#include <utility>

#include "corpus/project_database.h"

namespace codeboom {
namespace {

void store_parts(Connection& connection, std::int64_t number, const Sample& sample) {
  std::int64_t position = 0;
  for (const Sample::Part& part : sample.parts) {
    connection.change("INSERT INTO draw_stratum (draw, position, name, documents) VALUES (?, ?, ?, ?)",
                      number, position++, part.stratum, static_cast<std::int64_t>(part.population));
  }
}

Result<void> store_documents(Connection& connection, std::int64_t number, const Sample& sample) {
  for (const Sample::Drawn& drawn : sample.drawn) {
    const auto document = connection.document_number(drawn.document);
    if (!document) return unknown_document(drawn.document);
    connection.change("INSERT INTO drawn (draw, document, stratum) VALUES (?, ?, ?)", number, *document,
                      drawn.part);
  }
  return {};
}

void store_coders(Connection& connection, std::int64_t number, const RecordedSample& recorded) {
  for (std::size_t coder = 0; coder < recorded.request.coders.size(); ++coder) {
    connection.change("INSERT INTO draw_coder (draw, position, name) VALUES (?, ?, ?)", number, coder,
                      recorded.request.coders[coder]);
    std::int64_t position = 0;
    for (const std::string& document : recorded.sample.assigned[coder]) {
      connection.change("INSERT INTO assigned (draw, coder, position, document) VALUES (?, ?, ?, ?)", number,
                        coder, position++, connection.document_number(document));
    }
  }
}

Sample load_documents(Connection& connection, std::int64_t number, std::size_t coders) {
  Sample sample;
  Rows part =
      connection.rows("SELECT name, documents FROM draw_stratum WHERE draw = ? ORDER BY position", number);
  while (part.next()) sample.parts.push_back({part.text(0), static_cast<std::uint64_t>(part.number(1))});
  Rows drawn = connection.rows(
      "SELECT id, stratum FROM drawn JOIN document ON number = document WHERE draw = ? ORDER BY stratum, id",
      number);
  while (drawn.next()) sample.drawn.push_back({drawn.text(0), static_cast<std::size_t>(drawn.number(1))});
  sample.assigned.resize(coders);
  Rows assigned = connection.rows(
      "SELECT coder, id FROM assigned JOIN document ON number = document WHERE draw = ? ORDER BY coder, "
      "position",
      number);
  while (assigned.next()) {
    const std::int64_t coder = assigned.number(0);
    if (std::cmp_less(coder, coders))
      sample.assigned[static_cast<std::size_t>(coder)].push_back(assigned.text(1));
  }
  return sample;
}

}  // namespace

Result<RecordedSample> Project::add_sample(const RecordedSample& sample) {
  assert(sample.sample.assigned.size() == sample.request.coders.size());
  Connection& connection = database_->connection;
  return connection.writing([&]() -> Result<RecordedSample> {
    const SampleRequest& request = sample.request;
    connection.change(
        "INSERT INTO draw (at, seed, size, overlap, stratified_by, condition, left_out) VALUES (?, ?, ?, ?, "
        "?, ?, ?)",
        sample.at, request.seed, request.size, request.overlap, sample.stratified_by, sample.condition,
        sample.left_out);
    RecordedSample stored = sample;
    stored.number = connection.last_number();
    store_parts(connection, stored.number, sample.sample);
    if (auto all = store_documents(connection, stored.number, sample.sample); !all)
      return tl::unexpected(all.error());
    store_coders(connection, stored.number, sample);
    return stored;
  });
}

Result<std::vector<RecordedSample>> Project::samples() const {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<std::vector<RecordedSample>> {
    std::vector<RecordedSample> samples;
    Rows row = connection.rows(
        "SELECT number, at, seed, size, overlap, stratified_by, condition, left_out FROM draw ORDER BY "
        "number");
    while (row.next()) {
      RecordedSample sample;
      sample.number = row.number(0);
      sample.at = row.text(1);
      sample.request.seed = static_cast<std::uint64_t>(row.number(2));
      sample.request.size = static_cast<std::uint64_t>(row.number(3));
      sample.request.overlap = static_cast<std::uint64_t>(row.number(4));
      sample.stratified_by = row.text(5);
      sample.condition = row.text(6);
      sample.left_out = static_cast<std::uint64_t>(row.number(7));
      Rows coder =
          connection.rows("SELECT name FROM draw_coder WHERE draw = ? ORDER BY position", sample.number);
      while (coder.next()) sample.request.coders.push_back(coder.text(0));
      samples.push_back(std::move(sample));
    }
    for (RecordedSample& sample : samples) {
      sample.sample = load_documents(connection, sample.number, sample.request.coders.size());
    }
    return samples;
  });
}

}  // namespace codeboom
