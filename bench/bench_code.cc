// Benchmark: from text to stored codings, per stage.
//
//   bench_code LINES CODEBOOK PROJECT [RUNS]
//
// LINES     one document a line, as bench/gen_corpus.py writes it
// CODEBOOK  a codebook in YAML, or a pattern set of bench/gen_patterns.py (.tsv)
// PROJECT   the project file to write; removed first
//
// One thread. Prints, per run, CPU seconds (user + system, of this process) and MB of input (10^6 bytes) per CPU second, for
// all and per stage: text (normalise, blocks), code (tokens, matches, suggestions), store (documents and suggestions in SQLite).
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "codebook/codebook.h"
#include "codebook/machine.h"
#include "corpus/project.h"
#include "corpus/read/read.h"

namespace {

using namespace codeboom;

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

template <class T>
T must(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "%s\n", in_words(result.error().message, UserLanguage::en).c_str());
  std::exit(3);
}
void must(Result<void> result) {
  if (result) return;
  std::fprintf(stderr, "%s\n", in_words(result.error().message, UserLanguage::en).c_str());
  std::exit(3);
}

std::string in_quotes(const std::string& text) { return "'" + text + "'"; }

// A pattern set (code, kind, pattern) as a codebook whose every match is a coding: threshold 2 is one rule.
std::string codebook_of_patterns(const std::string& path) {
  std::vector<std::string> rules(70);
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    std::string pattern = line.substr(second + 1);
    if (const std::size_t near = pattern.find(" ~5 "); near != std::string::npos) pattern.replace(near, 4, " &5 ");
    const auto code = static_cast<std::size_t>(std::atoi(line.c_str() + 1));
    rules[code] += "      - " + in_quotes(pattern) + "\n";
  }
  std::string yaml = "format: codeboom-codebook/1\nid: patterns\nversion: \"1\"\ncodes:\n";
  for (std::size_t code = 0; code < rules.size(); ++code) {
    yaml += "  - id: c" + std::to_string(code) + "\n    name: c\n    threshold: 2\n    rules:\n" + rules[code];
  }
  return yaml;
}

void run(const std::vector<std::string>& lines, const Codebook& codebook, const RuleSet& rules, const std::string& path) {
  std::remove(path.c_str());
  double text_time = 0, code_time = 0, store_time = 0;
  std::size_t bytes = 0, suggestions = 0, evidence = 0;
  const double start = cpu_seconds();
  {
    Project project = must(Project::create(path));
    auto transaction = must(project.begin());
    must(project.add_codebook(to_record(codebook)));
    must(project.add_coder({std::string(machine_coder), CoderKind::machine}));
    const MachineRun machine_run = must(project.start_run({0, codebook.id_and_version(), "bench", "bench", "2025-01-01T00:00:00Z", ""}));
    Matcher matcher(rules);
    Suggestions found;
    // Documents are taken 64 at a time, so that the clock is read often enough per stage and seldom enough not to weigh.
    for (std::size_t first = 0; first < lines.size(); first += 64) {
      const std::size_t end = std::min(first + 64, lines.size());
      std::vector<Document> documents;
      std::vector<Suggestions> all;
      const double t0 = cpu_seconds();
      for (std::size_t i = first; i < end; ++i) {
        Document document;
        document.metadata.id = std::to_string(i);
        document.text = must(Text::from_utf8(lines[i]));
        document.blocks = plain_blocks(document.text, document.text.whole());
        bytes += lines[i].size() + 1;
        documents.push_back(std::move(document));
      }
      const double t1 = cpu_seconds();
      for (const Document& document : documents) {
        matcher.suggest(document.text, document.blocks, found);
        suggestions += found.suggestions.size();
        evidence += found.evidence.size();
        all.push_back(found);
      }
      const double t2 = cpu_seconds();
      for (std::size_t i = 0; i < documents.size(); ++i) {
        must(project.add_document(documents[i]));
        must(project.add_suggestions(machine_run, documents[i].metadata.id, all[i]));
      }
      const double t3 = cpu_seconds();
      text_time += t1 - t0, code_time += t2 - t1, store_time += t3 - t2;
    }
    const double t0 = cpu_seconds();
    must(transaction.commit());
    store_time += cpu_seconds() - t0;
  }
  const double total = cpu_seconds() - start, megabytes = static_cast<double>(bytes) / 1e6;
  std::printf("%.2f MB, %zu suggestions, %zu evidence: %.3f s = %.1f MB/s (text %.3f, code %.3f, store %.3f)\n", megabytes,
              suggestions, evidence, total, megabytes / total, text_time, code_time, store_time);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "bench_code LINES CODEBOOK PROJECT [RUNS]\n");
    return 2;
  }
  std::vector<std::string> lines;
  std::ifstream file(argv[1]);
  for (std::string line; std::getline(file, line);) lines.push_back(std::move(line));
  const std::string book = argv[2];
  const Codebook codebook = book.ends_with(".tsv") ? must(parse_codebook(codebook_of_patterns(book), book)) : must(load_codebook(book));
  const RuleSet rules = must(compile_rules(codebook));
  const int runs = argc > 4 ? std::atoi(argv[4]) : 3;
  for (int i = 0; i < runs; ++i) run(lines, codebook, rules, argv[3]);
  return 0;
}
