#include "corpus/joined.h"
#include "message_keys/report_frame.h"
#include "reports/kinds/cells.h"
#include "reports/kinds/dutch_text.h"
#include "reports/kinds/kinds.h"

namespace codeboom {
namespace {

std::string run_in_words(const MachineRun& run, UserLanguage language) {
  return words(msg::made_run, language, {{"at", run.at.empty() ? std::string("none") : run.at}, {"program", run.program}, {"lexicon", run.lexicon}});
}

std::vector<std::string> everyone(const Material& material) {
  std::vector<std::string> coders = material.people;
  if (!material.consensus.empty()) coders.push_back(material.consensus);
  return coders;
}

}  // namespace

std::vector<MadeWith> made_with(const Material& material, const ReportRequest& request) {
  std::vector<MadeWith> made = request.made_with;
  const UserLanguage language = request.language;
  const bool some = material.documents.size() < material.in_project;
  made.push_back({words(msg::made_documents, language),
                  words(msg::made_documents_value, language,
                        {{"n", static_cast<std::int64_t>(material.documents.size())},
                         {"all", static_cast<std::int64_t>(some ? material.in_project : 0)},
                         {"condition", request.condition.empty() ? std::string("none") : request.condition}})});
  made.push_back({words(msg::made_codebook, language),
                  material.codebook.title + " (" + material.codebook.id_and_version() + ")"});
  if (basis_of(material) == Basis::people) {
    made.push_back({words(msg::made_coders, language), joined(everyone(material), ", ")});
    if (material.run) made.push_back({words(msg::made_machine_beside, language), run_in_words(*material.run, language)});
  } else if (material.run) {
    made.push_back({words(msg::made_coders, language),
                    words(msg::made_machine_only, language, {{"run", run_in_words(*material.run, language)}})});
  }
  return made;
}

Prose whose_codings(const Material& material, const ReportRequest& request) {
  const Basis basis = basis_of(material);
  const auto n = static_cast<std::int64_t>(base_of(material, basis).size());
  if (basis == Basis::machine) return {words(msg::frame_whose_machine, request.language, {{"n", n}}), Tone::note};
  const std::vector<std::string> coders = everyone(material);
  std::string text = words(msg::frame_whose_people, request.language,
                           {{"coders", list_in_words(coders, request.language)}, {"n", n}, {"count", static_cast<std::int64_t>(coders.size())}});
  if (material.settled > 0 && !material.people.empty()) {
    text += " " + words(msg::frame_settled, request.language,
                        {{"coder", material.consensus}, {"n", static_cast<std::int64_t>(material.settled)}});
  }
  return {std::move(text), Tone::plain};
}

}  // namespace codeboom
