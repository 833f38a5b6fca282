#include "app/report_source.h"

#include <algorithm>
#include <limits>

#include "app/conditions.h"
#include "codebook/documents_seen.h"
#include "corpus/joined.h"
#include "engine/language/lexicon.h"
#include "message_keys/app.h"
#include "message_keys/report_frame.h"

namespace codeboom {

Result<CodersForReport> coders_for_report(const Project& project, const Options& options) {
  const auto coders = project.coders();
  if (!coders) return tl::unexpected(coders.error());
  std::vector<std::string> all, wanted;
  for (const Coder& coder : *coders) all.push_back(coder.name);
  const auto asked = options.get("coder");
  CodersForReport chosen;
  for (const std::string& name : asked ? separated(*asked, ',') : all) {
    const auto found = std::find_if(coders->begin(), coders->end(), [&](const Coder& one) { return one.name == name; });
    if (found == coders->end()) {
      return fail(ErrorKind::not_found, msg::app_unknown_coder, {{"coder", name}, {"coders", joined(all, ", ")}});
    }
    if (found->kind == CoderKind::machine) continue;
    const auto seen = documents_seen(project, *found);
    if (!seen) return tl::unexpected(seen.error());
    if (seen->empty() && !asked) continue;  // who only decided on what others coded
    if (found->kind == CoderKind::person) {
      if (std::find(chosen.people.begin(), chosen.people.end(), name) == chosen.people.end()) chosen.people.push_back(name);
      continue;
    }
    if (!chosen.consensus.empty() && chosen.consensus != name) {
      return fail(ErrorKind::usage, msg::reporting_two_consensus, {{"first", chosen.consensus}, {"second", name}});
    }
    chosen.consensus = name;
  }
  return chosen;
}

Result<ReportRequest> report_request(const Options& options, const std::string& data, const CommandContext& context) {
  ReportRequest request;
  request.language = context.language;
  if (const auto by = options.get("by")) {
    for (const std::string& name : separated(*by, ',')) {
      if (name == "coder") {
        request.by_coder = true;
        continue;
      }
      const auto field = field_named("--by", name);
      if (!field) return tl::unexpected(field.error());
      request.by.push_back(*field);
    }
  }
  const auto level = number(options, "level", 1, 20);
  if (!level) return tl::unexpected(level.error());
  if (*level) request.level = static_cast<int>(**level);
  const auto population = number(options, "population", 1, 1'000'000'000);
  if (!population) return tl::unexpected(population.error());
  if (*population) request.population = static_cast<std::uint64_t>(**population);
  const auto seed = number(options, "seed", 0, std::numeric_limits<std::int64_t>::max());
  if (!seed) return tl::unexpected(seed.error());
  request.seed = static_cast<std::uint64_t>(seed->value_or(1));
  request.condition = condition_text(options);
  const auto words = [&](MessageKey key) { return in_words({key, {}}, context.language); };
  request.made_with = {{words(msg::made_data), data},
                       {words(msg::made_program), "codeboom " + std::string(program_version)},
                       {words(msg::made_command), context.command_line, true}};
  return request;
}

Result<Material> report_material(const Project& project, const std::string& codebook, const Options& options) {
  const auto coders = coders_for_report(project, options);
  if (!coders) return tl::unexpected(coders.error());
  const auto conditions = conditions_in(options);
  if (!conditions) return tl::unexpected(conditions.error());
  const auto in_view = [&](const Metadata& metadata) { return hold(*conditions, metadata); };
  auto material = read_material(project, {codebook, coders->people, in_view, coders->consensus});
  if (!material) return material;
  if (material->documents.empty() && material->in_project > 0 && !conditions->empty()) {
    const auto documents = project.documents();
    if (!documents) return tl::unexpected(documents.error());
    return no_match(*documents, *conditions, options);
  }
  return material;
}

}  // namespace codeboom
