#include "engine/language/ellipsis.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "engine/language/compounds.h"
#include "engine/language/fold.h"
#include "engine/language/lexicon.h"
#include "engine/language/words.h"

namespace codeboom {
namespace {

constexpr int farthest = 14;  // tokens between the two words
constexpr std::size_t shortest_half = 2;

bool is_known(const std::string& word) { return find_slot(lexicon(), fold(word)) != no_slot; }

bool is_known_first_part(std::string_view part) {
  return is_known(std::string(part)) ||
         (part.ends_with('s') && is_known(std::string(part.substr(0, part.size() - 1))));
}

bool is_particle(std::string_view part) {
  const std::uint32_t slot = find_slot(lexicon(), fold(part));
  return slot != no_slot && slot_field::particle.get(lexicon().slots[slot]) != 0;
}

bool is_verb(std::string_view word) {
  const std::uint32_t slot = find_slot(lexicon(), fold(word));
  return slot != no_slot && reading_of(lexicon(), slot, WordClass::verb).has_value();
}

bool is_boundary(std::string_view word, std::size_t at) {
  return (static_cast<unsigned char>(word[at]) & 0xC0) != 0x80;
}

std::string without_brackets(std::string_view word) {
  std::string bare;
  int depth = 0;
  for (const char byte : word) {
    depth += byte == '(' ? 1 : 0;
    if (depth == 0) bare.push_back(byte);
    depth -= byte == ')' ? 1 : 0;
  }
  return bare;
}

// Where the last part of a compound begins, by its parts alone.
std::optional<std::size_t> last_part_begin(std::string_view word) {
  const std::string folded = fold(word);
  const Compound compound = divide(lexicon(), folded);
  if (compound.count < 2) return std::nullopt;
  return written_length(word, compound.parts[compound.count - 1].begin);
}

// "vmbo-" with "vwo-scholen" or "loopbaan-" with "studiebegeleiding".
std::optional<std::string> complete_end(std::string_view edge, std::string_view whole,
                                        std::string_view after) {
  const std::string stem(edge.substr(0, edge.size() - 1));
  if (const std::size_t hyphen = whole.rfind('-'); hyphen != std::string_view::npos) {
    return std::string(edge) + std::string(whole.substr(hyphen + 1));
  }
  for (std::size_t cut = shortest_half; cut + shortest_half < whole.size(); ++cut) {
    if (!is_boundary(whole, cut)) continue;
    const std::string joined = stem + std::string(whole.substr(cut));
    if (is_known(joined) && is_known_first_part(whole.substr(0, cut))) return joined;
  }
  // "voor- en nabesproken": forms of separable verbs are not all listed.
  for (std::size_t cut = shortest_half; is_particle(stem) && cut + shortest_half < whole.size(); ++cut) {
    if (!is_boundary(whole, cut)) continue;
    if (is_particle(whole.substr(0, cut)) && is_verb(whole.substr(cut))) return stem + std::string(whole.substr(cut));
  }
  if (const auto cut = last_part_begin(whole)) {
    const bool capitals = !stem.empty() && stem.back() >= 'A' && stem.back() <= 'Z';
    return (capitals ? std::string(edge) : stem) + std::string(whole.substr(*cut));
  }
  // "basis- en voortgezet onderwijs"
  const std::string joined = stem + std::string(after);
  return !after.empty() && is_known(joined) ? std::optional(joined) : std::nullopt;
}

// "-begeleiding" with "loopbaanoriëntatie" before it.
std::optional<std::string> complete_beginning(std::string_view edge, std::string_view whole) {
  const std::string rest(edge.substr(1));
  if (const std::size_t hyphen = whole.rfind('-'); hyphen != std::string_view::npos) {
    return std::string(whole.substr(0, hyphen + 1)) + rest;
  }
  const std::string bare = without_brackets(rest);
  for (std::size_t cut = whole.size(); cut-- > shortest_half;) {
    if (!is_boundary(whole, cut) || whole.size() - cut < shortest_half) continue;
    const std::string first(whole.substr(0, cut));
    if (is_known(first + bare) && is_known(std::string(whole.substr(cut)))) return first + rest;
  }
  if (const auto cut = last_part_begin(whole)) return std::string(whole.substr(0, *cut)) + rest;
  return std::nullopt;
}

struct Coordination {
  Tokens& tokens;
  std::string_view text;
  std::uint32_t first, end;

  std::string_view word(std::uint32_t index) const {
    const Span span = tokens.tokens[index].span;
    return text.substr(span.begin.value, span.end.value - span.begin.value);
  }
  bool is_word(std::uint32_t index) const { return tokens.tokens[index].kind == TokenKind::word; }
  bool open_end(std::uint32_t index) const { return is_word(index) && word(index).ends_with('-'); }
  bool open_beginning(std::uint32_t index) const { return is_word(index) && word(index).starts_with('-'); }
  bool is_conjunction(std::uint32_t index) const {
    static constexpr std::array conjunctions = {"en", "of",   "en/of",  "tot", "als", "/",
                                                "&",  "noch", "versus", "dan", "maar"};
    return std::ranges::find(conjunctions, word(index)) != conjunctions.end();
  }
  bool is_link(std::uint32_t index) const { return is_conjunction(index) || word(index) == ","; }

  void set(std::uint32_t index, std::optional<std::string> completed) const {
    if (!completed) return;
    tokens.tokens[index].completed = static_cast<std::int32_t>(tokens.completed.size());
    tokens.completed.push_back(std::move(*completed));
  }
  void look_forward(std::uint32_t index) const;
  void look_back(std::uint32_t index) const;
  bool join_broken_line(std::uint32_t index) const;
};

// A word cut at the end of a line: "samen-" and "werking" below it.
bool Coordination::join_broken_line(std::uint32_t index) const {
  if (index + 1 >= end || !is_word(index + 1) || is_conjunction(index + 1)) return false;
  const std::size_t from = tokens.tokens[index].span.end.value,
                    to = tokens.tokens[index + 1].span.begin.value;
  const std::string_view between = text.substr(from, to - from);
  if (between.find('\n') == std::string_view::npos) return false;
  const std::string_view half = word(index);
  const std::string joined = std::string(half.substr(0, half.size() - 1)) + std::string(word(index + 1));
  if (is_known(joined)) set(index, joined);
  return is_known(joined);
}

void Coordination::look_forward(std::uint32_t index) const {
  if (join_broken_line(index)) return;
  bool conjunction = false;
  for (std::uint32_t i = index + 1; i < end && i <= index + farthest; ++i) {
    if (is_link(i)) {
      conjunction |= is_conjunction(i);
    } else if (open_end(i)) {
      conjunction = false;
    } else {
      if (!conjunction || !is_word(i)) return;
      const bool more = i + 1 < end && is_word(i + 1);
      return set(index, complete_end(word(index), word(i), more ? word(i + 1) : std::string_view()));
    }
  }
}

void Coordination::look_back(std::uint32_t index) const {
  bool linked = false;
  for (std::uint32_t i = index; i-- > first && index - i <= farthest;) {
    if (is_link(i)) {
      linked = true;
    } else if (!open_beginning(i)) {
      if (linked && is_word(i)) set(index, complete_beginning(word(index), word(i)));
      return;
    }
  }
}

}  // namespace

void complete_ellipsis(Tokens& tokens, std::string_view text, const Sentence& sentence, std::uint32_t token) {
  constexpr std::size_t longest = 60;
  const Coordination coordination{tokens, text, sentence.first_token, sentence.end_token};
  if (!coordination.is_word(token) || coordination.word(token).size() > longest) return;
  if (coordination.open_end(token)) {
    coordination.look_forward(token);
  } else if (coordination.open_beginning(token)) {
    coordination.look_back(token);
  }
}

}  // namespace codeboom
