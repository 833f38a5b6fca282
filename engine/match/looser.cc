#include "engine/match/looser.h"

#include <algorithm>

#include "engine/match/rule_word.h"

namespace codeboom {
namespace {

constexpr std::size_t fewest_letters = 4;  // with fewer a * finds anything
constexpr int adjacent_becomes = 2, gap_grows_by = 3, widest_gap = 99;

// The values with one of them in another form, for each of them and each of its forms.
template <class Value, class Forms>
std::vector<std::vector<Value>> with_one_changed(const std::vector<Value>& values, const Forms& forms_of) {
  std::vector<std::vector<Value>> changed;
  for (std::size_t i = 0; i < values.size(); ++i) {
    for (auto& form : forms_of(values[i])) {
      changed.push_back(values);
      changed.back()[i] = std::move(form);
    }
  }
  return changed;
}

std::vector<Sequence> forms_of(const Sequence& sequence);

std::vector<Term> forms_of(const Term& term) {
  if (term.kind == Term::Kind::exact) return {{Term::Kind::lemma, term.text}};
  if (term.kind != Term::Kind::lemma || letter_count(term.text) < fewest_letters) return {};
  return {{Term::Kind::ends, term.text}, {Term::Kind::begins, term.text}};
}

std::vector<Atom> forms_of(const Atom& atom) {
  std::vector<Atom> forms;
  const auto add = [&]() -> Atom& { return forms.emplace_back(atom); };
  if (atom.kind == Atom::Kind::term) {
    for (Term& term : forms_of(atom.term)) add().term = std::move(term);
  } else if (atom.kind == Atom::Kind::phrase) {
    for (Sequence& phrase : forms_of(atom.phrase.front())) add().phrase.front() = std::move(phrase);
  }
  if (atom.as_doer) add().as_doer = false;
  return forms;
}

std::vector<Step> forms_of(const Step& step) {
  std::vector<Step> forms;
  const auto atoms = [](const Atom& atom) { return forms_of(atom); };
  for (Choice& choice : with_one_changed(step.choice, atoms)) forms.push_back({step.gap, std::move(choice)});
  return forms;
}

std::vector<Sequence> forms_of(const Sequence& sequence) {
  std::vector<Sequence> forms;
  const auto steps = [](const Step& step) { return forms_of(step); };
  for (auto& changed : with_one_changed(sequence.steps, steps)) forms.push_back({std::move(changed)});
  for (std::size_t i = 1; i < sequence.steps.size(); ++i) {
    const int gap = sequence.steps[i].gap;
    forms.push_back(sequence);
    forms.back().steps[i].gap = gap == 0 ? adjacent_becomes : std::min(gap + gap_grows_by, widest_gap);
  }
  return forms;
}

std::vector<Joiner> forms_of(const Joiner& joiner) {
  switch (joiner.kind) {
    case Joiner::Kind::within:
    case Joiner::Kind::clause: return {{Joiner::Kind::sentence, 0}};
    case Joiner::Kind::sentence: return {{Joiner::Kind::paragraph, 0}};
    case Joiner::Kind::paragraph: break;
  }
  return {};
}

// How much room a joiner gives, for comparing.
int room(const Joiner& joiner) {
  switch (joiner.kind) {
    case Joiner::Kind::within: return joiner.words;
    case Joiner::Kind::clause: return 100;
    case Joiner::Kind::sentence: return 101;
    case Joiner::Kind::paragraph: break;
  }
  return 102;
}

// Its neighbours are joined by the looser of the two joiners that it had.
Rule without_operand(const Rule& rule, std::size_t operand) {
  Rule form = rule;
  form.operands.erase(form.operands.begin() + static_cast<std::ptrdiff_t>(operand));
  std::size_t joiner = operand == 0 ? 0 : operand - 1;
  if (operand > 0 && operand < rule.joiners.size() && room(rule.joiners[operand]) < room(rule.joiners[joiner])) {
    joiner = operand;
  }
  form.joiners.erase(form.joiners.begin() + static_cast<std::ptrdiff_t>(joiner));
  return form;
}

std::vector<Rule> all_forms(const Rule& rule) {
  std::vector<Rule> forms;
  const auto add = [&]() -> Rule& { return forms.emplace_back(rule); };
  const auto operands = [](const Sequence& operand) { return forms_of(operand); };
  const auto joiners = [](const Joiner& joiner) { return forms_of(joiner); };
  for (auto& changed : with_one_changed(rule.operands, operands)) add().operands = std::move(changed);
  for (auto& changed : with_one_changed(rule.joiners, joiners)) add().joiners = std::move(changed);
  for (std::size_t i = 0; !rule.joiners.empty() && i < rule.operands.size(); ++i) {
    forms.push_back(without_operand(rule, i));
  }
  for (std::size_t i = 0; i < rule.exclusions.size(); ++i) {
    Rule& form = add();
    form.exclusions.erase(form.exclusions.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return forms;
}

bool can_be_written(const Rule& rule) {
  const auto parsed = parse_rule(print_rule(rule));
  return parsed && *parsed == rule;
}

}  // namespace

std::vector<Rule> looser_forms(const Rule& rule) {
  std::vector<Rule> forms;
  for (Rule& form : all_forms(rule)) {
    const bool is_new = form != rule && std::find(forms.begin(), forms.end(), form) == forms.end();
    if (is_new && can_be_written(form)) forms.push_back(std::move(form));
  }
  return forms;
}

}  // namespace codeboom
