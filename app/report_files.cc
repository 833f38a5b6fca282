#include "app/report_files.h"

#include <algorithm>
#include <filesystem>

#include "app/terminal.h"
#include "corpus/files.h"
#include "corpus/joined.h"
#include "message_keys/report_frame.h"
#include "reports/write/write.h"

namespace codeboom {
namespace {

namespace fs = std::filesystem;

Result<std::vector<ReportFile>> in_format(const Report& report, const std::string& format, const std::string& base, bool dutch_excel) {
  if (format == "html") return std::vector<ReportFile>{{base + ".html", to_html(report)}};
  if (format == "md") return std::vector<ReportFile>{{base + ".md", to_markdown(report)}};
  if (format == "json") return std::vector<ReportFile>{{base + ".json", to_json(report)}};
  if (format == "csv") {
    std::vector<ReportFile> tables;
    for (const ReportElement& element : report.elements) {
      const auto* table = std::get_if<ReportTable>(&element);
      if (table == nullptr) continue;
      tables.push_back({base + "-" + table->key + ".csv", to_csv(*table, dutch_excel ? CsvStyle{';', true} : CsvStyle{})});
    }
    return tables;
  }
  auto bytes = format == "odt" ? to_odt(report) : format == "docx" ? to_docx(report) : to_xlsx(report);
  if (!bytes) return tl::unexpected(bytes.error());
  return std::vector<ReportFile>{{base + "." + format, std::move(*bytes)}};
}

}  // namespace

Result<std::vector<std::string>> chosen_parts(const Options& options, std::string_view option, const std::vector<std::string>& allowed,
                                              const std::string& usual) {
  std::vector<std::string> parts;
  for (const std::string& part : separated(options.get(option).value_or(usual), ',')) {
    if (part == "all" && option == "kind") return allowed;
    if (std::find(allowed.begin(), allowed.end(), part) == allowed.end()) {
      return fail(ErrorKind::usage, msg::reporting_unknown_part,
                  {{"option", std::string(option)}, {"value", part}, {"allowed", joined(allowed, ", ")}});
    }
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
  }
  return parts;
}

Result<std::vector<std::string>> chosen_formats(const Options& options) {
  return chosen_parts(options, "format", {std::begin(report_formats), std::end(report_formats)}, "html");
}

Result<std::vector<ReportFile>> report_files(const Report& report, const std::vector<std::string>& formats, const std::string& folder,
                                             const std::string& name, const Options& options) {
  std::vector<ReportFile> files;
  for (const std::string& format : formats) {
    auto made = in_format(report, format, (fs::path(folder) / name).string(), options.has("dutch-excel"));
    if (!made) return made;
    for (ReportFile& one : *made) files.push_back(std::move(one));
  }
  return files;
}

Result<void> write_reports(const std::vector<ReportFile>& files, const std::string& folder, UserLanguage language) {
  if (auto made = make_folder(folder); !made) return made;
  for (const ReportFile& file : files) {
    if (auto done = write_file(file.path, file.bytes); !done) return done;
    print(in_words({msg::reporting_written, {{"path", file.path}}}, language) + "\n");
  }
  return {};
}

}  // namespace codeboom
