#include "app/commands/settle_dialogue.h"

#include <cstdio>
#include <iostream>

#include "app/machine_run.h"
#include "app/terminal.h"
#include "message_keys/settle.h"
#include "reports/disagreement_formats.h"

namespace codeboom {
namespace {

enum class Answered { decided, skip, stop };

struct Answer {
  Answered what = Answered::skip;
  Settlement settlement = {};
};

class Dialogue {
 public:
  Dialogue(const ComparedCoders& compared, UserLanguage language) : compared_(compared), language_(language) {}

  void show(const Disagreement& one, std::size_t number, std::size_t total) const {
    say("\n" + in_words({msg::settle_ask_head,
                         {{"number", static_cast<std::int64_t>(number)},
                          {"total", static_cast<std::int64_t>(total)},
                          {"document", compared_.work.documents[one.document].document.metadata.id},
                          {"kind", in_words(name_for_people(one.kind), language_)}}},
                        language_) +
        "\n" + sides_in_text(one, compared_.work, compared_.codebook, output_width(), language_));
  }

  Answer ask() const {
    while (true) {
      const auto line = read(msg::settle_ask_choice);
      if (!line || *line == "stop" || *line == "quit") return {Answered::stop};
      if (line->empty() || *line == "overslaan" || *line == "skip") return {Answered::skip};
      const std::size_t space = line->find(' ');
      const auto how = settle_named(line->substr(0, space));
      const std::string rest = space == std::string::npos ? "" : trimmed(line->substr(space));
      if (!how || rest.empty() == (*how == Settle::other)) {
        complain_of(msg::settle_ask_again, {{"answer", *line}});
        continue;
      }
      Settlement settlement{*how};
      if (*how == Settle::other) settlement.other = find_code(compared_.codebook, rest);
      if (*how == Settle::other && !settlement.other) {
        complain_of(msg::settle_ask_unknown_code, {{"code", rest}, {"codebook", compared_.codebook.id_and_version()}});
        continue;
      }
      settlement.reason = read(msg::settle_ask_reason).value_or("");
      return {Answered::decided, std::move(settlement)};
    }
  }

 private:
  static std::string trimmed(std::string text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r' || text.back() == '\t')) text.pop_back();
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.erase(0, 1);
    return text;
  }

  static void say(const std::string& text) {
    print(text);
    std::fflush(stdout);
  }

  void complain_of(MessageKey key, MessageArguments arguments) const { say(in_words({key, std::move(arguments)}, language_) + "\n"); }

  // The next line; nothing at the end of the input.
  std::optional<std::string> read(MessageKey prompt) const {
    say(in_words({prompt, {}}, language_));
    std::string line;
    const bool there = static_cast<bool>(std::getline(std::cin, line));
    if (!there) say("\n");
    return there ? std::optional(trimmed(std::move(line))) : std::nullopt;
  }

  const ComparedCoders& compared_;
  UserLanguage language_;
};

void add(SettleOutcome& all, const SettleOutcome& one) {
  for (std::size_t i = 0; i < settle_count; ++i) all.done.decided[i] += one.done.decided[i];
  all.done.codings += one.done.codings;
  all.left = one.left;
  all.has = one.has;
}

Result<SettleOutcome> store(Project& project, const ComparedCoders& compared, const PairOfCoders& pair, const Settling& settling) {
  auto transaction = project.begin();
  if (!transaction) return tl::unexpected(transaction.error());
  auto outcome = settle(project, compared.work, compared.codebook, {0, 1}, pair, settling);
  if (!outcome) return outcome;
  if (auto committed = transaction->commit(); !committed) return tl::unexpected(committed.error());
  return outcome;
}

// Places of those that were not settled yet.
Result<std::vector<std::size_t>> open_in(const Project& project, const ComparedCoders& compared, const PairOfCoders& pair,
                                         const std::string& consensus) {
  const auto codings = project.codings(consensus);
  if (!codings) return tl::unexpected(codings.error());
  const auto decisions = project.decisions();
  if (!decisions) return tl::unexpected(decisions.error());
  const auto settled = settled_in(compared.work, compared.codebook, *codings, *decisions, consensus);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < pair.disagreements.size(); ++i) {
    const Disagreement& one = pair.disagreements[i];
    if (!is_settled(one, settled[one.document])) open.push_back(i);
  }
  return open;
}

}  // namespace

Result<SettleOutcome> settle_in_dialogue(Project& project, const ComparedCoders& compared, const PairOfCoders& pair, Settling settling,
                                         UserLanguage language) {
  const auto open = open_in(project, compared, pair, settling.consensus);
  if (!open) return tl::unexpected(open.error());
  SettleOutcome all;
  all.done.coder = settling.consensus;
  all.left = open->size();
  const Dialogue dialogue(compared, language);
  for (std::size_t i = 0; i < open->size(); ++i) {
    dialogue.show(pair.disagreements[(*open)[i]], i + 1, open->size());
    const Answer answer = dialogue.ask();
    if (answer.what == Answered::stop) break;
    if (answer.what == Answered::skip) continue;
    settling.at = now_utc();
    settling.decided = {{(*open)[i], answer.settlement, 0}};
    const auto outcome = store(project, compared, pair, settling);
    if (outcome) {
      add(all, *outcome);
    } else if (outcome.error().kind == ErrorKind::conflict) {
      note(outcome.error().message, language);  // decided otherwise a moment ago: the others can still be settled
    } else {
      return outcome;
    }
  }
  return all;
}

}  // namespace codeboom
