#include "codebook/settling.h"

#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "message_keys/coders.h"

namespace codeboom {
namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, settle_count> settle_names = {"a", "b", "both", "neither", "other"};

bool contains(const std::vector<PlacedCode>& codings, const PlacedCode& one) {
  return std::find(codings.begin(), codings.end(), one) != codings.end();
}

std::vector<PlacedCode> codings_of(const Side& side) {
  std::vector<PlacedCode> codings;
  for (const Span span : side.spans) codings.push_back({*side.code, span});
  return codings;
}

bool contains(const Resolution& resolution, const PlacedCode& one) {
  return std::any_of(resolution.begin(), resolution.end(), [&](const auto& each) { return each.first == one; });
}

std::string in_small_letters(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' && c != '\t') result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

// Event::before of a settling: up to where the project was filled.
std::string to_json(const FilledTo& mark) {
  return json::serialize(json::object{{"documents", mark.documents},
                                      {"coders", mark.coders},
                                      {"codings", mark.codings},
                                      {"decisions", mark.decisions},
                                      {"memos", mark.memos},
                                      {"first_codebook", mark.first_codebook}});
}

std::vector<PlacedCode> standing(const Disagreement& disagreement, const Settlement& settlement) {
  const bool boundary = disagreement.kind == DisagreementKind::boundary;
  switch (settlement.how) {
    case Settle::first: return codings_of(disagreement.sides[0]);
    case Settle::second: return codings_of(disagreement.sides[1]);
    case Settle::both:
      if (boundary) return {{*disagreement.sides[0].code, place_of(disagreement)}};
      return on_the_table(disagreement);
    case Settle::neither: return {};
    case Settle::other: return {{*settlement.other, place_of(disagreement)}};
  }
  return {};
}

// The act, while it is being carried out.
class Act {
 public:
  Act(Project& project, const LinedUp& work, const Codebook& codebook, const Settling& settling)
      : project_(project), work_(work), codebook_(codebook), settling_(settling) {}

  Result<void> begin() {
    const auto is_new = project_.add_coder({settling_.consensus, CoderKind::consensus});
    if (!is_new) return tl::unexpected(is_new.error());
    if (auto added = project_.add_coder({settling_.who, CoderKind::person}); !added) return tl::unexpected(added.error());
    const auto codings = project_.codings(settling_.consensus);
    if (!codings) return tl::unexpected(codings.error());
    const auto decisions = project_.decisions();
    if (!decisions) return tl::unexpected(decisions.error());
    settled_ = settled_in(work_, codebook_, *codings, *decisions, settling_.consensus);
    outcome_.has = codings->size();
    return {};
  }

  Result<void> decide(const Disagreement& disagreement, const Decided& decided) {
    Settled& settled = settled_[disagreement.document];
    const Resolution resolution = resolution_of(disagreement, decided.settlement);
    if (contradicts(resolution, settled)) return decided_otherwise(disagreement, decided);
    if (is_settled(disagreement, settled)) {
      if (!agrees(resolution, settled)) return decided_otherwise(disagreement, decided);
      ++outcome_.known;
      return {};
    }
    ++outcome_.done.decided[static_cast<std::size_t>(decided.settlement.how)];
    for (const auto& [coding, verdict] : resolution) {
      if (auto kept = keep(disagreement.document, coding, verdict, decided.settlement.reason); !kept) return kept;
      if (verdict != Verdict::accepted) {
        settled.against.push_back({coding, verdict});
      } else if (auto added = add(disagreement.document, coding); !added) {
        return added;
      }
    }
    return {};
  }

  Result<void> take_over(const std::vector<Agreed>& agreed) {
    for (const Agreed& one : agreed) {
      if (contains(settled_[one.document].against, one.coding)) continue;  // settled with another coder
      const std::uint64_t before = outcome_.done.codings;
      if (auto added = add(one.document, one.coding); !added) return added;
      outcome_.done.agreed += outcome_.done.codings - before;
    }
    return {};
  }

  SettleOutcome outcome(const std::vector<Disagreement>& disagreements) && {
    for (const Disagreement& one : disagreements) outcome_.left += is_settled(one, settled_[one.document]) ? 0 : 1;
    outcome_.done.coder = settling_.consensus;
    return std::move(outcome_);
  }

 private:
  static bool agrees(const Resolution& resolution, const Settled& settled) {
    return std::all_of(resolution.begin(), resolution.end(), [&](const auto& one) {
      return one.second == Verdict::accepted ? contains(settled.codings, one.first) : contains(settled.against, one.first);
    });
  }

  static bool contradicts(const Resolution& resolution, const Settled& settled) {
    return std::any_of(resolution.begin(), resolution.end(), [&](const auto& one) {
      if (one.second != Verdict::accepted && contains(settled.codings, one.first)) return true;
      return std::any_of(settled.against.begin(), settled.against.end(),
                         [&](const auto& other) { return other.first == one.first && other.second != one.second; });
    });
  }

  tl::unexpected<Error> decided_otherwise(const Disagreement& disagreement, const Decided& decided) const {
    return fail(ErrorKind::conflict, msg::settling_decided_otherwise,
                {{"file", settling_.source},
                 {"line", std::int64_t{decided.line}},
                 {"document", work_.documents[disagreement.document].document.metadata.id}});
  }

  Result<void> keep(std::uint32_t document, const PlacedCode& coding, Verdict verdict, const std::string& reason) {
    return project_.add_decision({work_.documents[document].document.metadata.id, coding.span, codebook_.codes[coding.code].id, verdict,
                                  settling_.who, reason, settling_.consensus},
                                 settling_.at);
  }

  Result<void> add(std::uint32_t document, const PlacedCode& placed) {
    const Document& in = work_.documents[document].document;
    Coding coding;
    coding.document = in.metadata.id;
    coding.span = placed.span;
    coding.code = codebook_.codes[placed.code].id;
    coding.coder = settling_.consensus;
    coding.quote = in.text[placed.span];
    coding.codebook = codebook_.id_and_version();
    const auto added = project_.add_coding(coding);
    if (!added) return tl::unexpected(added.error());
    if (*added == Added::stored) {
      ++outcome_.done.codings;
      ++outcome_.has;
      settled_[document].codings.push_back(placed);
    }
    return {};
  }

  Project& project_;
  const LinedUp& work_;
  const Codebook& codebook_;
  const Settling& settling_;
  std::vector<Settled> settled_;
  SettleOutcome outcome_;
};

Result<void> check_consensus(const Project& project, const std::string& name) {
  const auto coders = project.coders();
  if (!coders) return tl::unexpected(coders.error());
  for (const Coder& coder : *coders) {
    if (coder.name == name && coder.kind != CoderKind::consensus) {
      return fail(ErrorKind::conflict, msg::settling_no_consensus, {{"coder", name}});
    }
  }
  return {};
}

}  // namespace

std::string_view name_of(Settle how) { return settle_names[static_cast<std::size_t>(how)]; }

std::optional<Settle> settle_named(std::string_view text) {
  const std::string word = in_small_letters(text);
  if (word == "beide") return Settle::both;
  if (word == "geen") return Settle::neither;
  if (word == "anders") return Settle::other;
  const auto found = std::find(settle_names.begin(), settle_names.end(), word);
  if (found == settle_names.end()) return std::nullopt;
  return static_cast<Settle>(found - settle_names.begin());
}

std::vector<PlacedCode> on_the_table(const Disagreement& disagreement) {
  std::vector<PlacedCode> codings = codings_of(disagreement.sides[0]);
  for (const PlacedCode& one : codings_of(disagreement.sides[1])) {
    if (!contains(codings, one)) codings.push_back(one);
  }
  return codings;
}

Resolution resolution_of(const Disagreement& disagreement, const Settlement& settlement) {
  const std::vector<PlacedCode> table = on_the_table(disagreement), stands = standing(disagreement, settlement);
  const bool replaced = settlement.how == Settle::other ||
                        (disagreement.kind == DisagreementKind::boundary && settlement.how != Settle::neither);
  Resolution resolution;
  for (const PlacedCode& one : table) {
    resolution.push_back({one, contains(stands, one) ? Verdict::accepted : replaced ? Verdict::changed : Verdict::rejected});
  }
  for (const PlacedCode& one : stands) {
    if (!contains(table, one)) resolution.push_back({one, Verdict::accepted});
  }
  return resolution;
}

std::vector<Settled> settled_in(const LinedUp& work, const Codebook& codebook, const std::vector<Coding>& codings,
                                const std::vector<Decision>& decisions, std::string_view consensus) {
  std::map<std::string_view, Settled*> places;
  std::vector<Settled> result(work.documents.size());
  for (std::size_t i = 0; i < result.size(); ++i) places.emplace(work.documents[i].document.metadata.id, &result[i]);
  for (const Coding& coding : codings) {
    const auto place = places.find(coding.document);
    const auto code = find_code(codebook, coding.code);
    if (place != places.end() && code) place->second->codings.push_back({*code, coding.span});
  }
  for (const Decision& decision : decisions) {
    if (decision.consensus != consensus || decision.verdict == Verdict::accepted) continue;
    const auto place = places.find(decision.document);
    const auto code = find_code(codebook, decision.code);
    if (place != places.end() && code) place->second->against.push_back({{*code, decision.span}, decision.verdict});
  }
  return result;
}

bool is_settled(const Disagreement& disagreement, const Settled& settled) {
  const auto table = on_the_table(disagreement);
  return std::all_of(table.begin(), table.end(), [&](const PlacedCode& one) {
    return contains(settled.codings, one) || contains(settled.against, one);
  });
}

Result<SettleOutcome> settle(Project& project, const LinedUp& work, const Codebook& codebook, std::array<std::uint32_t, 2> coders,
                             const PairOfCoders& pair, const Settling& settling) {
  if (auto fits = check_consensus(project, settling.consensus); !fits) return tl::unexpected(fits.error());
  const auto mark = project.filled_to();
  if (!mark) return tl::unexpected(mark.error());
  Act act(project, work, codebook, settling);
  if (auto begun = act.begin(); !begun) return tl::unexpected(begun.error());
  for (const Decided& decided : settling.decided) {
    if (auto done = act.decide(pair.disagreements[decided.disagreement], decided); !done) return tl::unexpected(done.error());
  }
  if (settling.agreed) {
    if (auto done = act.take_over(pair.agreed); !done) return tl::unexpected(done.error());
  }
  SettleOutcome outcome = std::move(act).outcome(pair.disagreements);
  if (!outcome.changed()) {
    if (auto emptied = project.empty_to(*mark); !emptied) return tl::unexpected(emptied.error());
    return outcome;
  }
  outcome.done.coders = {work.coders[coders[0]], work.coders[coders[1]]};
  const Event event{settling.at, settling.who, std::string(settle_act), to_json(*mark), to_json(outcome.done)};
  if (auto recorded = project.record(event); !recorded) return tl::unexpected(recorded.error());
  return outcome;
}

}  // namespace codeboom
