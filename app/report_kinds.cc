#include "app/report_kinds.h"

#include <algorithm>

#include "app/coders_source.h"
#include "app/conditions.h"
#include "app/report_source.h"
#include "app/rules_coding.h"
#include "app/shipped.h"
#include "corpus/joined.h"
#include "message_keys/agree_commands.h"
#include "message_keys/report_comparison.h"
#include "message_keys/report_texts.h"

namespace codeboom {
namespace {

constexpr std::size_t most_ids_named = 12;

// Errors: not_found, naming some that are there.
Result<std::uint32_t> document_in_view(const ReportSource& source, const std::string& id) {
  const auto& documents = source.material.documents;
  const auto found = std::find_if(documents.begin(), documents.end(), [&](const MaterialDocument& one) { return one.metadata.id == id; });
  if (found != documents.end()) return static_cast<std::uint32_t>(found - documents.begin());
  std::vector<std::string> ids;
  for (const MaterialDocument& one : documents) {
    if (ids.size() == most_ids_named) {
      ids.push_back("…");
      break;
    }
    ids.push_back(one.metadata.id);
  }
  return fail(ErrorKind::not_found, msg::report_unknown_document,
              {{"document", id},
               {"condition", source.request.condition.empty() ? std::string("none") : source.request.condition},
               {"n", static_cast<std::int64_t>(documents.size())},
               {"documents", ids.empty() ? std::string("-") : joined(ids, ", ")}});
}

// The project's documents that the condition leaves out; nothing without a condition.
Result<std::optional<Material>> elsewhere(const ReportSource& source) {
  const auto conditions = conditions_in(source.options);
  if (!conditions) return tl::unexpected(conditions.error());
  if (conditions->empty()) return std::nullopt;
  const auto left_out = [&](const Metadata& metadata) { return !hold(*conditions, metadata); };
  auto material = read_material(source.project, {source.material.codebook.id_and_version(), source.material.people, left_out, source.material.consensus});
  if (!material) return tl::unexpected(material.error());
  return std::move(*material);
}

// Why there is nothing to compare, in words that fit this command. None: something else went wrong.
std::optional<Message> nothing_to_compare(const Message& error) {
  const std::pair<MessageKey, MessageKey> here[] = {{msg::comparing_one_coder, msg::comparison_one_coder},
                                                    {msg::comparing_one_chosen, msg::comparison_one_chosen},
                                                    {msg::comparing_too_many, msg::comparison_too_many},
                                                    {msg::comparing_no_documents, msg::comparison_no_documents},
                                                    {msg::comparing_other_codebook, msg::comparing_other_codebook}};
  for (const auto& [there, ours] : here) {
    if (error.key == there) return Message{ours, error.arguments};
  }
  return std::nullopt;
}

// What each consensus of the project settled; of one that is itself compared, nothing.
Result<std::vector<SettledAs>> settled_by_all(const Project& project, const ComparedCoders& compared) {
  const auto coders = project.coders();
  if (!coders) return tl::unexpected(coders.error());
  const auto decisions = project.decisions();
  if (!decisions) return tl::unexpected(decisions.error());
  std::vector<SettledAs> settled;
  for (const Coder& coder : *coders) {
    const auto& names = compared.work.coders;
    if (coder.kind != CoderKind::consensus || std::find(names.begin(), names.end(), coder.name) != names.end()) continue;
    const auto codings = project.codings(coder.name);
    if (!codings) return tl::unexpected(codings.error());
    settled.push_back({coder.name, settled_in(compared.work, compared.codebook, *codings, *decisions, coder.name)});
  }
  return settled;
}

}  // namespace

Result<Report> summary_kind(const ReportSource& source) {
  SummaryScope scope{source.material};
  std::optional<Material> others;
  if (const auto id = source.options.get("document")) {
    const auto document = document_in_view(source, *id);
    if (!document) return tl::unexpected(document.error());
    scope.document = *document;
  } else if (source.request.by.empty()) {
    auto read = elsewhere(source);
    if (!read) return tl::unexpected(read.error());
    others = std::move(*read);
    if (others) scope.elsewhere = &*others;
  }
  return make_summary_report(scope, source.request);
}

Result<Report> checklist_kind(const ReportSource& source) {
  auto crosswalk = chosen_crosswalk(source.options);
  if (!crosswalk) return tl::unexpected(crosswalk.error());
  const bool fits = crosswalk->crosswalk.from == source.material.codebook.id;
  const auto activities = material_with(source, "lob-activiteiten");
  if (!activities) return tl::unexpected(activities.error());
  const auto features = material_with(source, "lob-activiteit-kenmerken");
  if (!features) return tl::unexpected(features.error());
  const LobActivities lob{*activities, *features};
  return make_checklist_report(source.material, fits ? &*crosswalk : nullptr, &lob, source.request);
}

Result<Report> crosswalk_kind(const ReportSource& source) {
  const auto crosswalk = chosen_crosswalk(source.options);
  if (!crosswalk) return tl::unexpected(crosswalk.error());
  const auto material = material_with(source, crosswalk->crosswalk.from);
  if (!material) return tl::unexpected(material.error());
  return make_crosswalk_report(*material, *crosswalk, source.request);
}

Result<Report> goals_kind(const ReportSource& source) {
  const auto material = material_with(source, "subdoelen");
  if (!material) return tl::unexpected(material.error());
  return make_goals_report(*material, source.request);
}

Result<Report> intake_kind(const ReportSource& source) {
  const auto material = material_with(source, "lob-informatie");
  if (!material) return tl::unexpected(material.error());
  return make_intake_report(*material, IntakePart::guide, source.request);
}

Result<Report> comparison_kind(const ReportSource& source) {
  const auto conditions = conditions_in(source.options);
  if (!conditions) return tl::unexpected(conditions.error());
  const auto in_view = [&](const Metadata& metadata) { return hold(*conditions, metadata); };
  auto compared = coders_of_project(source.project, source.options, comma_separated(source.options.get("coder").value_or("")), in_view);
  if (!compared) {
    const auto why = nothing_to_compare(compared.error().message);
    if (!why) return tl::unexpected(compared.error());
    return make_comparison_report(*why, source.material, source.request);
  }
  auto settled = settled_by_all(source.project, *compared);
  if (!settled) return tl::unexpected(settled.error());
  return make_comparison_report({compared->codebook, compared->work, compared->others, std::move(*settled)}, source.material, source.request);
}

}  // namespace codeboom
