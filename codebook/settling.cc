#include "codebook/settling.h"

#include <algorithm>
#include <boost/json.hpp>

#include "message_keys/coders.h"

namespace codeboom {
namespace {

namespace json = boost::json;

bool contains(const std::vector<PlacedCode>& codings, const PlacedCode& one) {
  return std::find(codings.begin(), codings.end(), one) != codings.end();
}

std::vector<PlacedCode> codings_of(const Side& side) {
  std::vector<PlacedCode> codings;
  for (const Span span : side.spans) codings.push_back({*side.code, span});
  return codings;
}

std::string in_small_letters(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ' && c != '\t') result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

std::optional<FilledTo> read_mark(const std::string& text) {
  try {
    const json::value value = json::parse(text);
    const json::object& object = value.as_object();
    const auto number = [&](const char* key) { return object.at(key).to_number<std::int64_t>(); };
    return FilledTo{number("documents"), number("coders"),  number("codings"),
                    number("decisions"), number("memos"), number("first_codebook")};
  } catch (const std::exception&) {  // Boost.JSON's way to say that something is not there
    return std::nullopt;
  }
}

// The last settling that was not undone, when nothing else was done since.
Result<const Event*> event_to_undo(const std::vector<Event>& events) {
  std::size_t undone = 0;
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    if (event->what == undo_settle_act) {
      ++undone;
    } else if (event->what == settle_act) {
      if (undone == 0) return &*event;
      --undone;
    } else if (undone == 0 && std::any_of(event, events.rend(), [](const Event& one) { return one.what == settle_act; })) {
      return fail(ErrorKind::conflict, msg::settling_something_since, {{"what", event->what}, {"at", event->at}});
    }
  }
  return fail(ErrorKind::not_found, msg::settling_nothing_to_undo);
}

}  // namespace

std::optional<Settle> settle_named(std::string_view text) {
  const std::string word = in_small_letters(text);
  if (word == "a") return Settle::first;
  if (word == "b") return Settle::second;
  if (word == "beide" || word == "both") return Settle::both;
  if (word == "geen" || word == "neither") return Settle::neither;
  if (word == "anders" || word == "other") return Settle::other;
  return std::nullopt;
}

std::vector<PlacedCode> on_the_table(const Disagreement& disagreement) {
  std::vector<PlacedCode> codings = codings_of(disagreement.sides[0]);
  for (const PlacedCode& one : codings_of(disagreement.sides[1])) {
    if (!contains(codings, one)) codings.push_back(one);
  }
  return codings;
}

Resolution outcome_of(const Disagreement& disagreement, const Settlement& settlement) {
  Resolution outcome;
  const std::vector<PlacedCode> table = on_the_table(disagreement);
  switch (settlement.how) {
    case Settle::first: outcome.codings = codings_of(disagreement.sides[0]); break;
    case Settle::second: outcome.codings = codings_of(disagreement.sides[1]); break;
    case Settle::both:
      outcome.codings = table;
      if (disagreement.kind == DisagreementKind::boundary) outcome.codings = {{*disagreement.sides[0].code, place_of(disagreement)}};
      break;
    case Settle::neither: break;
    case Settle::other: outcome.codings = {{*settlement.other, place_of(disagreement)}}; break;
  }
  const bool replaced = settlement.how == Settle::other ||
                        (disagreement.kind == DisagreementKind::boundary && settlement.how != Settle::neither);
  for (const PlacedCode& one : table) {
    outcome.decisions.push_back(
        {one, contains(outcome.codings, one) ? Verdict::accepted : replaced ? Verdict::changed : Verdict::rejected});
  }
  for (const PlacedCode& one : outcome.codings) {
    if (!contains(table, one)) outcome.decisions.push_back({one, Verdict::accepted});
  }
  return outcome;
}

bool is_settled(const Disagreement& disagreement, const Settled& settled) {
  const auto table = on_the_table(disagreement);
  return std::all_of(table.begin(), table.end(), [&](const PlacedCode& one) {
    return contains(settled.codings, one) || contains(settled.against, one);
  });
}

bool agrees_with(const Resolution& outcome, const Settled& settled) {
  return std::all_of(outcome.decisions.begin(), outcome.decisions.end(), [&](const auto& decision) {
    return contains(decision.second == Verdict::accepted ? settled.codings : settled.against, decision.first);
  });
}

std::string to_json(const SettleEvent& event) {
  json::array coders;
  for (const std::string& coder : event.coders) coders.emplace_back(coder);
  return json::serialize(json::object{{"coder", event.coder},
                                      {"coders", std::move(coders)},
                                      {"settled", event.settled},
                                      {"agreed", event.agreed},
                                      {"codings", event.codings}});
}

std::optional<SettleEvent> read_settle_event(const std::string& text) {
  try {
    const json::value value = json::parse(text);
    const json::object& object = value.as_object();
    const auto number = [&](const char* key) { return object.at(key).to_number<std::uint64_t>(); };
    SettleEvent event{json::value_to<std::string>(object.at("coder")), {}, number("settled"), number("agreed"), number("codings")};
    for (const json::value& each : object.at("coders").as_array()) event.coders.push_back(json::value_to<std::string>(each));
    return event;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::vector<std::string> consensus_coders(const std::vector<Event>& events) {
  std::vector<std::string> names;  // one per act, so that undoing takes away the last
  for (const Event& event : events) {
    if (event.what == settle_act) {
      const auto settled = read_settle_event(event.after);
      names.push_back(settled ? settled->coder : std::string());
    } else if (event.what == undo_settle_act && !names.empty()) {
      names.pop_back();
    }
  }
  return names;
}

std::string to_json(const FilledTo& mark) {
  return json::serialize(json::object{{"documents", mark.documents},
                                      {"coders", mark.coders},
                                      {"codings", mark.codings},
                                      {"decisions", mark.decisions},
                                      {"memos", mark.memos},
                                      {"first_codebook", mark.first_codebook}});
}

Result<SettleEvent> undo_settling(Project& project, std::string_view at, const std::string& who) {
  const auto events = project.events();
  if (!events) return tl::unexpected(events.error());
  const auto event = event_to_undo(*events);
  if (!event) return tl::unexpected(event.error());
  const auto mark = read_mark((*event)->before);
  auto settled = read_settle_event((*event)->after);
  if (!mark || !settled) return fail(ErrorKind::bad_input, msg::settling_event_damaged, {{"at", (*event)->at}});
  if (auto emptied = project.empty_to(*mark); !emptied) return tl::unexpected(emptied.error());
  if (auto recorded = project.record({std::string(at), who, std::string(undo_settle_act), (*event)->after, ""}); !recorded) {
    return tl::unexpected(recorded.error());
  }
  return std::move(*settled);
}

}  // namespace codeboom
