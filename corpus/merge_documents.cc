#include "corpus/merge_documents.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "message_keys/team.h"

namespace codeboom {
namespace {

constexpr std::size_t longest_line = 100;    // bytes of a line that a message shows
constexpr std::size_t most_refusals = 5;     // that one message lists
constexpr std::size_t most_differences = 5;  // documents that one message names

struct Place {
  std::size_t side = 0, document = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

const StoredDocument& at(const std::vector<MergeSide>& sides, Place place) {
  return sides[place.side].content.documents[place.document];
}

bool is_boundary(std::string_view line, std::size_t at) {
  return at >= line.size() || (static_cast<unsigned char>(line[at]) & 0xC0) != 0x80;
}

// What stands around a place in a line.
std::string excerpt(std::string_view line, std::size_t place) {
  if (line.size() <= longest_line) return std::string(line);
  std::size_t begin = place > longest_line / 2 ? place - longest_line / 2 : 0;
  while (!is_boundary(line, begin)) --begin;
  std::size_t end = std::min(begin + longest_line, line.size());
  while (!is_boundary(line, end)) --end;
  return (begin > 0 ? "…" : "") + std::string(line.substr(begin, end - begin)) +
         (end < line.size() ? "…" : "");
}

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

// The fullest description first; among equals the order of their words, which is nobody's.
auto rank_of(const Metadata& metadata) {
  const int filled = (metadata.title != metadata.id) + !metadata.sector.empty() + !metadata.thema.empty() +
                     !metadata.regio.empty() + metadata.jaar.has_value() + !metadata.soort.empty() +
                     !metadata.vorm.empty();
  return std::tuple(-filled, metadata.id, metadata.title, metadata.sector, metadata.thema, metadata.regio,
                    metadata.jaar, metadata.soort, metadata.vorm);
}

Message refusal(const std::vector<MergeSide>& sides, MessageKey key, std::string name, Place first,
                Place second, std::string_view first_text, std::string_view second_text) {
  return {key,
          {{"name", std::move(name)},
           {"first", sides[first.side].name},
           {"second", sides[second.side].name},
           {"first_id", at(sides, first).metadata.id},
           {"second_id", at(sides, second).metadata.id},
           {"difference", std::vector<Message>{in_words_of(first_differing_line(first_text, second_text))}}}};
}

// Finds what is refused, in the order of the sides.
class Refusals {
 public:
  explicit Refusals(const std::vector<MergeSide>& sides) : sides_(sides) {}

  Result<void> add(MessageKey key, const std::string& name, Place first, Place second) {
    if (++found_ > most_refusals) return {};
    const auto first_document = sides_[first.side].project->document(at(sides_, first).metadata.id);
    if (!first_document) return tl::unexpected(first_document.error());
    const auto second_document = sides_[second.side].project->document(at(sides_, second).metadata.id);
    if (!second_document) return tl::unexpected(second_document.error());
    listed_.push_back(
        refusal(sides_, key, name, first, second, first_document->text.utf8(), second_document->text.utf8()));
    return {};
  }

  Result<void> verdict() const {
    if (found_ == 0) return {};
    return fail(ErrorKind::conflict, msg::merge_texts_differ,
                {{"n", static_cast<std::int64_t>(found_)},
                 {"more", static_cast<std::int64_t>(found_ - listed_.size())},
                 {"reasons", listed_}});
  }

 private:
  const std::vector<MergeSide>& sides_;
  std::size_t found_ = 0;
  std::vector<Message> listed_;
};

class Recognition {
 public:
  explicit Recognition(const std::vector<MergeSide>& sides) : sides_(sides) {
    for (std::size_t side = 0; side < sides.size(); ++side) {
      for (std::size_t i = 0; i < sides[side].content.documents.size(); ++i) {
        const StoredDocument& document = sides[side].content.documents[i];
        by_text_[document.sha256].push_back({side, i});
        by_id_[document.metadata.id].push_back({side, i});
        if (document.metadata.title != document.metadata.id)
          by_title_[document.metadata.title].push_back({side, i});
      }
    }
  }

  Result<void> refuse_differing_texts(SameTitle same_title) const {
    Refusals refusals(sides_);
    for (const auto& [id, places] : by_id_) {
      for (const Place& place : places) {
        if (text_of(place) == text_of(places.front())) continue;
        if (auto added = refusals.add(msg::merge_same_id, id, places.front(), place); !added) return added;
        break;
      }
    }
    if (same_title == SameTitle::refuse) {
      for (const auto& [title, places] : by_title_) {
        const auto pair = two_states(places);
        if (!pair) continue;
        if (auto added = refusals.add(msg::merge_same_title, title, pair->first, pair->second); !added)
          return added;
      }
    }
    return refusals.verdict();
  }

  MergedDocuments merged() const {
    MergedDocuments result;
    result.ids.resize(sides_.size());
    for (const auto& [text, places] : by_text_) {
      const Place stands = standing(places);
      const std::string& id = at(sides_, stands).metadata.id;
      if (stands.side != 0) result.added.push_back({stands.side, id});
      for (const Place& place : places) {
        const std::string& own = at(sides_, place).metadata.id;
        const bool is_own = place.side == 0 || (stands.side == 0 && has_here(own, text));
        result.ids[place.side][own] = is_own ? own : id;
      }
    }
    std::sort(result.added.begin(), result.added.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    for (std::size_t side = 1; side < sides_.size(); ++side) tell(side, result);
    return result;
  }

 private:
  const std::string& text_of(Place place) const { return at(sides_, place).sha256; }

  bool has_here(const std::string& id, const std::string& text) const {
    const auto& places = by_id_.at(id);
    return std::any_of(places.begin(), places.end(),
                       [&](Place place) { return place.side == 0 && text_of(place) == text; });
  }

  // Whose id and description the document gets. Requires: the places of one text, which may stand here twice.
  Place standing(const std::vector<Place>& places) const {
    const bool is_here = places.front().side == 0;
    Place best = places.front();
    for (const Place& place : places) {
      if (is_here && place.side != 0) break;
      if (rank_of(at(sides_, place).metadata) < rank_of(at(sides_, best).metadata)) best = place;
    }
    return best;
  }

  // Two texts of these of which at least one is new here, and which no file holds side by side. What has one
  // id is refused for that.
  std::optional<std::pair<Place, Place>> two_states(const std::vector<Place>& places) const {
    struct State {
      Place place;
      std::set<std::size_t> sides;  // that have the text, under whatever title
    };
    std::vector<State> states;
    std::set<std::string_view> seen;
    for (const Place& place : places) {
      if (!seen.insert(text_of(place)).second) continue;
      states.push_back({place, {}});
      for (const Place& each : by_text_.at(text_of(place))) states.back().sides.insert(each.side);
    }
    for (std::size_t second = 1; second < states.size(); ++second) {
      for (std::size_t first = 0; first < second; ++first) {
        const State &one = states[first], &other = states[second];
        if (one.sides.contains(0) && other.sides.contains(0)) continue;
        const bool side_by_side = std::any_of(one.sides.begin(), one.sides.end(),
                                              [&](std::size_t side) { return other.sides.contains(side); });
        if (side_by_side || at(sides_, one.place).metadata.id == at(sides_, other.place).metadata.id)
          continue;
        return std::pair{one.place, other.place};
      }
    }
    return std::nullopt;
  }

  // Which ids are others here, and which descriptions.
  void tell(std::size_t side, MergedDocuments& result) const {
    std::int64_t differing = 0;
    std::string named;
    for (const StoredDocument& document : sides_[side].content.documents) {
      const std::string& own = document.metadata.id;
      const std::string& id = result.ids[side].at(own);
      if (own != id) {
        result.recognised.push_back(
            {msg::merge_other_id, {{"file", sides_[side].name}, {"theirs", own}, {"here", id}}});
      }
      const Metadata& stands = description(id);
      Metadata theirs = document.metadata;
      if (theirs.title == own) theirs.title = id;  // untitled documents are called after their id
      theirs.id = id;
      if (theirs == stands) continue;
      if (static_cast<std::size_t>(++differing) <= most_differences)
        named += (named.empty() ? "" : ", ") + id;
    }
    if (differing == 0) return;
    result.differences.push_back(
        {msg::merge_described_otherwise,
         {{"file", sides_[side].name},
          {"n", differing},
          {"documents", named},
          {"more", std::max<std::int64_t>(0, differing - std::int64_t{most_differences})}}});
  }

  // Of the document that is called `id` in the result.
  const Metadata& description(const std::string& id) const {
    const auto& places = by_id_.at(id);
    if (places.front().side == 0) return at(sides_, places.front()).metadata;
    return at(sides_, standing(by_text_.at(text_of(places.front())))).metadata;
  }

  const std::vector<MergeSide>& sides_;
  std::map<std::string, std::vector<Place>> by_text_, by_id_, by_title_;
};

}  // namespace

DifferingLine first_differing_line(std::string_view first, std::string_view second) {
  DifferingLine line{1, {}, {}, false, false};
  std::size_t begin = 0;
  for (;;) {
    line.first_ended = begin > first.size();
    line.second_ended = begin > second.size();
    const std::string_view here = line.first_ended ? std::string_view() : line_at(first, begin);
    const std::string_view there = line.second_ended ? std::string_view() : line_at(second, begin);
    if (here != there || line.first_ended || line.second_ended) {
      const auto differs = std::mismatch(here.begin(), here.end(), there.begin(), there.end()).first;
      const auto place = static_cast<std::size_t>(differs - here.begin());
      line.first = excerpt(here, place);
      line.second = excerpt(there, place);
      return line;
    }
    begin += here.size() + 1;
    ++line.number;
  }
}

Message in_words_of(const DifferingLine& line) {
  if (line.first_ended || line.second_ended) {
    return {line.first_ended ? msg::merge_line_only_second : msg::merge_line_only_first,
            {{"line", line.number}, {"text", line.first_ended ? line.second : line.first}}};
  }
  return {msg::merge_line, {{"line", line.number}, {"first", line.first}, {"second", line.second}}};
}

Result<MergedDocuments> recognise_documents(const std::vector<MergeSide>& sides, SameTitle same_title) {
  const Recognition recognition(sides);
  if (auto refused = recognition.refuse_differing_texts(same_title); !refused)
    return tl::unexpected(refused.error());
  return recognition.merged();
}

}  // namespace codeboom
