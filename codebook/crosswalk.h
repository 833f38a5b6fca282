// A crosswalk: which codes of one codebook say what codes of others say, each link with its reason; and which have no counterpart there.
// Format: codebook/FORMAT.md. A link from a code that has others below it holds for all of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "codebook/codebook.h"

namespace codeboom {

struct CrosswalkLink {
  std::string from, to, reason;
  int line = 0;  // in the file, from 1
};

// A code without a counterpart in the target.
struct CrosswalkGap {
  std::string code, reason;
  int line = 0;
};

struct CrosswalkTarget {
  std::string codebook;  // its id; it stands beside the crosswalk as ID.yaml
  std::vector<CrosswalkLink> links;
  std::vector<CrosswalkGap> without;
  int line = 0;
};

struct Crosswalk {
  std::string id, title, version, language;
  std::string from;  // id of the codebook that all links begin in
  std::vector<CrosswalkTarget> targets;

  std::string id_and_version() const { return id + " " + version; }
};

// `source` names the file in messages. Errors: bad_input that names file, line and the offending piece: broken YAML, an unknown or
// missing key, no target at all.
Result<Crosswalk> parse_crosswalk(std::string_view yaml, const std::string& source);

// Does this file call itself a crosswalk? For commands that take a codebook as well.
bool is_crosswalk(std::string_view yaml);

// A crosswalk with its codebooks.
struct LoadedCrosswalk {
  Crosswalk crosswalk;
  Codebook from;
  std::vector<Codebook> targets;  // as Crosswalk::targets
  std::string source;             // the file, for messages
};

// Reads the file and the codebooks beside it. Errors: those of parse_crosswalk and load_codebook.
Result<LoadedCrosswalk> load_crosswalk(const std::string& path);

// What does not add up, each with file and line: a code that its codebook lacks, a link or gap said twice, a code that is linked and
// without, a leaf that is neither. Empty when every leaf of `from` is accounted for in every target.
std::vector<Message> crosswalk_faults(const LoadedCrosswalk& loaded);

// The same file, refused with its first fault. Errors: as load_crosswalk; bad_input for a fault.
Result<LoadedCrosswalk> load_sound_crosswalk(const std::string& path);

}  // namespace codeboom
