#include <algorithm>

#include "engine/count/prediction_powered.h"
#include "message_keys/report_counts.h"
#include "reports/kinds/certainty_parts.h"
#include "reports/kinds/count_cells.h"

namespace codeboom {
namespace {

constexpr double clear_gain = 0.95;  // of the width of people's interval

// Who coded which documents.
struct Seen {
  std::vector<bool> people, machine;  // by document
  std::uint64_t both = 0, only_machine = 0, only_people = 0;
};

Seen seen_in(const Material& material) {
  Seen seen;
  for (const MaterialDocument& document : material.documents) {
    seen.people.push_back(document.by_people);
    seen.machine.push_back(document.by_machine);
    seen.both += document.by_people && document.by_machine;
    seen.only_machine += !document.by_people && document.by_machine;
    seen.only_people += document.by_people && !document.by_machine;
  }
  return seen;
}

PeopleAndMachine counts_of(const Seen& seen, const std::vector<std::uint32_t>& people,
                           const std::vector<std::uint32_t>& machine) {
  PeopleAndMachine counts;
  counts.machine_of = seen.only_machine;
  auto person = people.begin();
  auto suggested = machine.begin();
  for (std::uint32_t document = 0; document < seen.people.size(); ++document) {
    const bool yes = person != people.end() && *person == document;
    const bool machine_yes = suggested != machine.end() && *suggested == document;
    person += yes;
    suggested += machine_yes;
    if (!seen.machine[document]) continue;
    if (!seen.people[document]) {
      counts.machine_with += machine_yes;
    } else {
      ++(yes           ? machine_yes ? counts.both : counts.only_people
         : machine_yes ? counts.only_machine
                       : counts.neither);
    }
  }
  return counts;
}

// The reason why there is nothing to tell, if there is none.
std::optional<Prose> why_not(const Material& material, const Seen& seen, UserLanguage language) {
  if (basis_of(material) == Basis::machine) return Prose{words(msg::certainty_no_people, language)};
  if (!material.run)
    return Prose{words(msg::certainty_no_run, language, {{"codebook", material.codebook.id_and_version()}})};
  if (seen.only_machine == 0) return Prose{words(msg::certainty_nothing_left, language)};
  if (seen.both == 0) return Prose{words(msg::certainty_nothing_shared, language)};
  return std::nullopt;
}

void add_interval(std::vector<Cell>& cells, const Estimate& estimate, UserLanguage language) {
  cells.push_back(share_cell(estimate.value.value, language));
  cells.push_back(estimate.interval ? share_cell(estimate.interval->low, language) : Cell{});
  cells.push_back(estimate.interval ? share_cell(estimate.interval->high, language) : Cell{});
}

ReportTable::Row row_of(const Code& code, const PeopleAndMachine& counts, const PredictionPowered& result,
                        UserLanguage language) {
  ReportTable::Row row{
      {text_cell(code.name), count_cell(counts.both + counts.only_people)}, code.level, RowKind::plain};
  add_interval(row.cells, result.people_only, language);
  const double suggested = static_cast<double>(counts.both + counts.only_machine + counts.machine_with);
  const double all = static_cast<double>(counts.both + counts.only_people + counts.only_machine +
                                         counts.neither + counts.machine_of);
  row.cells.push_back(share_cell(suggested / all, language));
  add_interval(row.cells, result.powered, language);
  const bool whole_interval = result.powered.interval.has_value();
  row.cells.push_back(whole_interval ? share_cell(result.width_ratio.value, language) : Cell{});
  row.cells.push_back(whole_interval ? decimal_cell(result.effective_documents.value, language) : Cell{});
  row.cells.push_back(text_cell(whole_interval ? std::string() : words(result.powered.gap, language)));
  return row;
}

ReportTable frame(const Seen& seen, UserLanguage language) {
  ReportTable table;
  table.key = "with_machine";
  table.caption = words(msg::certainty_machine_caption, language,
                        {{"both", whole(seen.both)}, {"all", whole(seen.both + seen.only_machine)}});
  table.note = words(msg::certainty_machine_note, language);
  const auto add = [&](std::string_view key, MessageKey heading, ColumnKind kind) {
    table.columns.push_back(column(key, heading, kind, language));
  };
  add("element", msg::counts_element, ColumnKind::text);
  add("n", msg::counts_documents, ColumnKind::count);
  add("people", msg::certainty_people, ColumnKind::share);
  add("people_low", msg::counts_low, ColumnKind::share);
  add("people_high", msg::counts_high, ColumnKind::share);
  add("machine", msg::certainty_machine_share, ColumnKind::share);
  add("together", msg::certainty_together, ColumnKind::share);
  add("together_low", msg::counts_low, ColumnKind::share);
  add("together_high", msg::counts_high, ColumnKind::share);
  add("width", msg::certainty_width, ColumnKind::share);
  add("as_documents", msg::certainty_as_documents, ColumnKind::decimal);
  add("remark", msg::counts_remark, ColumnKind::text);
  return table;
}

}  // namespace

std::vector<ReportElement> shares_with_machine(const Material& material, const ReportRequest& request) {
  const UserLanguage language = request.language;
  const Seen seen = seen_in(material);
  std::vector<ReportElement> elements{Heading{2, words(msg::certainty_machine, language), "met-de-machine"}};
  if (auto reason = why_not(material, seen, language)) {
    elements.emplace_back(std::move(*reason));
    return elements;
  }
  const std::uint64_t all = seen.both + seen.only_machine;
  const bool these = !request.population || *request.population == all;
  const auto people = documents_by_code(material, Basis::people),
             machine = documents_by_code(material, Basis::machine);
  ReportTable table = frame(seen, language);
  std::uint64_t narrower = 0, without = 0;
  for (std::uint32_t code = 0; code < material.codebook.codes.size(); ++code) {
    if (material.codebook.codes[code].level > request.level.value_or(usual_tree_level)) continue;
    const PeopleAndMachine counts = counts_of(seen, people[code], machine[code]);
    const PredictionPowered result = prediction_powered(counts, these ? Target::documents : Target::source);
    without += !result.powered.interval;
    narrower += result.powered.interval && result.width_ratio.value && *result.width_ratio.value < clear_gain;
    table.rows.push_back(row_of(material.codebook.codes[code], counts, result, language));
  }
  elements.emplace_back(Prose{words(msg::certainty_machine_lead, language,
                                    {{"both", whole(seen.both)},
                                     {"more", whole(seen.only_machine)},
                                     {"rows", whole(table.rows.size())},
                                     {"narrower", whole(narrower)},
                                     {"without", whole(without)},
                                     {"target", std::string(these ? "these" : "such")},
                                     {"all", whole(all)},
                                     {"left_out", whole(seen.only_people)}})});
  if (!material.run->model.empty())
    elements.emplace_back(Prose{words(msg::certainty_learned, language), Tone::note});
  elements.emplace_back(std::move(table));
  return elements;
}

}  // namespace codeboom
