// Build tool: corpus/messages/*.yaml -> message_keys.h and message_catalogue.cc.
//
//   make_catalogue OUTPUT_FOLDER CATALOGUE.yaml...
//
// Stops the build when a key lacks Dutch or English, when a pattern is not valid ICU MessageFormat, or when the two
// languages do not name the same arguments: a sentence that cannot be shown must not reach a user.
#include <unicode/messagepattern.h>
#include <unicode/unistr.h>
#include <yaml-cpp/yaml.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>

namespace {

struct Entry {
  std::string nl, en;
};

int faults = 0;

void report(const std::string& key, const std::string& fault) {
  std::fprintf(stderr, "catalogue: %s: %s\n", key.c_str(), fault.c_str());
  ++faults;
}

std::set<std::string> argument_names(const std::string& key, const std::string& pattern) {
  std::set<std::string> names;
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  const icu::MessagePattern parsed(icu::UnicodeString::fromUTF8(pattern), &where, status);
  if (U_FAILURE(status)) {
    report(key, "not a valid MessageFormat pattern: " + pattern);
    return names;
  }
  for (int32_t i = 0; i < parsed.countParts(); ++i) {
    if (parsed.getPartType(i) != UMSGPAT_PART_TYPE_ARG_NAME) continue;
    std::string name;
    parsed.getSubstring(parsed.getPart(i)).toUTF8String(name);
    names.insert(name);
  }
  return names;
}

void add_file(const char* path, std::map<std::string, Entry>& entries) {
  const YAML::Node file = YAML::LoadFile(path);
  for (const auto& item : file) {
    const auto key = item.first.as<std::string>();
    const Entry entry{item.second["nl"].as<std::string>(""), item.second["en"].as<std::string>("")};
    if (entry.nl.empty()) report(key, "no Dutch");
    if (entry.en.empty()) report(key, "no English");
    if (argument_names(key, entry.nl) != argument_names(key, entry.en)) {
      report(key, "Dutch and English name different arguments");
    }
    if (!entries.emplace(key, entry).second) report(key, "stands twice in the catalogue");
  }
}

std::string constant_name(std::string key) {
  for (char& c : key) {
    if (c == '.' || c == '-') c = '_';
  }
  return key;
}

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
    } else {
      if (c == '"' || c == '\\') result += '\\';
      result += c;
    }
  }
  return result + '"';
}

void write(const std::string& folder, const std::map<std::string, Entry>& entries) {
  std::ofstream keys(folder + "/message_keys.h");
  std::ofstream catalogue(folder + "/message_catalogue.cc");
  keys << "// Generated from corpus/messages/*.yaml.\n#pragma once\nnamespace codeboom::msg {\n";
  catalogue << "// Generated from corpus/messages/*.yaml.\n#include \"corpus/messages/catalogue.h\"\n"
               "namespace codeboom {\nconst CatalogueEntry catalogue_entries[] = {\n";
  int index = 0;
  for (const auto& [key, entry] : entries) {
    keys << "inline constexpr MessageKey " << constant_name(key) << "{" << index++ << "};\n";
    catalogue << "{" << quoted(key) << ", " << quoted(entry.nl) << ", " << quoted(entry.en) << "},\n";
  }
  keys << "}  // namespace codeboom::msg\n";
  catalogue << "};\nconst unsigned catalogue_size = " << index << ";\n}  // namespace codeboom\n";
}

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, Entry> entries;  // sorted: two builds give the same bytes
  try {
    for (int i = 2; i < argc; ++i) add_file(argv[i], entries);
  } catch (const YAML::Exception& error) {
    report("catalogue", error.what());
  }
  if (faults == 0) write(argv[1], entries);
  return faults == 0 ? 0 : 1;
}
