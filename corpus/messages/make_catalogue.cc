// Build tool: corpus/messages/NAME.yaml -> message_keys/NAME.h each, and one message_catalogue.cc.
//
//   make_catalogue OUTPUT_FOLDER CATALOGUE.yaml...
//
// One header per catalogue, written only when it changes: a new sentence recompiles the files that speak from it.
// Stops the build when a key lacks Dutch or English, when a pattern is not valid ICU MessageFormat, or when the two
// languages do not name the same arguments: a sentence that cannot be shown must not reach a user.
#include <unicode/messagepattern.h>
#include <unicode/unistr.h>
#include <yaml-cpp/yaml.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

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

using Entries = std::map<std::string, Entry>;  // sorted: two builds give the same bytes

Entries read(const std::filesystem::path& path, std::set<std::string>& seen) {
  Entries entries;
  const YAML::Node file = YAML::LoadFile(path);
  for (const auto& item : file) {
    const auto key = item.first.as<std::string>();
    const Entry entry{item.second["nl"].as<std::string>(""), item.second["en"].as<std::string>("")};
    if (entry.nl.empty()) report(key, "no Dutch");
    if (entry.en.empty()) report(key, "no English");
    if (argument_names(key, entry.nl) != argument_names(key, entry.en)) {
      report(key, "Dutch and English name different arguments");
    }
    if (!seen.insert(key).second) report(key, "stands twice in the catalogues");
    entries.emplace(key, entry);
  }
  return entries;
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

void write_if_changed(const std::filesystem::path& path, const std::string& text) {
  std::ifstream old(path, std::ios::binary);
  if (old && std::string(std::istreambuf_iterator<char>(old), {}) == text) return;
  std::ofstream(path, std::ios::binary) << text;
}

void write(const std::filesystem::path& folder, const std::map<std::string, Entries>& catalogues) {
  std::filesystem::create_directories(folder / "message_keys");
  std::string tables, list;
  int number = 0;
  for (const auto& [name, entries] : catalogues) {
    std::string keys = "// Generated from corpus/messages/" + name + ".yaml.\n#pragma once\n"
                       "#include \"corpus/messages/message.h\"\nnamespace codeboom::msg {\n";
    tables += "const CatalogueEntry " + name + "[] = {\n";
    int index = 0;
    for (const auto& [key, entry] : entries) {
      keys += "inline constexpr MessageKey " + constant_name(key) + "{" + std::to_string(number) + ", " +
              std::to_string(index++) + "};\n";
      tables += "{" + quoted(key) + ", " + quoted(entry.nl) + ", " + quoted(entry.en) + "},\n";
    }
    tables += "};\n";
    list += name + ", ";
    ++number;
    write_if_changed(folder / "message_keys" / (name + ".h"), keys + "}  // namespace codeboom::msg\n");
  }
  write_if_changed(folder / "message_catalogue.cc",
                   "// Generated from corpus/messages/*.yaml.\n#include \"corpus/messages/catalogue.h\"\n"
                   "namespace codeboom {\nnamespace {\n" + tables + "}  // namespace\n"
                   "const CatalogueEntry* const catalogues[] = {" + list + "};\n}  // namespace codeboom\n");
}

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, Entries> catalogues;
  std::set<std::string> seen;
  try {
    for (int i = 2; i < argc; ++i) {
      const std::filesystem::path path = argv[i];
      catalogues[path.stem()] = read(path, seen);
    }
  } catch (const YAML::Exception& error) {
    report("catalogue", error.what());
  }
  if (faults == 0) write(argv[1], catalogues);
  return faults == 0 ? 0 : 1;
}
