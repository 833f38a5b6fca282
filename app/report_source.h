// What a report is made of, as a command line asks for it.
#pragma once

#include <string>
#include <vector>

#include "app/command.h"
#include "corpus/project.h"
#include "reports/kinds/kinds.h"

namespace codeboom {

// Whose codings count as people's. `people` may be empty: then the consensus counts alone, or, without one, the machine.
struct CodersForReport {
  std::vector<std::string> people;
  std::string consensus;  // may be empty
};

// The coders that --coder names; without it every person who coded something, and in documents where people settled what counts, their
// consensus. Errors: not_found; usage, for two consensus coders.
Result<CodersForReport> coders_for_report(const Project& project, const Options& options);

// --by, --level, --population, --seed, --where and what the report is made with: `data` is the file or folder as the user named it.
// Errors: usage.
Result<ReportRequest> report_request(const Options& options, const std::string& data, const CommandContext& context);

// The documents in view and what was coded in them with `codebook` ("id version"). Errors: those of the project; usage (--where);
// not_found when no document meets --where.
Result<Material> report_material(const Project& project, const std::string& codebook, const Options& options);

}  // namespace codeboom
