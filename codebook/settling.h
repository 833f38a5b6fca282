// Settling where two coders differ: what was decided, and what a consensus coder's codings become. Nobody's codings change.
//
// Of a disagreement either coder's side may stand, both, or neither; or another code gets the place from the first to the last character
// that either coded. Where only the boundary differs, both means that same place. Every coding on the table gets a decision:
// accepted, rejected, or changed into what stands instead.
// The act is one event; its undoing takes out what it added (FORMAT.md, "A settling in the history").
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "codebook/disagreements.h"

namespace codeboom {

inline constexpr std::string_view settle_act = "settle", undo_settle_act = "undo settle";
inline constexpr std::string_view default_consensus_coder = "consensus";

enum class Settle { first, second, both, neither, other };
// "a", "b", "beide", "geen", "anders", or in English "both", "neither", "other"; in any case. Empty when it is none of these.
std::optional<Settle> settle_named(std::string_view text);

struct Settlement {
  Settle how = Settle::neither;
  std::optional<std::uint32_t> other;  // the code, when `how` says so
  std::string reason;
  friend bool operator==(const Settlement&, const Settlement&) = default;
};

// The codings of both sides, each once.
std::vector<PlacedCode> on_the_table(const Disagreement& disagreement);

struct Resolution {
  std::vector<PlacedCode> codings;                           // of the consensus coder
  std::vector<std::pair<PlacedCode, Verdict>> decisions;     // on what is on the table, and on what stands in its place
};
Resolution outcome_of(const Disagreement& disagreement, const Settlement& settlement);

// What the project knows of earlier settling in one document.
struct Settled {
  std::vector<PlacedCode> codings;  // of the consensus coder
  std::vector<PlacedCode> against;  // decided not to stand
};
// Each coding on the table either stands with the consensus coder or was decided against.
bool is_settled(const Disagreement& disagreement, const Settled& settled);
// Deciding so would change nothing.
bool agrees_with(const Resolution& outcome, const Settled& settled);

// The history ---------------------------------------------------------------------------------------------------

struct SettleEvent {
  std::string coder;                 // the consensus coder
  std::vector<std::string> coders;   // whose differences were settled
  std::uint64_t settled = 0, agreed = 0, codings = 0;  // differences, codings merged because both gave them, codings added
};
std::string to_json(const SettleEvent& event);
std::optional<SettleEvent> read_settle_event(const std::string& json);

// Consensus coders of the acts that were not undone.
std::vector<std::string> consensus_coders(const std::vector<Event>& events);

// Event::before of a settling: up to where the project was filled.
std::string to_json(const FilledTo& mark);

// Takes out what the last settling added, and records that. Returns what was undone.
// Requires: a transaction is open. Errors: not_found when there is none; conflict when something else was done since; bad_input
// when the history is damaged.
Result<SettleEvent> undo_settling(Project& project, std::string_view at, const std::string& who);

}  // namespace codeboom
