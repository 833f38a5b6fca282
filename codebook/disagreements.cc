#include "codebook/disagreements.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace codeboom {
namespace {

using Codings = std::vector<PlacedCode>;

std::uint64_t length(Span span) { return span.end.value - span.begin.value; }

std::uint64_t shared(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin.value, b.begin.value), end = std::min(a.end.value, b.end.value);
  return end > begin ? end - begin : 0;
}

bool related(const Codebook& codebook, std::uint32_t a, std::uint32_t b) {
  return is_within(codebook, a, b) || is_within(codebook, b, a);
}

DisagreementKind kind_of(const Codebook& codebook, std::uint32_t a, std::uint32_t b) {
  if (related(codebook, a, b)) return DisagreementKind::parent_child;
  const std::int32_t parent = codebook.codes[a].parent;
  return parent >= 0 && parent == codebook.codes[b].parent ? DisagreementKind::sibling : DisagreementKind::other_code;
}

// Two coders' codings of one document.
class Pairing {
 public:
  Pairing(const Codebook& codebook, std::uint32_t document, std::array<std::uint32_t, 2> coders)
      : codebook_(codebook), document_(document), coders_(coders) {}

  void run(const Codings& first, const Codings& second, PairOfCoders& into) {
    same_code({&first, &second}, into.agreed);
    other_codes();
    one_sided();
    mark_swapped();
    const auto by_place = [](const Disagreement& a, const Disagreement& b) {
      const auto key = [](const Disagreement& one) {
        return std::tuple(place_of(one), std::min(one.sides[0].code, one.sides[1].code), std::max(one.sides[0].code, one.sides[1].code));
      };
      return key(a) < key(b);
    };
    std::stable_sort(found_.begin(), found_.end(), by_place);
    into.disagreements.insert(into.disagreements.end(), found_.begin(), found_.end());
  }

 private:
  // Codings of one code that hang together by overlap, of both coders.
  void same_code(const std::array<const Codings*, 2>& codings, std::vector<Agreed>& agreed) {
    std::map<std::uint32_t, std::vector<std::pair<Span, std::size_t>>> by_code;
    for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
      for (const PlacedCode& coding : *codings[side]) by_code[coding.code].push_back({coding.span, side});
    }
    for (auto& [code, spans] : by_code) {
      std::sort(spans.begin(), spans.end());
      for (std::size_t at = 0; at < spans.size();) {
        std::array<Side, 2> sides;
        std::uint32_t end = spans[at].first.end.value;
        do {
          sides[spans[at].second].spans.push_back(spans[at].first);
          end = std::max(end, spans[at].first.end.value);
          ++at;
        } while (at < spans.size() && spans[at].first.begin.value < end);
        keep(code, std::move(sides), agreed);
      }
    }
    std::sort(agreed.begin(), agreed.end(), [](const Agreed& a, const Agreed& b) {
      return std::tie(a.document, a.coding.span, a.coding.code) < std::tie(b.document, b.coding.span, b.coding.code);
    });
  }

  void keep(std::uint32_t code, std::array<Side, 2> sides, std::vector<Agreed>& agreed) {
    if (sides[0].spans == sides[1].spans) {
      for (const Span span : sides[0].spans) agreed.push_back({document_, {code, span}});
    } else if (sides[0].spans.empty() || sides[1].spans.empty()) {
      const std::size_t side = sides[0].spans.empty() ? 1 : 0;
      for (const Span span : sides[side].spans) alone_[side].push_back({code, span});
    } else {
      sides[0].code = sides[1].code = code;
      add(DisagreementKind::boundary, std::move(sides));
    }
  }

  // Pairs that coincide most first: shared / together, compared as fractions.
  void other_codes() {
    struct Candidate {
      std::uint64_t shared = 0, together = 0;
      std::size_t first = 0, second = 0;
    };
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < alone_[0].size(); ++i) {
      for (std::size_t j = 0; j < alone_[1].size(); ++j) {
        const Span a = alone_[0][i].span, b = alone_[1][j].span;
        const std::uint64_t both = shared(a, b);
        if (both > 0 && 2 * both >= std::min(length(a), length(b))) candidates.push_back({both, length(a) + length(b) - both, i, j});
      }
    }
    const auto key = [&](const Candidate& one) {
      const PlacedCode &a = alone_[0][one.first], &b = alone_[1][one.second];
      return std::tuple(kind_of(codebook_, a.code, b.code) == DisagreementKind::other_code, std::min(a.span, b.span),
                        std::max(a.span, b.span), std::min(a, b), std::max(a, b));
    };
    std::sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
      const std::uint64_t left = a.shared * b.together, right = b.shared * a.together;
      return left != right ? left > right : key(a) < key(b);
    });
    std::array<std::vector<bool>, 2> used = {std::vector<bool>(alone_[0].size()), std::vector<bool>(alone_[1].size())};
    for (const Candidate& one : candidates) {
      if (used[0][one.first] || used[1][one.second]) continue;
      used[0][one.first] = used[1][one.second] = true;
      const PlacedCode &a = alone_[0][one.first], &b = alone_[1][one.second];
      add(kind_of(codebook_, a.code, b.code), {Side{a.code, {a.span}}, Side{b.code, {b.span}}});
    }
    for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
      Codings left;
      for (std::size_t i = 0; i < alone_[side].size(); ++i) {
        if (!used[side][i]) left.push_back(alone_[side][i]);
      }
      alone_[side] = std::move(left);
    }
  }

  void one_sided() {
    for (const PlacedCode& coding : alone_[0]) add(DisagreementKind::missed, {Side{coding.code, {coding.span}}, Side{}});
    for (const PlacedCode& coding : alone_[1]) add(DisagreementKind::extra, {Side{}, Side{coding.code, {coding.span}}});
  }

  // Each difference x against y goes with one y against x, in the order of the text.
  void mark_swapped() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::size_t>> by_codes;
    std::vector<std::size_t> order(found_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place_of(found_[a]) < place_of(found_[b]); });
    for (const std::size_t i : order) {
      const auto& sides = found_[i].sides;
      if (sides[0].code && sides[1].code && sides[0].code != sides[1].code) by_codes[{*sides[0].code, *sides[1].code}].push_back(i);
    }
    for (const auto& [codes, places] : by_codes) {
      const auto mirror = by_codes.find({codes.second, codes.first});
      if (mirror == by_codes.end()) continue;
      const std::size_t pairs = std::min(places.size(), mirror->second.size());
      for (std::size_t i = 0; i < pairs; ++i) found_[places[i]].kind = DisagreementKind::swapped;
    }
  }

  void add(DisagreementKind kind, std::array<Side, 2> sides) { found_.push_back({document_, coders_, kind, std::move(sides)}); }

  const Codebook& codebook_;
  std::uint32_t document_;
  std::array<std::uint32_t, 2> coders_;
  std::array<Codings, 2> alone_;
  std::vector<Disagreement> found_;
};

}  // namespace

std::string_view name_of(DisagreementKind kind) {
  constexpr std::string_view names[] = {"missed", "extra", "other_code", "parent_child", "sibling", "boundary", "swapped"};
  return names[static_cast<std::size_t>(kind)];
}

Span place_of(const Disagreement& disagreement) {
  std::optional<Span> place;
  for (const Side& side : disagreement.sides) {
    for (const Span span : side.spans) {
      place = place ? Span{std::min(place->begin, span.begin), std::max(place->end, span.end)} : span;
    }
  }
  return place.value_or(Span{});
}

PairOfCoders compare(const LinedUp& work, const Codebook& codebook, std::uint32_t first, std::uint32_t second) {
  PairOfCoders result;
  for (std::uint32_t i = 0; i < work.documents.size(); ++i) {
    const auto& coders = work.documents[i].coders;
    if (!coders[first] || !coders[second]) continue;
    Pairing(codebook, i, {first, second}).run(*coders[first], *coders[second], result);
  }
  return result;
}

std::vector<CodePair> code_pairs(const PairOfCoders& pair, const Codebook& codebook, int level) {
  using Key = std::pair<std::optional<std::uint32_t>, std::optional<std::uint32_t>>;
  std::map<Key, std::uint64_t> counts;
  const auto rolled = [&](std::optional<std::uint32_t> code) {
    return code ? std::optional(at_depth(codebook, *code, level).value_or(*code)) : code;
  };
  for (const Agreed& agreed : pair.agreed) ++counts[{rolled(agreed.coding.code), rolled(agreed.coding.code)}];
  for (const Disagreement& one : pair.disagreements) ++counts[{rolled(one.sides[0].code), rolled(one.sides[1].code)}];
  std::vector<CodePair> result;
  for (const auto& [codes, times] : counts) result.push_back({codes.first, codes.second, times});
  std::stable_sort(result.begin(), result.end(), [](const CodePair& a, const CodePair& b) {
    const bool same_a = a.first == a.second, same_b = b.first == b.second;
    return same_a != same_b ? same_b : a.times > b.times;
  });
  return result;
}

}  // namespace codeboom
