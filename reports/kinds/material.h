// What the reports on a project are made of: the documents in view, and what was coded in them, read once.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "codebook/codebook.h"
#include "corpus/project.h"

namespace codeboom {

// One coding, or suggestion, by place.
struct CodedPlace {
  std::uint32_t document = 0;  // place in Material::documents
  std::uint32_t code = 0;      // in the codebook
  std::uint32_t coder = 0;     // in Material::people; of the consensus their number; of a suggestion 0
  CodePointSpan place;         // in the document
  std::uint32_t block = 0;     // of the document: the paragraph, bullet or heading in which it begins
  std::uint32_t first_sentence = 0, end_sentence = 0;  // half-open, of the document
  std::string quote;
  std::string sentences;  // the text of these sentences; empty when that is the quote
  Flags flags = 0;
  std::optional<double> chance;  // of a suggestion
};

struct MaterialDocument {
  Metadata metadata;
  std::uint32_t sentences = 0;  // how many it has
  bool by_people = false;       // one of the people coded it, whether or not they found something
  bool by_machine = false;      // it was in the machine's run
  std::vector<std::uint32_t> coders = {};  // which of the people coded it: places in Material::people, ascending
};

struct Material {
  Codebook codebook;
  std::vector<MaterialDocument> documents;  // in view, in the order of the project
  std::uint64_t in_project = 0;             // all documents
  std::vector<std::string> people;          // whose codings count as people's
  std::string consensus;                    // whose codings alone count in documents where people settled; empty: nobody's
  std::uint64_t settled = 0;                // documents in view in which the consensus counts
  std::vector<CodedPlace> by_people, by_machine;  // what counts; by document, place, code, coder
  std::vector<CodedPlace> each_person;            // what each of `people` coded, also where the consensus counts; the same order
  std::optional<MachineRun> run;                  // the one that the suggestions are of
  std::uint64_t other_codes = 0;                  // codings left out: this codebook does not have their code
  std::vector<RecordedSample> samples;
  std::vector<CodebookVersion> versions;  // of this codebook, in the order added
};

struct MaterialRequest {
  std::string codebook;             // "id version"
  std::vector<std::string> people;  // names
  std::function<bool(const Metadata&)> in_view;  // empty: all
  std::string consensus = {};       // a consensus coder's name, or nothing
};

// Errors: those of the project; not_found for the codebook or a coder.
Result<Material> read_material(const Project& project, const MaterialRequest& request);

// Adds a document with what the machine suggests in it just now, in view and in the machine's run.
// Requires: the suggestions are of the material's codebook.
void add_suggested(Material& material, const Document& document, const Suggestions& suggestions);

// Who gave a coding that counts as people's: one of the people, or the consensus.
const std::string& coder_of(const Material& material, const CodedPlace& coding);

// What counts: people's codings where there are any people, otherwise the machine's suggestions.
enum class Basis { people, machine };
Basis basis_of(const Material& material);
const std::vector<CodedPlace>& codings_of(const Material& material, Basis basis);

// The documents in view that the basis could have coded: the base of every share.
std::vector<std::uint32_t> base_of(const Material& material, Basis basis);

// By code, in codebook order: the documents in which it, or a code below it, was found; places in Material::documents, ascending.
std::vector<std::vector<std::uint32_t>> documents_by_code(const Material& material, Basis basis);

}  // namespace codeboom
