#include <algorithm>

#include "app/commands/commands.h"
#include "codebook/machine.h"
#include "corpus/joined.h"
#include "message_keys/app.h"

namespace codeboom {
Result<CodebookVersion> chosen_codebook(const Project& project, const Options& options) {
  if (const auto name = options.get("codebook")) return project.codebook(*name);
  const auto all = project.codebooks();
  if (!all) return tl::unexpected(all.error());
  if (all->empty()) return fail(ErrorKind::not_found, msg::app_no_codebook);
  return all->back();
}

Result<Coder> chosen_coder(const Project& project, const Options& options) {
  const auto coders = project.coders();
  if (!coders) return tl::unexpected(coders.error());
  std::vector<std::string> people, all;
  for (const Coder& coder : *coders) {
    all.push_back(coder.name);
    if (coder.kind == CoderKind::person) people.push_back(coder.name);
  }
  if (coders->empty()) return fail(ErrorKind::not_found, msg::app_no_coders);
  std::string wanted = people.size() == 1 ? people.front() : std::string(machine_coder);
  if (const auto name = options.get("coder")) {
    wanted = *name;
  } else if (people.size() > 1) {
    return fail(ErrorKind::usage, msg::app_several_coders, {{"coders", joined(all, ", ")}});
  }
  const auto found = std::find_if(coders->begin(), coders->end(), [&](const Coder& coder) { return coder.name == wanted; });
  if (found == coders->end()) {
    return fail(ErrorKind::not_found, msg::app_unknown_coder, {{"coder", wanted}, {"coders", joined(all, ", ")}});
  }
  return *found;
}

Result<std::vector<Coding>> codings_of(const Project& project, const Coder& coder, const Document& document) {
  if (coder.kind != CoderKind::machine) return project.codings(coder.name, document.metadata.id);
  const auto latest = project.latest_run();
  if (!latest) return tl::unexpected(latest.error());
  if (!*latest) return std::vector<Coding>{};
  const auto codebook = project.codebook((*latest)->codebook);
  if (!codebook) return tl::unexpected(codebook.error());
  const auto suggestions = project.suggestions(**latest, document.metadata.id);
  if (!suggestions) return tl::unexpected(suggestions.error());
  return to_codings(*suggestions, *codebook, **latest, document);
}

}  // namespace codeboom
