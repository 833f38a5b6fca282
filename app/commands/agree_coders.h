// `codeboom agree PROJECT` or files with codings: agreement per code, branch and level of the tree.
#pragma once

#include <vector>

#include "app/command.h"
#include "codebook/units.h"

namespace codeboom {

// --coders, --codebook, --documents, --read-all, --unit, --level, --code, --measure, --tree-credit, --segment-overlap, --draw and
// --out. The command also takes --all, --thresholds, --bootstrap, --seed and --format text|csv|json|html.
const std::vector<OptionSpec>& agree_coders_options();

// Errors: usage, those of compared_coders(), of writing --out.
Result<ExitStatus> agree_coders(const Options& options, const CommandContext& context);

// What two commands share: prints, or writes to the file that --out names.
Result<void> deliver(const Options& options, const std::string& text);
Result<UnitKind> chosen_unit(const Options& options, std::span<const std::string_view> allowed);
Result<std::optional<int>> chosen_level(const Options& options, const Codebook& codebook);

}  // namespace codeboom
