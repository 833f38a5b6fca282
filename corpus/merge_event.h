// Private to merge*.cc: what the history keeps of a merge, so that it can be undone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/merge.h"

namespace codeboom {

inline constexpr std::string_view merge_act = "merge", undo_merge_act = "undo merge";

struct MergeUndo {
  FilledTo filled_to;               // before the merge
  std::vector<Coding> had_origins;  // codings as they were
};

// JSON for Event::before. Format: FORMAT.md, "A merge in the history".
std::string to_json(const MergeUndo& undo);
// Empty when it is not what to_json() writes.
std::optional<MergeUndo> read_merge_undo(const std::string& json);

// JSON for Event::after: who was merged and what came of it.
std::string to_json(const MergeReport& report, const std::vector<std::string>& files);
std::vector<std::string> files_of(const std::string& json);

}  // namespace codeboom
