#include "engine/match/rule.h"

namespace codeboom {
namespace {

std::string print_sequence(const Sequence& sequence);

std::string print_term(const Term& term) {
  switch (term.kind) {
    case Term::Kind::exact: return "=" + term.text;
    case Term::Kind::begins: return term.text + "*";
    case Term::Kind::ends: return "*" + term.text;
    case Term::Kind::contains: return "*" + term.text + "*";
    case Term::Kind::regex: return "/" + term.text + "/";
    case Term::Kind::lemma: break;
  }
  return term.text;
}

std::string print_atom(const Atom& atom) {
  const std::string sign = atom.as_doer ? ">" : "";
  switch (atom.kind) {
    case Atom::Kind::set: return sign + "@" + atom.set;
    case Atom::Kind::phrase: return sign + "(" + print_sequence(atom.phrase.front()) + ")";
    case Atom::Kind::term: break;
  }
  return sign + print_term(atom.term);
}

std::string print_sequence(const Sequence& sequence) {
  std::string text;
  for (const Step& step : sequence.steps) {
    if (!text.empty()) text += ' ';
    if (step.gap > 0) text += ".." + std::to_string(step.gap) + " ";
    text += print_choice(step.choice);
  }
  return text;
}

std::string print_joiner(const Joiner& joiner) {
  switch (joiner.kind) {
    case Joiner::Kind::within: return " &" + std::to_string(joiner.words) + " ";
    case Joiner::Kind::clause: return " &, ";
    case Joiner::Kind::paragraph: return " && ";
    case Joiner::Kind::sentence: break;
  }
  return " & ";
}

std::string print_exclusion(const Exclusion& exclusion) {
  const Joiner& where = exclusion.where;
  const std::string sign = where.kind == Joiner::Kind::within   ? " !&" + std::to_string(where.words) + " "
                           : where.kind == Joiner::Kind::clause ? " !, "
                                                                : " !";
  return sign + print_choice(exclusion.choice);
}

}  // namespace

bool operator==(const Atom& a, const Atom& b) {
  return a.kind == b.kind && a.term == b.term && a.set == b.set && a.phrase == b.phrase &&
         a.as_doer == b.as_doer;
}

std::string print_choice(const Choice& choice) {
  std::string text;
  for (const Atom& atom : choice) {
    if (!text.empty()) text += '|';
    text += print_atom(atom);
  }
  return text;
}

std::string print_rule(const Rule& rule) {
  std::string text = print_sequence(rule.operands.front());
  for (std::size_t i = 0; i < rule.joiners.size(); ++i) {
    text += print_joiner(rule.joiners[i]) + print_sequence(rule.operands[i + 1]);
  }
  for (const Exclusion& exclusion : rule.exclusions) text += print_exclusion(exclusion);
  if (rule.strength != 2) text += " ^" + std::to_string(rule.strength);
  return text;
}

}  // namespace codeboom
