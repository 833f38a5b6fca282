#include "app/coders_source.h"

#include <algorithm>
#include <fstream>

#include "app/commands/commands.h"
#include "app/terminal.h"
#include "codebook/documents_seen.h"
#include "codebook/machine.h"
#include "corpus/joined.h"
#include "corpus/text_file.h"
#include "message_keys/agree_commands.h"

namespace codeboom {
namespace {

constexpr std::size_t most_coders = 64;
constexpr std::size_t most_messages = 5;

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_project(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  char begin[16] = {};
  file.read(begin, sizeof begin);
  return file && std::string_view(begin, 15) == "SQLite format 3";
}

// Those asked for, of those there are; when nobody is asked for `usual`.
Result<std::vector<std::string>> chosen(const std::vector<std::string>& asked, const std::vector<std::string>& there,
                                        std::vector<std::string> usual) {
  std::vector<std::string> names = std::move(usual);
  if (!asked.empty()) {
    names.clear();
    for (const std::string& name : asked) {
      if (!contains(there, name)) {
        return fail(ErrorKind::not_found, msg::comparing_unknown_coder, {{"coder", name}, {"coders", joined(there, ", ")}});
      }
      if (!contains(names, name)) names.push_back(name);
    }
  }
  if (names.size() < 2 && !asked.empty()) {
    return fail(ErrorKind::bad_input, msg::comparing_one_chosen, {{"coder", joined(names, ", ")}, {"coders", joined(there, ", ")}});
  }
  if (names.size() < 2) {
    return fail(ErrorKind::bad_input, msg::comparing_one_coder,
                {{"coders", names.empty() ? joined(there, ", ") : joined(names, ", ")},
                 {"n", static_cast<std::int64_t>(names.empty() ? there.size() : names.size())}});
  }
  if (names.size() > most_coders) {
    return fail(ErrorKind::usage, msg::comparing_too_many, {{"most", static_cast<std::int64_t>(most_coders)}});
  }
  return names;
}

std::vector<std::string> not_in(const std::vector<std::string>& there, const std::vector<std::string>& names) {
  std::vector<std::string> others;
  for (const std::string& name : there) {
    if (!contains(names, name)) others.push_back(name);
  }
  return others;
}

Silence silence_in(const Options& options) { return options.has("read-all") ? Silence::found_nothing : Silence::did_not_read; }

// Somebody whose codes are all unknown coded with another codebook, and would otherwise look like somebody who found nothing.
Result<void> fits_codebook(const CoderWork& work, const Codebook& codebook) {
  std::uint64_t unknown = 0;
  std::string example;
  for (const Coding& coding : work.codings) {
    if (find_code(codebook, coding.code)) return {};
    if (unknown++ == 0) example = coding.code;
  }
  for (const CodingsLeftOut& one : work.left_out) {
    if (one.why != LeftOut::unknown_code) continue;
    unknown += one.codings;
    for (const auto& [name, value] : one.messages.front().arguments) {
      if (name == "code" && example.empty()) example = std::get<std::string>(value);
    }
  }
  if (unknown == 0) return {};
  return fail(
      ErrorKind::bad_input, msg::comparing_other_codebook,
      {{"coder", work.coder}, {"codebook", codebook.id_and_version()}, {"n", static_cast<std::int64_t>(unknown)}, {"code", example}});
}

Result<ComparedCoders> with_documents(ComparedCoders compared) {
  if (compared.work.documents.empty()) {
    return fail(ErrorKind::bad_input, msg::comparing_no_documents, {{"coders", joined(compared.work.coders, ", ")}});
  }
  return compared;
}

// A project ----------------------------------------------------------------------------------------------------

Result<std::set<std::string>> codes_of_versions(const Project& project) {
  std::set<std::string> codes;
  const auto versions = project.codebooks();
  if (!versions) return tl::unexpected(versions.error());
  for (const CodebookVersion& version : *versions) {
    for (const auto& code : version.codes) codes.insert(code.id);
  }
  return codes;
}

Result<CoderWork> work_of(const Project& project, const Coder& coder, const std::vector<Document>& documents) {
  CoderWork work{coder.name, {}, {}, {}, {}, 0};
  for (const Document& document : documents) {
    auto codings = codings_of(project, coder, document);
    if (!codings) return tl::unexpected(codings.error());
    work.codings.insert(work.codings.end(), codings->begin(), codings->end());
  }
  auto seen = documents_seen(project, coder);
  if (!seen) return tl::unexpected(seen.error());
  work.seen = std::move(*seen);
  return work;
}

// Not so who only decides on other people's disagreements. Memos and samples say that someone read, and may have found nothing.
Result<bool> coded_something(const Project& project, const std::string& coder) {
  const auto codings = project.codings(coder);
  if (!codings) return tl::unexpected(codings.error());
  const auto memos = project.memos();
  if (!memos) return tl::unexpected(memos.error());
  const auto samples = project.samples();
  if (!samples) return tl::unexpected(samples.error());
  return !codings->empty() || std::any_of(memos->begin(), memos->end(), [&](const Memo& memo) { return memo.coder == coder; }) ||
         std::any_of(samples->begin(), samples->end(), [&](const RecordedSample& one) { return contains(one.request.coders, coder); });
}

// Files --------------------------------------------------------------------------------------------------------

Result<std::vector<Document>> documents_in(const Options& options, UserLanguage language) {
  const auto folder = required(options, "documents");
  if (!folder) return tl::unexpected(folder.error());
  const auto source = DocumentSource::open({*folder}, options);
  if (!source) return tl::unexpected(source.error());
  std::vector<Document> documents;
  for (std::size_t i = 0; i < source->count(); ++i) {
    auto document = source->read(i);
    if (document) {
      documents.push_back(std::move(*document));
    } else {
      note(document.error().message, language);
    }
  }
  return documents;
}

void tell(const std::vector<Message>& messages, UserLanguage language) {
  for (std::size_t i = 0; i < messages.size() && i < most_messages; ++i) note(messages[i], language);
  if (messages.size() > most_messages) {
    note({msg::comparing_and_more, {{"n", static_cast<std::int64_t>(messages.size() - most_messages)}}}, language);
  }
}

Result<ComparedCoders> coders_of_files(const Options& options, UserLanguage language) {
  const auto book = required(options, "codebook");
  if (!book) return tl::unexpected(book.error());
  auto codebook = load_codebook(*book);
  if (!codebook) return tl::unexpected(codebook.error());
  std::vector<std::pair<std::string, std::vector<ExchangedCoding>>> files;
  for (const std::string& path : options.arguments()) {
    const auto utf8 = read_text_file(path);
    if (!utf8) return tl::unexpected(utf8.error());
    auto codings = read_codings(*utf8, path);
    if (!codings) return tl::unexpected(codings.error());
    files.emplace_back(path, std::move(*codings));
  }
  auto documents = documents_in(options, language);
  if (!documents) return tl::unexpected(documents.error());
  std::vector<CoderWork> work = work_in_files(files, *documents, *codebook);
  std::vector<std::string> there;
  for (const CoderWork& one : work) there.push_back(one.coder);
  const auto names = chosen(comma_separated(options.get("coders").value_or("")), there, there);
  if (!names) return tl::unexpected(names.error());
  std::vector<CoderWork> wanted;
  for (const std::string& name : *names) {
    wanted.push_back(std::move(*std::find_if(work.begin(), work.end(), [&](const CoderWork& one) { return one.coder == name; })));
    if (auto fits = fits_codebook(wanted.back(), *codebook); !fits) return tl::unexpected(fits.error());
    for (const auto& [document, messages] : wanted.back().misfits) tell(messages, language);
    for (const CodingsLeftOut& one : wanted.back().left_out) tell(one.messages, language);
  }
  LinedUp lined = line_up(std::move(*documents), wanted, *codebook, silence_in(options));
  return with_documents({std::move(*codebook), std::move(lined), not_in(there, *names)});
}

}  // namespace

const std::vector<OptionSpec>& coder_options() {
  static const std::vector<OptionSpec> specs{{"coders", "NAAM,NAAM", msg::option_compared_coders},
                                             {"codebook", "BESTAND", msg::option_compared_codebook},
                                             {"documents", "MAP", msg::option_compared_documents},
                                             {"read-all", "", msg::option_read_all}};
  return specs;
}

Result<ComparedCoders> compared_coders(const Options& options, UserLanguage language) {
  if (options.arguments().empty()) return fail(ErrorKind::usage, msg::comparing_what);
  const auto project_at = std::find_if(options.arguments().begin(), options.arguments().end(), is_project);
  if (project_at == options.arguments().end()) return coders_of_files(options, language);
  if (options.arguments().size() > 1) return fail(ErrorKind::usage, msg::comparing_one_project, {{"file", *project_at}});
  if (options.has("documents")) return fail(ErrorKind::usage, msg::comparing_documents_in_project, {{"file", *project_at}});
  const auto project = Project::open_read_only(*project_at);
  if (!project) return tl::unexpected(project.error());
  auto compared = coders_of_project(*project, options, comma_separated(options.get("coders").value_or("")));
  if (compared && !compared->others.empty()) note({msg::comparing_others, {{"coders", joined(compared->others, ", ")}}}, language);
  return compared;
}

Result<ComparedCoders> coders_of_project(const Project& project, const Options& options, const std::vector<std::string>& asked,
                                         const std::function<bool(const Metadata&)>& in_view) {
  const auto record = chosen_codebook(project, options);
  if (!record) return tl::unexpected(record.error());
  auto codebook = from_record(*record);
  if (!codebook) return tl::unexpected(codebook.error());
  const auto coders = project.coders();
  if (!coders) return tl::unexpected(coders.error());
  std::vector<std::string> there, people;
  for (const Coder& coder : *coders) {
    there.push_back(coder.name);
    if (coder.kind != CoderKind::person) continue;
    const auto coded = coded_something(project, coder.name);
    if (!coded) return tl::unexpected(coded.error());
    if (*coded) people.push_back(coder.name);
  }
  if (people.size() == 1 && contains(there, std::string(machine_coder))) people.emplace_back(machine_coder);
  const auto names = chosen(asked, there, people);
  if (!names) return tl::unexpected(names.error());
  std::vector<Document> documents;
  const auto keep = [&](const Document& document) -> Result<void> {
    if (!in_view || in_view(document.metadata)) documents.push_back(document);
    return {};
  };
  if (auto read = project.for_each_document(keep); !read) return tl::unexpected(read.error());
  std::vector<CoderWork> work;
  for (const std::string& name : *names) {
    const auto coder = std::find_if(coders->begin(), coders->end(), [&](const Coder& one) { return one.name == name; });
    auto one = work_of(project, *coder, documents);
    if (!one) return tl::unexpected(one.error());
    if (auto fits = fits_codebook(*one, *codebook); !fits) return tl::unexpected(fits.error());
    work.push_back(std::move(*one));
  }
  const auto versions = codes_of_versions(project);
  if (!versions) return tl::unexpected(versions.error());
  LinedUp lined = line_up(std::move(documents), work, *codebook, silence_in(options), *versions);
  return with_documents({std::move(*codebook), std::move(lined), not_in(there, *names)});
}

std::vector<std::string> comma_separated(const std::string& names) {
  std::vector<std::string> result = separated(names, ',');
  std::erase(result, "");
  return result;
}

Result<std::optional<std::uint32_t>> chosen_branch(const Options& options, const Codebook& codebook) {
  const auto id = options.get("code");
  if (!id) return std::optional<std::uint32_t>{};
  if (const auto code = find_code(codebook, *id)) return std::optional(*code);
  return fail(ErrorKind::not_found, msg::comparing_unknown_code, {{"code", *id}, {"codebook", codebook.id_and_version()}});
}

}  // namespace codeboom
