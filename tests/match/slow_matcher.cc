#include "tests/match/slow_matcher.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "engine/language/numerals.h"
#include "engine/language/words.h"
#include "engine/match/clauses.h"

namespace codeboom::match_test {
namespace {

using Place = std::pair<std::size_t, std::size_t>;  // words of a sentence, half-open
using Places = std::vector<Place>;

using Word = SlowWord;
using Words = SlowSentence;

bool has(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

Words words_of(const Tokens& tokens, const Sentence& sentence, const Text& text) {
  static const std::set<std::string> parting = {",", ":", ";", "(", ")", "-", "–", ".", "?"};
  Words words;
  std::vector<WordTraits> traits;
  std::vector<Mark> marks;
  for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const std::string written(text[tokens.tokens[i].span]);
    if (tokens.tokens[i].kind == TokenKind::punctuation) {
      if (!words.empty() && parting.contains(written)) {
        words.back().parted = true;
        marks.back() = std::max(marks.back(), mark_of(written));
      }
      continue;
    }
    const WordForms forms = analyse(written);
    words.push_back({tokens.tokens[i].span, written, forms.search_forms, forms.lemmas});
    traits.push_back(traits_of(written));
    marks.push_back(Mark::none);
  }
  std::vector<std::uint32_t> clauses;
  add_clauses(traits, marks, clauses);
  for (std::size_t i = 0; i < words.size(); ++i) words[i].clause = clauses[i];
  return words;
}

class Slow {
 public:
  Slow(const RuleSetSource& source, const Words& words) : source_(source), words_(words) {}

  Places places(const Sequence& sequence) const {
    Places found;
    for (std::size_t begin = 0; begin < words_.size(); ++begin) {
      const std::set<std::size_t> ends = ends_of(sequence, begin);
      if (!ends.empty()) found.emplace_back(begin, *ends.rbegin());
    }
    return found;
  }

 private:
  std::set<std::size_t> ends_of(const Sequence& sequence, std::size_t begin) const {
    std::set<std::size_t> ends = ends_of(sequence.steps[0].choice, begin);
    for (std::size_t step = 1; step < sequence.steps.size(); ++step) {
      std::set<std::size_t> further;
      const auto gap = static_cast<std::size_t>(sequence.steps[step].gap);
      for (const std::size_t end : ends) {
        if (gap == 0 && words_[end - 1].parted) continue;
        for (std::size_t next = end; next <= end + gap; ++next)
          further.merge(ends_of(sequence.steps[step].choice, next));
      }
      ends = further;
    }
    return ends;
  }

  std::set<std::size_t> ends_of(const Choice& choice, std::size_t begin) const {
    std::set<std::size_t> ends;
    if (begin >= words_.size()) return ends;
    for (const Atom& atom : choice) {
      if (atom.as_doer) {
        Atom anywhere = atom;
        anywhere.as_doer = false;
        if (!under_preposition(begin)) ends.merge(ends_of(Choice{anywhere}, begin));
        continue;
      }
      switch (atom.kind) {
        case Atom::Kind::phrase:
          ends.merge(ends_of(atom.phrase[0], begin));
          break;
        case Atom::Kind::set:
          for (const Choice& member : source_.sets.at(atom.set)) ends.merge(ends_of(member, begin));
          break;
        case Atom::Kind::term:
          if (is(atom.term, words_[begin])) ends.insert(begin + 1);
          if (atom.term.kind == Term::Kind::lemma) ends.merge(split_verb_ends(atom.term, begin));
      }
    }
    return ends;
  }

  // Looking back: a preposition, then articles and adjectives, at most three; over one noun with en or of.
  bool under_preposition(std::size_t at) const {
    const auto stands_before = [&](std::size_t word) {
      return word > 0 && !words_[word - 1].parted && words_[word - 1].clause == words_[word].clause;
    };
    bool over_noun = false;
    for (int passed = 0; passed <= 3 && stands_before(at); ++passed) {
      const WordTraits before = traits_of(words_[--at].written);
      if (codeboom::has(before, Trait::preposition)) return true;
      const bool joined = !over_noun && codeboom::has(before, Trait::coordinator) && stands_before(at);
      if (joined) {
        over_noun = true;
        passed = 0;
        --at;
      } else if (!has_any(before, Trait::determiner | Trait::adjectival)) {
        return false;
      }
    }
    return false;
  }

  std::set<std::size_t> split_verb_ends(const Term& term, std::size_t begin) const {
    const auto verb = separable_verb(fold(term.text));
    if (!verb) return {};
    const auto stands = [&](std::size_t at, const std::string& lemma) {
      return at < words_.size() && is(Term{Term::Kind::lemma, lemma}, words_[at]);
    };
    if (stands(begin, verb->particle) && !words_[begin].parted) {
      if (stands(begin + 1, verb->verb)) return {begin + 2};
      if (stands(begin + 1, "te") && !words_[begin + 1].parted && stands(begin + 2, verb->verb))
        return {begin + 3};
    }
    if (!stands(begin, verb->verb)) return {};
    for (std::size_t at = begin + 1; at < words_.size() && at <= begin + 12 && words_[at].clause == words_[begin].clause; ++at) {
      if (stands(at, verb->particle)) return {at + 1};
    }
    return {};
  }

  static bool is(const Term& term, const Word& word) {
    const std::string text = fold(term.text);
    std::vector<std::string> forms = word.search_forms;
    const auto any_form = [&](auto fits) { return std::any_of(forms.begin(), forms.end(), fits); };
    if (term.kind == Term::Kind::exact) return word.written == term.text;
    if (term.kind == Term::Kind::regex) {
      static std::map<std::string, std::regex> known;
      const std::regex& regex = known.try_emplace(term.text, term.text).first->second;
      return any_form([&](const std::string& form) { return std::regex_match(form, regex); });
    }
    forms.insert(forms.end(), word.lemmas.begin(), word.lemmas.end());
    switch (term.kind) {
      case Term::Kind::begins:
        return any_form([&](const std::string& form) { return form.starts_with(text); });
      case Term::Kind::ends:
        return any_form([&](const std::string& form) { return form.ends_with(text); });
      case Term::Kind::contains:
        return any_form([&](const std::string& form) { return form.find(text) != std::string::npos; });
      default:
        return has(forms, text) || has(other_numerals(word.written), text);
    }
  }

  const RuleSetSource& source_;
  const Words& words_;
};

bool share_clause(const Place& a, const Place& b, const Words& words) {
  for (std::size_t i = a.first; i < a.second; ++i) {
    for (std::size_t j = b.first; j < b.second; ++j) {
      if (words[i].clause == words[j].clause) return true;
    }
  }
  return false;
}

std::size_t words_between(const Place& a, const Place& b) {
  if (a.second <= b.first) return b.first - a.second;
  if (b.second <= a.first) return a.first - b.second;
  return 0;
}

bool joined(const Joiner& joiner, const Place& a, const Place& b, const Words& words) {
  if (joiner.kind == Joiner::Kind::within) return words_between(a, b) <= static_cast<std::size_t>(joiner.words);
  return joiner.kind != Joiner::Kind::clause || share_clause(a, b, words);
}

// Every way to take one place per operand; those that fit mark their places.
void mark_fitting(const std::vector<Places>& found, std::span<const Joiner> joiners, const Words& words,
                  Places& chosen, std::set<Place>& marked) {
  const std::size_t next = chosen.size();
  if (next == found.size()) return marked.insert(chosen.begin(), chosen.end()), void();
  for (const Place& place : found[next]) {
    if (next > 0 && !joined(joiners[next - 1], chosen.back(), place, words)) continue;
    chosen.push_back(place);
    mark_fitting(found, joiners, words, chosen, marked);
    chosen.pop_back();
  }
}

// The operands [first, end) in one sentence.
std::set<Place> together(const Rule& rule, std::size_t first, std::size_t end, const RuleSetSource& source,
                         const Words& words) {
  std::vector<Places> found;
  for (std::size_t i = first; i < end; ++i) {
    Places places = Slow(source, words).places(rule.operands[i]);
    for (const Exclusion& exclusion : rule.exclusions) {
      if (first > 0) break;  // they hold for the sentence of the match
      const Sequence excluded{{{0, exclusion.choice}}};
      for (const Place& near : Slow(source, words).places(excluded)) {
        std::erase_if(places, [&](const Place& place) {
          return joined(exclusion.where, place, near, words);
        });
      }
    }
    found.push_back(places);
  }
  std::set<Place> marked;
  Places chosen;
  mark_fitting(found, std::span(rule.joiners).subspan(first, end - first - 1), words, chosen, marked);
  return marked;
}

std::vector<Span> merged(const std::set<Place>& places, const Words& words) {
  std::vector<Span> spans;
  std::size_t reached = 0;
  for (const auto& [begin, end] : places) {
    const ByteOffset last = words[end - 1].span.end;
    if (!spans.empty() && begin < reached) {
      spans.back().end = std::max(spans.back().end, last);
    } else {
      spans.push_back({words[begin].span.begin, last});
    }
    reached = std::max(reached, end);
  }
  return spans;
}

std::size_t distance(std::size_t a, std::size_t b) { return a < b ? b - a : a - b; }

// The spans of the nearest sentence of the block where the operands are found; empty when there is none.
std::vector<Span> nearest(const Rule& rule, std::size_t first, std::size_t end, const RuleSetSource& source,
                          std::span<const Words> block, std::size_t sentence) {
  std::vector<Span> spans;
  std::size_t best = block.size();
  for (std::size_t i = 0; i < block.size(); ++i) {
    const auto here = merged(together(rule, first, end, source, block[i]), block[i]);
    if (here.empty() || (best < block.size() && distance(i, sentence) >= distance(best, sentence))) continue;
    spans = here;
    best = i;
  }
  return spans;
}

std::vector<Span> merged(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> kept;
  for (const Span span : spans) {
    if (!kept.empty() && span.begin < kept.back().end) {
      kept.back().end = std::max(kept.back().end, span.end);
    } else {
      kept.push_back(span);
    }
  }
  return kept;
}

std::vector<Span> spans_in(const Rule& rule, const RuleSetSource& source, std::span<const Words> block,
                           std::size_t sentence) {
  std::vector<Span> all;
  for (std::size_t first = 0; first < rule.operands.size();) {
    std::size_t end = first + 1;
    while (end < rule.operands.size() && rule.joiners[end - 1].kind != Joiner::Kind::paragraph) ++end;
    const std::vector<Span> spans =
        first == 0 ? merged(together(rule, first, end, source, block[sentence]), block[sentence])
                   : nearest(rule, first, end, source, block, sentence);
    if (spans.empty()) return {};
    all.insert(all.end(), spans.begin(), spans.end());
    first = end;
  }
  return merged(all);
}

}  // namespace

SlowPage slow_page(const Text& text, std::span<const Block> blocks) {
  const Tokens tokens = tokenise(text, blocks);
  SlowPage page;
  for (std::size_t i = 0; i < tokens.sentences.size(); ++i) {
    if (i == 0 || tokens.sentences[i].block != tokens.sentences[i - 1].block) page.emplace_back();
    page.back().push_back(words_of(tokens, tokens.sentences[i], text));
  }
  return page;
}

std::vector<Match> slow_matches(const Rule& rule, const RuleSetSource& source, const SlowPage& page) {
  std::vector<Match> matches;
  std::uint32_t number = 0;
  for (const auto& block : page) {
    for (std::size_t i = 0; i < block.size(); ++i, ++number) {
      const std::vector<Span> spans = spans_in(rule, source, block, i);
      if (!spans.empty()) matches.push_back({0, number, spans});
    }
  }
  return matches;
}

}  // namespace codeboom::match_test
