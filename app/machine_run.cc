#include "app/machine_run.h"

#include <ctime>

#include "app/options.h"
#include "app/parallel.h"
#include "app/terminal.h"
#include "codebook/exchange.h"
#include "codebook/machine.h"
#include "message_keys/app.h"

namespace codeboom {
namespace {

struct Input {
  std::size_t place = 0;
  std::optional<Result<Document>> document;  // when it was read on the calling thread
};

struct Output {
  std::size_t place = 0;
  Result<CodedDocument> coded;
};

}  // namespace

Result<void> run_machine(const MachineCoder& coder, const CodebookVersion& codebook, const MachineRun& run, std::size_t count,
                         const std::function<Result<Document>(std::size_t)>& read, const MachineRunOptions& options,
                         const std::function<Result<void>(std::size_t, Result<CodedDocument>)>& use) {
  std::vector<Matcher> matchers;
  for (unsigned i = 0; i < options.threads; ++i) matchers.push_back(coder.matcher());

  std::size_t next_place = 0;
  const auto next = [&]() -> std::optional<Input> {
    if (next_place == count) return std::nullopt;
    Input input{next_place, std::nullopt};
    if (options.reading == ReadingPlace::on_caller) input.document = read(next_place);
    ++next_place;
    return input;
  };
  const auto work = [&](Input input, unsigned worker) -> Output {
    Result<Document> document = input.document ? std::move(*input.document) : read(input.place);
    if (!document) return {input.place, tl::unexpected(document.error())};
    CodedDocument coded{std::move(*document), {}, {}};
    matchers[worker].suggest(coded.document.text, coded.document.blocks, coded.suggestions);
    if (options.lines == Lines::wanted) {
      for (const Coding& coding : to_codings(coded.suggestions, codebook, run, coded.document)) {
        coded.lines += to_json_line(coding, coded.document.text) + '\n';
      }
    }
    return {input.place, std::move(coded)};
  };
  Result<void> outcome;
  const auto consume = [&](Output output) {
    outcome = interrupted() ? fail(ErrorKind::usage, msg::app_interrupted) : use(output.place, std::move(output.coded));
    return outcome.has_value();
  };
  in_order<Input, Output>(options.threads, next, work, consume);
  return outcome;
}

Result<unsigned> thread_count(const Options& options) {
  const auto asked = number(options, "threads", 1, 256);
  if (!asked) return tl::unexpected(asked.error());
  if (*asked) return static_cast<unsigned>(**asked);
  return std::max(1u, std::thread::hardware_concurrency());
}

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

}  // namespace codeboom
