#include "tests/match/random_rules.h"

#include "tests/match/fixture.h"

namespace codeboom::match_test {
namespace {

enum class Inside { rule, bracket };

Sequence random_sequence(Dice& dice, const RuleShape& shape, Inside inside);

Atom random_atom(Dice& dice, const RuleShape& shape, Inside inside) {
  Atom atom;
  const bool as_doer = dice.one_in(8);
  if (inside == Inside::rule && dice.one_in(6)) {
    atom.kind = Atom::Kind::phrase;
    atom.phrase.push_back(random_sequence(dice, shape, Inside::bracket));
  } else if (!shape.sets.empty() && dice.one_in(6)) {
    atom.kind = Atom::Kind::set;
    atom.set = dice.pick(shape.sets);
  } else if (!shape.patterns.empty() && dice.one_in(5)) {
    atom = choice_of(dice.pick(shape.patterns)).front();
  } else {
    atom.term.text = dice.pick(shape.words);
  }
  atom.as_doer = as_doer;
  return atom;
}

Choice random_choice(Dice& dice, const RuleShape& shape, Inside inside) {
  Choice choice;
  do {
    choice.push_back(random_atom(dice, shape, inside));
  } while (dice.one_in(3));
  return choice;
}

Sequence random_sequence(Dice& dice, const RuleShape& shape, Inside inside) {
  Sequence sequence;
  for (std::uint32_t left = 1 + dice.below(shape.most_steps); left > 0; --left) {
    const bool gap = !sequence.steps.empty() && dice.one_in(2);
    const int words = dice.one_in(8) ? 99 : 1 + static_cast<int>(dice.below(4));
    sequence.steps.push_back({gap ? words : 0, random_choice(dice, shape, inside)});
  }
  return sequence;
}

Joiner random_joiner(Dice& dice) {
  switch (dice.below(4)) {
    case 0:
      return {Joiner::Kind::sentence, 0};
    case 1:
      return {Joiner::Kind::within, 1 + static_cast<int>(dice.below(6))};
    case 2:
      return {Joiner::Kind::clause, 0};
    default:
      return {Joiner::Kind::paragraph, 0};
  }
}

Joiner random_reach(Dice& dice) {
  switch (dice.below(3)) {
    case 0:
      return {Joiner::Kind::sentence, 0};
    case 1:
      return {Joiner::Kind::within, 1 + static_cast<int>(dice.below(5))};
    default:
      return {Joiner::Kind::clause, 0};
  }
}

}  // namespace

std::uint32_t Dice::below(std::uint32_t limit) {
  state_ += 0x9E3779B97F4A7C15;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
  return static_cast<std::uint32_t>((mixed ^ (mixed >> 31)) % limit);
}

Choice random_choice(Dice& dice, const RuleShape& shape) { return random_choice(dice, shape, Inside::rule); }

Rule random_rule(Dice& dice, const RuleShape& shape) {
  Rule rule;
  rule.operands.push_back(random_sequence(dice, shape, Inside::rule));
  for (std::uint32_t left = dice.below(shape.most_operands); left > 0; --left) {
    rule.joiners.push_back(random_joiner(dice));
    rule.operands.push_back(random_sequence(dice, shape, Inside::rule));
  }
  while (dice.one_in(4)) {
    const Joiner where = random_reach(dice);
    rule.exclusions.push_back({where, random_choice(dice, shape)});
  }
  rule.strength = 1 + static_cast<int>(dice.below(3));
  return rule;
}

std::string random_signs(Dice& dice, std::uint32_t pieces) {
  static const char* const signs[] = {"docent", "=PTA",   "*keuze", "loopbaan*", "é",    "(",  ")",   "|",
                                      "&",      "&5",     "&,", "!,", ">", "&&",     "!",         "!&3",  "^1", "^3",  "^9",
                                      "..3",    "..",     "@set",   "@",         "/a+/", "/",  "*",   "=",
                                      " ",      " ",      "\t",     ",",         ".",    "-",  "'",   "\\",
                                      "\u00AD", "\u00A0", "😀",      "\xC3",      "\xFF", "12", "(a)b"};
  std::string text;
  for (; pieces > 0; --pieces) text += dice.pick(signs);
  return text;
}

std::string random_sentence(Dice& dice, const std::vector<std::string>& words, std::uint32_t length) {
  static const char* const between[] = {" ",  " ",  " ",  " ",  " ",   ", ",  ": ",
                                        " (", ") ", " “", "” ", " - ", " – ", "; "};
  static const char* const ends[] = {".", "?", ".", ""};
  std::string text;
  for (; length > 0; --length) text += (text.empty() ? "" : dice.pick(between)) + dice.pick(words);
  return text + dice.pick(ends);
}

}  // namespace codeboom::match_test
