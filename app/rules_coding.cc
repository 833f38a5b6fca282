#include "app/rules_coding.h"

#include <algorithm>
#include <thread>

#include "app/conditions.h"
#include "app/report_source.h"
#include "app/shipped.h"
#include "codebook/machine.h"
#include "engine/language/words.h"

namespace codeboom {
namespace {

// What people coded with another codebook than the chosen one. A document counts as coded with it when it has a coding of it.
Result<std::optional<Material>> coded_by_people(const ReportSource& source, const std::string& id) {
  const auto versions = source.project.codebooks();
  if (!versions) return tl::unexpected(versions.error());
  const auto latest = std::find_if(versions->rbegin(), versions->rend(), [&](const CodebookVersion& one) { return one.id == id; });
  if (latest == versions->rend() || source.material.people.empty()) return std::nullopt;
  auto material = report_material(source.project, latest->id + " " + latest->version, source.options);
  if (!material) return tl::unexpected(material.error());
  if (material->by_people.empty()) return std::nullopt;
  for (MaterialDocument& document : material->documents) document.by_people = false;
  for (const CodedPlace& coding : material->by_people) material->documents[coding.document].by_people = true;
  return std::move(*material);
}

}  // namespace

Result<Material> coded_by_rules(const Codebook& codebook, std::size_t count, const std::function<Result<Document>(std::size_t)>& read,
                                ReadingPlace reading, const std::function<void(const Error&)>& refused) {
  const auto coder = make_machine_coder(codebook, nullptr);
  if (!coder) return tl::unexpected(coder.error());
  Material material;
  material.codebook = codebook;
  material.in_project = count;
  material.run = MachineRun{0, codebook.id_and_version(), std::string(program_version), std::string(lexicon_version()), "", ""};
  const auto use = [&](std::size_t, Result<CodedDocument> coded) -> Result<void> {
    if (coded) return add_suggested(material, coded->document, coded->suggestions), Result<void>();
    if (!refused) return tl::unexpected(coded.error());
    refused(coded.error());
    return {};
  };
  const unsigned threads = std::max(1u, std::thread::hardware_concurrency());
  const auto done = run_machine(*coder, to_record(codebook), *material.run, count, read, {threads, Lines::not_wanted, reading}, use);
  if (!done) return tl::unexpected(done.error());
  return material;
}

Result<Material> material_with(const ReportSource& source, const std::string& id) {
  if (source.material.codebook.id == id) return source.material;
  auto people = coded_by_people(source, id);
  if (!people) return tl::unexpected(people.error());
  if (*people) return std::move(**people);
  const auto codebook = shipped_codebook(id);
  if (!codebook) return tl::unexpected(codebook.error());
  std::vector<std::string> ids;
  for (const MaterialDocument& document : source.material.documents) ids.push_back(document.metadata.id);
  auto material = coded_by_rules(*codebook, ids.size(), [&](std::size_t place) { return source.project.document(ids[place]); }, ReadingPlace::on_caller);
  if (material) material->in_project = source.material.in_project;
  return material;
}

}  // namespace codeboom
