#include <algorithm>
#include <map>
#include <numeric>

#include "message_keys/report_counts.h"
#include "reports/kinds/count_cells.h"
#include "reports/kinds/crosstab_parts.h"

namespace codeboom {
namespace {

constexpr std::size_t most_values = 12;  // columns that a page of A4 still holds

using Documents = std::vector<std::uint32_t>;
struct Group {
  std::string value;
  Documents documents;  // ascending, each once
};

MessageKey heading_of(MetadataField field) {
  switch (field) {
    case MetadataField::sector:
      return msg::crosstab_by_sector;
    case MetadataField::thema:
      return msg::crosstab_by_thema;
    case MetadataField::regio:
      return msg::crosstab_by_regio;
    case MetadataField::jaar:
      return msg::crosstab_by_jaar;
    case MetadataField::soort:
      return msg::crosstab_by_soort;
    case MetadataField::vorm:
      return msg::crosstab_by_vorm;
  }
  return msg::crosstab_by_sector;
}

// Sectors in the order of the school career, everything else by the alphabet.
std::size_t place_of(MetadataField field, const std::string& value) {
  constexpr std::string_view sectors[] = {"vmbo", "havo/vwo", "mbo", "ho"};
  if (field != MetadataField::sector) return 0;
  return static_cast<std::size_t>(std::find(std::begin(sectors), std::end(sectors), value) -
                                  std::begin(sectors));
}

std::vector<Group> groups_of(const Counted& counted, MetadataField field, Documents& unknown) {
  std::map<std::string, Documents> groups;
  for (std::uint32_t document = 0; document < counted.documents.size(); ++document) {
    const auto values = values_of(counted.documents[document], field);
    if (values.empty()) unknown.push_back(document);
    for (const std::string& value : values) {
      Documents& list = groups[value];
      if (list.empty() || list.back() != document) list.push_back(document);
    }
  }
  std::vector<Group> sorted;
  for (auto& [value, documents] : groups) sorted.push_back({value, std::move(documents)});
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Group& a, const Group& b) {
    return place_of(field, a.value) < place_of(field, b.value);
  });
  return sorted;
}

// Keeps the groups of the most documents; the others become one.
std::uint64_t join_small(std::vector<Group>& groups, UserLanguage language) {
  if (groups.size() <= most_values) return 0;
  std::vector<std::size_t> order(groups.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return groups[a].documents.size() > groups[b].documents.size();
  });
  std::sort(order.begin(), order.begin() + most_values - 1);
  std::vector<Group> kept;
  for (std::size_t i = 0; i < most_values - 1; ++i) kept.push_back(groups[order[i]]);
  Group rest{words(msg::crosstab_other_values, language), {}};
  for (std::size_t i = most_values - 1; i < order.size(); ++i) {
    const Documents& more = groups[order[i]].documents;
    rest.documents.insert(rest.documents.end(), more.begin(), more.end());
  }
  std::sort(rest.documents.begin(), rest.documents.end());
  rest.documents.erase(std::unique(rest.documents.begin(), rest.documents.end()), rest.documents.end());
  const std::uint64_t joined = groups.size() - kept.size();
  kept.push_back(std::move(rest));
  groups = std::move(kept);
  return joined;
}

std::uint64_t shared(const Documents& a, const Documents& b) {
  std::uint64_t both = 0;
  for (auto first = a.begin(), second = b.begin(); first != a.end() && second != b.end();) {
    if (*first == *second) ++both;
    const bool step = *first <= *second, other = *second <= *first;
    first += step;
    second += other;
  }
  return both;
}

}  // namespace

Crossing crossed_with(const Counted& counted, MetadataField field, UserLanguage language) {
  Crossing crossing{std::string(name_of(field)), words(heading_of(field), language), {}, {}, false, 0};
  Documents unknown;
  std::vector<Group> groups = groups_of(counted, field, unknown);
  crossing.joined = join_small(groups, language);
  const std::uint64_t stands =
      std::accumulate(groups.begin(), groups.end(), std::uint64_t{0},
                      [](std::uint64_t sum, const Group& group) { return sum + group.documents.size(); });
  crossing.overlapping = stands + unknown.size() > counted.documents.size();
  for (const Group& group : groups) crossing.columns.push_back({group.value, group.documents.size(), true});
  if (!unknown.empty()) {
    crossing.columns.push_back({words(msg::crosstab_unknown, language), unknown.size(), false});
    groups.push_back({{}, std::move(unknown)});
  }
  for (const CountedCode& code : counted.codes) {
    std::vector<std::uint64_t>& row = crossing.n.emplace_back();
    for (const Group& group : groups) row.push_back(shared(code.documents, group.documents));
  }
  return crossing;
}

Crossing crossed_with_coders(const Counted& counted, const Material& material, UserLanguage language) {
  Crossing crossing{"coder", words(msg::crosstab_by_coder, language), {}, {}, false, 0};
  const std::size_t coders = material.people.size();
  for (const std::string& name : material.people) crossing.columns.push_back({name, 0, true});
  for (const MaterialDocument& document : material.documents) {
    for (const std::uint32_t coder : document.coders) ++crossing.columns[coder].documents;
    crossing.overlapping = crossing.overlapping || document.coders.size() > 1;
  }
  crossing.n.assign(counted.codes.size(), std::vector<std::uint64_t>(coders));
  std::vector<std::vector<std::int64_t>> last(counted.codes.size(), std::vector<std::int64_t>(coders, -1));
  for (const CodedPlace& one : material.each_person) {
    for (auto at = static_cast<std::int32_t>(one.code); at >= 0;
         at = counted.codes[static_cast<std::size_t>(at)].parent) {
      const auto code = static_cast<std::size_t>(at);
      if (last[code][one.coder] == one.document) break;  // those above it have it, too
      last[code][one.coder] = one.document;
      ++crossing.n[code][one.coder];
    }
  }
  return crossing;
}

std::size_t groups_in(const Crossing& crossing) {
  return static_cast<std::size_t>(
      std::count_if(crossing.columns.begin(), crossing.columns.end(),
                    [](const Crossing::Column& one) { return one.known && one.documents > 0; }));
}

}  // namespace codeboom
