#include "corpus/merge_codings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "message_keys/team.h"

namespace codeboom {
namespace {

using Key = std::tuple<std::string, Span, std::string, std::string>;  // document, span, coder, code
Key key_of(const Coding& coding) { return {coding.document, coding.span, coding.coder, coding.code}; }

auto origin_of(const Coding& coding) {
  return std::tie(coding.codebook, coding.score, coding.chance, coding.flags, coding.evidence);
}
bool says_nothing(const Coding& coding) { return origin_of(coding) == origin_of(Coding{}); }

struct Merged {
  const Coding* here = nullptr;
  const Coding* best = nullptr;
  std::size_t best_side = 0;
};

// Codings that files give another origin, counted by what they say.
class DifferingOrigins {
 public:
  void add(const Coding& stands, std::size_t stands_side, const Coding& other, std::size_t other_side) {
    if (says_nothing(stands) || says_nothing(other) || origin_of(stands) == origin_of(other)) return;
    ++counts_[{stands.coder, stands.codebook, other.codebook, stands_side, other_side}];
  }
  void tell(const std::vector<MergeSide>& sides, std::vector<Message>& differences) const {
    for (const auto& [what, count] : counts_) {
      const auto& [coder, stands, other, stands_side, other_side] = what;
      const bool same = stands == other;
      differences.push_back({same ? msg::merge_origin_differs : msg::merge_codebook_of_codings_differs,
                             {{"n", count},
                              {"coder", coder},
                              {"stands", stands},
                              {"other", other},
                              {"file", sides[stands_side].name},
                              {"other_file", sides[other_side].name}}});
    }
  }

 private:
  std::map<std::tuple<std::string, std::string, std::string, std::size_t, std::size_t>, std::int64_t> counts_;
};

// Who coded a document in several files, each time with something that the other lacks.
class DifferingWork {
 public:
  void add(std::size_t side, const Coding& coding) {
    work_[{coding.document, coding.coder}][side].emplace(coding.span, coding.code);
  }
  void grew(const Coding& coding) { grown_.emplace(coding.document, coding.coder); }

  void tell(const std::vector<MergeSide>& sides, std::vector<Message>& differences) const {
    for (const auto& who : grown_) {
      const auto& by_side = work_.at(who);
      for (auto a = by_side.begin(); a != by_side.end(); ++a) {
        const auto b = std::find_if(std::next(a), by_side.end(), [&](const auto& other) {
          return lacks(a->second, other.second) > 0 && lacks(other.second, a->second) > 0;
        });
        if (b == by_side.end()) continue;
        differences.push_back({msg::merge_coded_otherwise,
                               {{"document", who.first},
                                {"coder", who.second},
                                {"first", sides[a->first].name},
                                {"second", sides[b->first].name},
                                {"only_first", lacks(b->second, a->second)},
                                {"only_second", lacks(a->second, b->second)}}});
        break;
      }
    }
  }

 private:
  using Work = std::set<std::pair<Span, std::string>>;
  static std::int64_t lacks(const Work& work, const Work& other) {
    return std::count_if(other.begin(), other.end(), [&](const auto& each) { return !work.contains(each); });
  }

  std::map<std::pair<std::string, std::string>, std::map<std::size_t, Work>> work_;
  std::set<std::pair<std::string, std::string>> grown_;
};

}  // namespace

bool natural_less(std::string_view a, std::string_view b) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto take_number = [&](std::string_view& text) {  // without the zeros in front
    std::size_t begin = 0, end = 0;
    while (end < text.size() && is_digit(text[end])) ++end;
    while (begin < end && text[begin] == '0') ++begin;
    const std::string_view number = text.substr(begin, end - begin);
    text.remove_prefix(end);
    return number;
  };
  std::string_view left = a, right = b;
  while (!left.empty() && !right.empty()) {
    if (is_digit(left.front()) && is_digit(right.front())) {
      const std::string_view x = take_number(left), y = take_number(right);
      if (x != y) return std::pair(x.size(), x) < std::pair(y.size(), y);
      continue;
    }
    if (left.front() != right.front()) return left.front() < right.front();
    left.remove_prefix(1);
    right.remove_prefix(1);
  }
  if (left.empty() != right.empty()) return left.empty();
  return a < b;  // the same but for zeros in front
}

bool stands_before(const Coding& a, const Coding& b) {
  if (a.codebook != b.codebook) return natural_less(b.codebook, a.codebook);
  const auto numbers = [](const Coding& coding) {
    return std::tuple(coding.score, coding.chance, coding.flags, coding.evidence.size());
  };
  if (numbers(a) != numbers(b)) return numbers(b) < numbers(a);
  return std::lexicographical_compare(b.evidence.begin(), b.evidence.end(), a.evidence.begin(),
                                      a.evidence.end(), [](const Evidence& x, const Evidence& y) {
                                        return std::tie(x.span, x.rule, x.weight) <
                                               std::tie(y.span, y.rule, y.weight);
                                      });
}

MergedCodings merge_codings(const std::vector<MergeSide>& sides) {
  std::map<Key, Merged> all;
  DifferingWork work;
  for (std::size_t side = 0; side < sides.size(); ++side) {
    for (const Coding& coding : sides[side].content.codings) {
      Merged& merged = all[key_of(coding)];
      if (side == 0) merged.here = &coding;
      if (merged.best == nullptr || stands_before(coding, *merged.best))
        merged.best = &coding, merged.best_side = side;
      work.add(side, coding);
    }
  }
  DifferingOrigins origins;
  for (std::size_t side = 0; side < sides.size(); ++side) {
    for (const Coding& coding : sides[side].content.codings) {
      const Merged& merged = all.at(key_of(coding));
      origins.add(*merged.best, merged.best_side, coding, side);
    }
  }
  MergedCodings result;
  std::map<std::pair<std::string, std::string>, BeforeAfter> per_code;
  for (const auto& [key, merged] : all) {
    BeforeAfter& count = per_code[{merged.best->coder, merged.best->code}];
    ++count.after;
    if (merged.here == nullptr) {
      result.added.push_back(*merged.best);
      work.grew(*merged.best);
      continue;
    }
    ++count.before;
    if (origin_of(*merged.here) != origin_of(*merged.best)) result.changed_origins.push_back(*merged.best);
  }
  for (const auto& [who, count] : per_code) result.per_code.push_back({who.first, who.second, count});
  work.tell(sides, result.differences);
  origins.tell(sides, result.differences);
  return result;
}

}  // namespace codeboom
