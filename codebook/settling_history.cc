#include <algorithm>
#include <boost/json.hpp>

#include "codebook/settling.h"
#include "message_keys/coders.h"

namespace codeboom {
namespace {

namespace json = boost::json;

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

std::uint64_t SettleEvent::settled() const {
  std::uint64_t sum = 0;
  for (const std::uint64_t times : decided) sum += times;
  return sum;
}

std::string to_json(const SettleEvent& event) {
  json::array coders;
  for (const std::string& coder : event.coders) coders.emplace_back(coder);
  json::object decided;
  for (std::size_t i = 0; i < settle_count; ++i) decided[name_of(static_cast<Settle>(i))] = event.decided[i];
  return json::serialize(json::object{{"coder", event.coder},
                                      {"coders", std::move(coders)},
                                      {"decided", std::move(decided)},
                                      {"agreed", event.agreed},
                                      {"codings", event.codings}});
}

std::optional<SettleEvent> read_settle_event(const std::string& text) {
  try {
    const json::value value = json::parse(text);
    const json::object& object = value.as_object();
    SettleEvent event{json::value_to<std::string>(object.at("coder")), {}, {}, object.at("agreed").to_number<std::uint64_t>(),
                      object.at("codings").to_number<std::uint64_t>()};
    for (const json::value& each : object.at("coders").as_array()) event.coders.push_back(json::value_to<std::string>(each));
    const json::object& decided = object.at("decided").as_object();
    for (std::size_t i = 0; i < settle_count; ++i) {
      event.decided[i] = decided.at(name_of(static_cast<Settle>(i))).to_number<std::uint64_t>();
    }
    return event;
  } catch (const std::exception&) {
    return std::nullopt;
  }
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
