// Settling where two coders differ: what was decided, and what a consensus coder's codings become. Nobody's codings change.
//
// Of a disagreement either coder's side may stand, both, or neither; or another code gets the place from the first to the last character
// that either coded. Where only the boundary differs, both means that same place. Every coding on the table gets a decision for the
// consensus coder: accepted, rejected, or changed into what stands instead. So a decision says the same wherever it is read, also in
// a project where the two coders stand the other way round.
// An act is one event; its undoing takes out what it added (FORMAT.md, "A settling in the history").
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "codebook/disagreements.h"
#include "corpus/project.h"

namespace codeboom {

inline constexpr std::string_view settle_act = "settle", undo_settle_act = "undo settle";
inline constexpr std::string_view default_consensus_coder = "consensus";

enum class Settle { first, second, both, neither, other };
inline constexpr std::size_t settle_count = 5;
std::string_view name_of(Settle how);  // "a", "b", "both", "neither", "other"
// The same, or in Dutch "beide", "geen", "anders"; in any case. Empty when it is none of these.
std::optional<Settle> settle_named(std::string_view text);

struct Settlement {
  Settle how = Settle::neither;
  std::optional<std::uint32_t> other = {};  // the code, when `how` says so
  std::string reason = {};
  friend bool operator==(const Settlement&, const Settlement&) = default;
};

// The codings of both sides, each once.
std::vector<PlacedCode> on_the_table(const Disagreement& disagreement);

// Of the consensus coder: what is on the table, and what stands in its place, each accepted, rejected or changed.
using Resolution = std::vector<std::pair<PlacedCode, Verdict>>;
Resolution resolution_of(const Disagreement& disagreement, const Settlement& settlement);

// What a project knows of earlier settling for one consensus coder in one document.
struct Settled {
  std::vector<PlacedCode> codings;  // the consensus coder's
  Resolution against;               // decided not to stand: rejected or changed
};
// By document of `work`.
std::vector<Settled> settled_in(const LinedUp& work, const Codebook& codebook, const std::vector<Coding>& codings,
                                const std::vector<Decision>& decisions, std::string_view consensus);
// Each coding on the table either stands with the consensus coder or was decided against.
bool is_settled(const Disagreement& disagreement, const Settled& settled);

// One act ------------------------------------------------------------------------------------------------------

struct Decided {
  std::size_t disagreement = 0;  // place in the list given
  Settlement settlement;
  int line = 0;  // in the sheet; 0: there is none
};

struct Settling {
  std::string consensus, who, at;
  std::vector<Decided> decided;
  bool agreed = false;  // take over what both coded alike, too
  std::string source = {};  // the sheet, for messages
};

struct SettleEvent {
  std::string coder;                                // the consensus coder
  std::vector<std::string> coders;                  // whose disagreements were settled
  std::array<std::uint64_t, settle_count> decided{};  // disagreements, by what was decided
  std::uint64_t agreed = 0, codings = 0;            // codings taken over because both gave them; codings added, those included

  std::uint64_t settled() const;
  friend bool operator==(const SettleEvent&, const SettleEvent&) = default;
};
std::string to_json(const SettleEvent& event);
std::optional<SettleEvent> read_settle_event(const std::string& json);

struct SettleOutcome {
  SettleEvent done;
  std::uint64_t known = 0;  // decisions that were there already
  std::uint64_t left = 0;   // disagreements still open
  std::uint64_t has = 0;    // codings that the consensus coder has now
  bool changed() const { return done.settled() + done.codings > 0; }
};

// Stores decisions and codings, and records that when it changed anything. What was decided before stays as it is.
// Requires: a transaction is open; `pair` is compare()'s of two coders of `work`, which is the project's.
// Errors: conflict when the consensus coder is a person or the machine, or when something was decided otherwise, before or by
// another decision of this act; bad_input for a decider that is the machine.
Result<SettleOutcome> settle(Project& project, const LinedUp& work, const Codebook& codebook, std::array<std::uint32_t, 2> coders,
                             const PairOfCoders& pair, const Settling& settling);

// Takes out what the last act of settling added, and records that. Returns what was undone.
// Requires: a transaction is open. Errors: not_found when there is none; conflict when something else was done since; bad_input
// when the history is damaged.
Result<SettleEvent> undo_settling(Project& project, std::string_view at, const std::string& who);

}  // namespace codeboom
