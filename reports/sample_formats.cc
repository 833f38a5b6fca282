#include "reports/sample_formats.h"


#include "corpus/joined.h"
#include "message_keys/team.h"
#include "reports/json_text.h"

namespace codeboom {
namespace {

std::string words(MessageKey key, UserLanguage language) { return in_words({key, {}}, language); }
std::string in_full(const std::string& stratum, UserLanguage language) {
  return stratum.empty() ? words(msg::sample_no_value, language) : stratum;
}

std::uint64_t population(const RecordedSample& sample) {
  std::uint64_t all = 0;
  for (const auto& part : sample.sample.parts) all += part.population;
  return all;
}

std::vector<std::string> names_of(const RecordedSample& sample, const std::vector<std::size_t>& coders) {
  std::vector<std::string> names;
  for (const std::size_t coder : coders) names.push_back(sample.request.coders[coder]);
  return names;
}

struct Drawn {
  const Sample::Drawn* drawn;
  std::vector<std::size_t> coders;
};
std::vector<Drawn> drawn_of(const RecordedSample& sample) {
  std::vector<Drawn> result;
  for (const auto& drawn : sample.sample.drawn)
    result.push_back({&drawn, coders_of(sample.sample, drawn.document)});
  return result;
}

}  // namespace

Message headline(const RecordedSample& sample) {
  const auto number = [](std::uint64_t count) { return static_cast<std::int64_t>(count); };
  return {msg::sample_headline,
          {{"number", sample.number},
           {"size", number(sample.request.size)},
           {"population", number(population(sample))},
           {"seed", std::to_string(sample.request.seed)},
           {"by", sample.stratified_by.empty() ? std::string("none") : sample.stratified_by},
           {"condition", sample.condition.empty() ? std::string("none") : sample.condition},
           {"left_out", number(sample.left_out)},
           {"overlap", number(sample.request.overlap)}}};
}

Table strata_table(const RecordedSample& sample, UserLanguage language) {
  Table table{{{sample.stratified_by.empty() ? words(msg::sample_stratum, language) : sample.stratified_by,
                Align::left},
               {words(msg::sample_documents, language), Align::right},
               {words(msg::sample_drawn, language), Align::right},
               {words(msg::sample_twice, language), Align::right}},
              {}};
  const auto all = drawn_of(sample);
  for (std::size_t part = 0; part < sample.sample.parts.size(); ++part) {
    std::size_t drawn = 0, twice = 0;
    for (const Drawn& each : all) {
      if (each.drawn->part != part) continue;
      ++drawn;
      twice += each.coders.size() > 1;
    }
    table.rows.push_back({in_full(sample.sample.parts[part].stratum, language),
                          std::to_string(sample.sample.parts[part].population), std::to_string(drawn),
                          std::to_string(twice)});
  }
  return table;
}

Table coders_table(const RecordedSample& sample, const std::vector<std::string>& files,
                   UserLanguage language) {
  Table table{{{words(msg::merge_coder, language), Align::left},
               {words(msg::sample_documents, language), Align::right},
               {words(msg::sample_twice, language), Align::right},
               {words(msg::sample_once, language), Align::right}},
              {}};
  if (!files.empty()) table.columns.push_back({words(msg::sample_file, language), Align::left});
  std::vector<std::size_t> twice(sample.request.coders.size());
  for (const Drawn& each : drawn_of(sample)) {
    if (each.coders.size() < 2) continue;
    for (const std::size_t coder : each.coders) ++twice[coder];
  }
  for (std::size_t coder = 0; coder < twice.size(); ++coder) {
    const std::size_t documents = sample.sample.assigned[coder].size();
    table.rows.push_back({sample.request.coders[coder], std::to_string(documents),
                          std::to_string(twice[coder]), std::to_string(documents - twice[coder])});
    if (!files.empty()) table.rows.back().push_back(files[coder]);
  }
  return table;
}

Table documents_table(const RecordedSample& sample, UserLanguage language) {
  Table table{{{words(msg::sample_document, language), Align::left}}, {}};
  if (!sample.stratified_by.empty()) table.columns.push_back({sample.stratified_by, Align::left});
  table.columns.push_back({words(msg::merge_coders, language), Align::left});
  for (const Drawn& each : drawn_of(sample)) {
    table.rows.push_back({each.drawn->document});
    if (!sample.stratified_by.empty())
      table.rows.back().push_back(in_full(sample.sample.parts[each.drawn->part].stratum, language));
    table.rows.back().push_back(joined(names_of(sample, each.coders), ", "));
  }
  return table;
}

std::string to_csv(const RecordedSample& sample) {
  Table table{{{"document", Align::left}, {"stratum", Align::left}, {"coders", Align::left}}, {}};
  for (const Drawn& each : drawn_of(sample)) {
    table.rows.push_back({each.drawn->document, sample.sample.parts[each.drawn->part].stratum,
                          joined(names_of(sample, each.coders), "; ")});
  }
  return to_csv(table);
}

std::string to_json(const RecordedSample& sample, const std::vector<std::string>& files) {
  const auto list = [](const std::vector<std::string>& values) {
    std::string text = "[";
    for (const std::string& value : values) text += (text.size() == 1 ? "" : ",") + quoted(value);
    return text + "]";
  };
  const auto all = drawn_of(sample);
  std::string text = "{\"number\":" + std::to_string(sample.number) +
                     ",\"at\":" + (sample.at.empty() ? "null" : quoted(sample.at)) +
                     ",\"seed\":" + std::to_string(sample.request.seed) +
                     ",\"size\":" + std::to_string(sample.request.size) +
                     ",\"overlap\":" + std::to_string(sample.request.overlap) + ",\"stratified_by\":" +
                     (sample.stratified_by.empty() ? "null" : quoted(sample.stratified_by)) +
                     ",\"condition\":" + (sample.condition.empty() ? "null" : quoted(sample.condition)) +
                     ",\"left_out\":" + std::to_string(sample.left_out) +
                     ",\"population\":" + std::to_string(population(sample)) + ",\n\"strata\":[";
  const Table strata = strata_table(sample, UserLanguage::en);
  for (std::size_t part = 0; part < strata.rows.size(); ++part) {
    const auto& row = strata.rows[part];
    const std::string& name = sample.sample.parts[part].stratum;
    text += std::string(part == 0 ? "\n" : ",\n") + "{\"stratum\":" + (name.empty() ? "null" : quoted(name)) +
            ",\"documents\":" + row[1] + ",\"drawn\":" + row[2] + ",\"overlap\":" + row[3] + "}";
  }
  text += "],\n\"coders\":[";
  for (std::size_t coder = 0; coder < sample.request.coders.size(); ++coder) {
    text += std::string(coder == 0 ? "\n" : ",\n") + "{\"coder\":" + quoted(sample.request.coders[coder]) +
            ",\"file\":" + (files.empty() ? "null" : quoted(files[coder])) +
            ",\"documents\":" + list(sample.sample.assigned[coder]) + "}";
  }
  text += "],\n\"documents\":[";
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string& name = sample.sample.parts[all[i].drawn->part].stratum;
    text += std::string(i == 0 ? "\n" : ",\n") + "{\"id\":" + quoted(all[i].drawn->document) +
            ",\"stratum\":" + (name.empty() ? "null" : quoted(name)) +
            ",\"coders\":" + list(names_of(sample, all[i].coders)) + "}";
  }
  return text + "]}\n";
}

}  // namespace codeboom
