// Reports as files, in the formats that a user asked for.
#pragma once

#include <string>
#include <vector>

#include "app/options.h"
#include "reports/report.h"

namespace codeboom {

inline constexpr std::string_view report_formats[] = {"html", "md", "csv", "json", "odt", "docx", "xlsx"};

// Those that --format names. Errors: usage.
Result<std::vector<std::string>> chosen_formats(const Options& options);

// The parts of a comma-separated option, each once; `usual` when it was not given. Errors: usage, naming what is allowed.
Result<std::vector<std::string>> chosen_parts(const Options& options, std::string_view option, const std::vector<std::string>& allowed,
                                              const std::string& usual);

struct ReportFile {
  std::string path, bytes;
};

// FOLDER/NAME.FORMAT; of CSV one file per table, FOLDER/NAME-TABLE.csv. Errors: those of the writers.
Result<std::vector<ReportFile>> report_files(const Report& report, const std::vector<std::string>& formats, const std::string& folder,
                                             const std::string& name, const Options& options);

// Makes the folder, writes the files and says so on standard output. Errors: unavailable.
Result<void> write_reports(const std::vector<ReportFile>& files, const std::string& folder, UserLanguage language);

}  // namespace codeboom
