#include <algorithm>

#include "app/commands/commands.h"
#include "app/terminal.h"
#include "corpus/project.h"
#include "message_keys/app.h"
#include "reports/table.h"

namespace codeboom {
namespace {

constexpr std::size_t margin_share = 3;  // one third of the width

std::string margin_note(const Coding& coding, UserLanguage language) {
  if (!coding.score) return coding.code + " (" + coding.coder + ")";
  return in_words({msg::show_suggestion, {{"code", coding.code}, {"coder", coding.coder}, {"score", *coding.score}}},
                  language);
}

// Lines of a block, each with the bytes it covers.
struct Line {
  std::string text;
  std::uint32_t begin = 0, end = 0;
};

std::vector<Line> lines_of(const Document& document, Span block, std::size_t width) {
  std::vector<Line> lines;
  const std::string_view text = document.text[block];
  std::size_t at = 0;
  for (const std::string& words : wrapped(text, width)) {
    const std::size_t first = std::min(text.find_first_not_of(" \n", at), text.size());
    // Several spaces or a line end in the text stand as one space in the line: walk word by word.
    std::size_t end = first;
    for (std::size_t i = 0; i < words.size(); ++end) {
      if (words[i] == ' ') {
        end = std::min(text.find_first_not_of(" \n", end), text.size()) - 1;
      }
      ++i;
    }
    lines.push_back({words, block.begin.value + static_cast<std::uint32_t>(first),
                     block.begin.value + static_cast<std::uint32_t>(end)});
    at = end;
  }
  return lines;
}

class MarginView {
 public:
  MarginView(const Document& document, std::vector<Coding> codings, UserLanguage language)
      : document_(document), codings_(std::move(codings)), language_(language) {
    const std::size_t width = output_width();
    margin_ = std::max<std::size_t>(width / margin_share, 16);
    column_ = width - margin_ - 3;
  }

  void print_all() {
    for (const Block& block : document_.blocks) {
      const bool title = block.kind == BlockKind::title || block.kind == BlockKind::heading;
      const std::string mark = block.kind == BlockKind::bullet ? "- " : title ? "# " : "";
      std::string lead = mark;
      for (const Line& line : lines_of(document_, block.span, column_ - mark.size())) {
        print_line(lead + line.text, line);
        lead = std::string(mark.size(), ' ');
      }
      print("\n");
    }
  }

 private:
  void print_line(const std::string& text, const Line& line) {
    std::vector<std::string> notes;
    while (next_ < codings_.size() && codings_[next_].span.begin.value < std::max(line.end, line.begin + 1)) {
      for (std::string& part : wrapped(margin_note(codings_[next_], language_), margin_)) notes.push_back(std::move(part));
      ++next_;
    }
    for (std::size_t i = 0; i < std::max<std::size_t>(notes.size(), 1); ++i) {
      const std::string left = i == 0 ? text : "";
      const std::string fill(column_ - std::min(column_, display_width(left)), ' ');
      print(i < notes.size() ? left + fill + " │ " + notes[i] + "\n" : left + "\n");
    }
  }

  const Document& document_;
  std::vector<Coding> codings_;  // by place
  UserLanguage language_;
  std::size_t margin_ = 0, column_ = 0;
  std::size_t next_ = 0;
};

// Of the coder that --coder names, or of every coder.
Result<std::vector<Coding>> codings_to_show(const Project& project, const Document& document, const Options& options) {
  std::vector<Coder> coders;
  if (options.has("coder")) {
    const auto chosen = chosen_coder(project, options);
    if (!chosen) return tl::unexpected(chosen.error());
    coders.push_back(*chosen);
  } else {
    const auto all = project.coders();
    if (!all) return tl::unexpected(all.error());
    coders = *all;
  }
  std::vector<Coding> codings;
  for (const Coder& coder : coders) {
    const auto part = codings_of(project, coder, document);
    if (!part) return tl::unexpected(part.error());
    codings.insert(codings.end(), part->begin(), part->end());
  }
  std::stable_sort(codings.begin(), codings.end(), [](const Coding& a, const Coding& b) { return a.span < b.span; });
  return codings;
}

void print_heading(const Metadata& metadata, std::size_t count, UserLanguage language) {
  std::string sectors;
  for (const std::string& sector : metadata.sector) sectors += (sectors.empty() ? "" : ", ") + sector;
  std::string line = metadata.id + ": " + metadata.title;
  for (const std::string& part : {sectors, metadata.regio, metadata.jaar ? std::to_string(*metadata.jaar) : "", metadata.vorm}) {
    if (!part.empty()) line += " · " + part;
  }
  print(line + "\n" + in_words({msg::show_codings, {{"n", static_cast<std::int64_t>(count)}}}, language) + "\n\n");
}

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto project = Project::open(options.arguments()[0]);
  if (!project) return tl::unexpected(project.error());
  if (options.arguments().size() == 1) {
    const auto documents = project->documents();
    if (!documents) return tl::unexpected(documents.error());
    for (const Metadata& metadata : *documents) print(metadata.id + "\t" + metadata.title + "\n");
    return ExitStatus::success;
  }
  const auto document = project->document(options.arguments()[1]);
  if (!document) return tl::unexpected(document.error());
  const auto codings = codings_to_show(*project, *document, options);
  if (!codings) return tl::unexpected(codings.error());
  print_heading(document->metadata, codings->size(), context.language);
  MarginView(*document, *codings, context.language).print_all();
  return ExitStatus::success;
}

}  // namespace

Command show_command() {
  return {"show", "PROJECT [DOCUMENT]", msg::command_show, {{"coder", "NAAM", msg::option_coder}},
          "codeboom show uit/project.codeboom vb-07", 1, 2, run};
}

}  // namespace codeboom
