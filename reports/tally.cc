#include "reports/tally.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <set>

namespace codeboom {

std::optional<double> share(const Tally& tally, const TallyRow& row) {
  if (tally.documents == 0) return std::nullopt;
  return static_cast<double>(row.n()) / static_cast<double>(tally.documents);
}

TallyCounter::TallyCounter(std::vector<std::string> documents, std::vector<CodebookVersion::Code> codes)
    : documents_(std::move(documents)), codes_(std::move(codes)), mentions_(codes_.size()) {
  for (std::uint32_t i = 0; i < documents_.size(); ++i) document_places_.emplace(documents_[i], i);
  for (std::uint32_t i = 0; i < codes_.size(); ++i) {
    code_places_.emplace(codes_[i].id, i);
    const auto parent = code_places_.find(codes_[i].parent);
    parents_.push_back(parent == code_places_.end() ? -1 : static_cast<std::int32_t>(parent->second));
  }
}

void TallyCounter::add(std::uint32_t code, std::uint32_t document, std::uint64_t mentions) {
  assert(code < codes_.size() && document < documents_.size());
  mentions_[code][document] += mentions;
}

bool TallyCounter::add(std::string_view code, std::string_view document, std::uint64_t mentions) {
  const auto code_place = code_places_.find(code);
  const auto document_place = document_places_.find(document);
  if (code_place == code_places_.end() || document_place == document_places_.end()) return false;
  add(code_place->second, document_place->second, mentions);
  return true;
}

Tally TallyCounter::tally() const {
  auto rolled_up = mentions_;
  for (std::size_t i = codes_.size(); i-- > 0;) {  // children stand behind their parents
    if (parents_[i] < 0) continue;
    for (const auto& [document, count] : rolled_up[i]) rolled_up[static_cast<std::size_t>(parents_[i])][document] += count;
  }
  Tally tally;
  tally.documents = documents_.size();
  std::set<std::uint32_t> coded;
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    TallyRow row{codes_[i].id, codes_[i].name, codes_[i].parent, 1, true, {}, 0, {}};
    for (auto parent = parents_[i]; parent >= 0; parent = parents_[static_cast<std::size_t>(parent)]) ++row.level;
    if (parents_[i] >= 0) tally.rows[static_cast<std::size_t>(parents_[i])].leaf = false;
    for (const auto& [document, count] : rolled_up[i]) {
      row.documents.push_back(documents_[document]);
      row.mentions += count;
      coded.insert(document);
    }
    if (parents_[i] < 0) tally.mentions += row.mentions;
    tally.rows.push_back(std::move(row));
  }
  tally.coded_documents = coded.size();
  return tally;
}

bool knows_trust(const Tally& tally) {
  return std::any_of(tally.rows.begin(), tally.rows.end(), [](const TallyRow& row) { return row.trusted.has_value(); });
}

bool distrusts_any(const Tally& tally) {
  return std::any_of(tally.rows.begin(), tally.rows.end(), [](const TallyRow& row) { return row.trusted == false; });
}

std::vector<TallyRow> rows_in_view(const Tally& tally, const TallyView& view) {
  std::vector<TallyRow> rows;
  for (const TallyRow& row : tally.rows) {
    const bool wanted = (!view.level || row.level == *view.level) && (!view.leaves_only || row.leaf) &&
                        (!view.hide_empty || row.n() > 0);
    if (wanted) rows.push_back(row);
  }
  return rows;
}

namespace {

constexpr std::array<std::pair<std::string_view, MetadataField>, 6> field_names{{{"sector", MetadataField::sector},
                                                                                {"thema", MetadataField::thema},
                                                                                {"regio", MetadataField::regio},
                                                                                {"jaar", MetadataField::jaar},
                                                                                {"soort", MetadataField::soort},
                                                                                {"vorm", MetadataField::vorm}}};

// Sectors in the order of the school career, everything else by the alphabet, documents without a value last.
int place_of(const std::string& value) {
  constexpr std::string_view sectors[] = {"vmbo", "havo/vwo", "mbo", "ho"};
  if (value.empty()) return 100;
  const auto* found = std::find(std::begin(sectors), std::end(sectors), value);
  return static_cast<int>(found - std::begin(sectors));
}

}  // namespace

std::vector<std::string> values_of(const Metadata& metadata, MetadataField field) {
  const auto one = [](const std::string& value) { return value.empty() ? std::vector<std::string>{} : std::vector{value}; };
  switch (field) {
    case MetadataField::sector: return metadata.sector;
    case MetadataField::thema: return metadata.thema;
    case MetadataField::regio: return one(metadata.regio);
    case MetadataField::jaar: return metadata.jaar ? one(std::to_string(*metadata.jaar)) : one("");
    case MetadataField::soort: return one(metadata.soort);
    case MetadataField::vorm: return one(metadata.vorm);
  }
  return {};
}

std::optional<MetadataField> metadata_field_named(std::string_view name) {
  for (const auto& [known, field] : field_names) {
    if (known == name) return field;
  }
  return std::nullopt;
}

std::string_view name_of(MetadataField field) { return field_names[static_cast<std::size_t>(field)].first; }

CrossedTally cross(const Tally& tally, const std::vector<Metadata>& documents, MetadataField field) {
  std::map<std::string, std::set<std::string>> members;  // value -> documents
  for (const Metadata& metadata : documents) {
    auto values = values_of(metadata, field);
    if (values.empty()) values.emplace_back();
    for (const std::string& value : values) members[value].insert(metadata.id);
  }
  std::vector<std::string> order;
  for (const auto& entry : members) order.push_back(entry.first);
  std::stable_sort(order.begin(), order.end(),
                   [](const std::string& a, const std::string& b) { return place_of(a) < place_of(b); });
  CrossedTally crossed;
  crossed.field = field;
  for (const std::string& value : order) crossed.columns.push_back({value, members[value].size()});
  for (const TallyRow& total : tally.rows) {
    CrossedTally::Row row{total, {}};
    for (const std::string& value : order) {
      const auto& in_column = members[value];
      row.n.push_back(static_cast<std::uint64_t>(std::count_if(
          total.documents.begin(), total.documents.end(), [&](const std::string& id) { return in_column.contains(id); })));
    }
    crossed.rows.push_back(std::move(row));
  }
  crossed.tally = tally;
  crossed.tally.rows.clear();
  return crossed;
}

}  // namespace codeboom
