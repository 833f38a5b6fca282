// What a report is made of, as a command line asks for it.
#pragma once

#include <string>
#include <vector>

#include "app/command.h"
#include "corpus/project.h"
#include "reports/kinds/kinds.h"

namespace codeboom {

// The coders that --coder names; without it every person in the project, or nobody when only the machine coded.
// Errors: not_found.
Result<std::vector<std::string>> people_for_report(const Project& project, const Options& options);

// --by, --level, --population, --seed, --where and what the report is made with: `data` is the file or folder as the user named it.
// Errors: usage.
Result<ReportRequest> report_request(const Options& options, const std::string& data, const CommandContext& context);

// The documents in view and what was coded in them with `codebook` ("id version"). Errors: those of the project; usage (--where);
// not_found when no document meets --where.
Result<Material> report_material(const Project& project, const std::string& codebook, const Options& options);

}  // namespace codeboom
