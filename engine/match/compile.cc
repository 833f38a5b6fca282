#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <span>
#include <tuple>

#include "engine/match/built_in_words.h"
#include "engine/match/check_sets.h"
#include "engine/match/class_index.h"
#include "engine/match/compiled.h"
#include "engine/match/term_table.h"
#include "message_keys/engine.h"

namespace codeboom {

namespace {

Choice choice_of(std::span<const std::string_view> words) {
  Choice choice;
  for (const std::string_view word : words) {
    auto parsed = parse_choice(word);
    if (parsed) choice.push_back(parsed->front());
  }
  return choice;
}

// The operands before a first &&: those that stand in the sentence that gets the label.
std::size_t first_sentence_operands(const CompiledRule& rule) {
  std::size_t count = 1;
  while (count < rule.operands.size() && rule.joiners[count - 1].kind != Joiner::Kind::paragraph) ++count;
  return count;
}

// Sorted, each once. What a set spelled out has given already is in order more often than not.
template <class List>
void make_unique(List& list) {
  if (!std::is_sorted(list.begin(), list.end())) std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

template <class List>
void append(List& to, const List& from) {
  to.insert(to.end(), from.begin(), from.end());
}

struct TermsHash {
  std::size_t operator()(const std::vector<TermId>& terms) const {
    return static_cast<std::size_t>(XXH3_64bits(terms.data(), terms.size() * sizeof(TermId)));
  }
};

class Compiler {
 public:
  explicit Compiler(const RuleSetSource& source) : source_(source) {}

  Result<std::shared_ptr<const CompiledRules>> run() {
    const auto sets = checked_sets(source_);
    if (!sets) return tl::unexpected(sets.error());
    for (const std::string& name : *sets) {
      if (auto members = members_of_set(name); !members) return tl::unexpected(members.error());
    }
    if (auto built_in = add_built_in(); !built_in) return tl::unexpected(built_in.error());
    for (const LabelOptions& options : source_.labels) {
      assert(options.parent < static_cast<std::int32_t>(compiled_.labels.size()));
      CompiledLabel label{options.parent, options.threshold, none, none};
      if (auto added = optional_choice(options.requires_any, label.requires_any); !added) {
        return tl::unexpected(added.error());
      }
      if (auto added = optional_choice(options.suppressed_by, label.suppressed_by); !added) {
        return tl::unexpected(added.error());
      }
      compiled_.labels.push_back(label);
    }
    for (const Choice& section : source_.skip_sections) {
      auto added = choice(section);
      if (!added) return tl::unexpected(added.error());
      compiled_.skip_sections.push_back(*added);
    }
    for (const LabelledRule& rule : source_.rules) {
      if (auto added = add_rule(rule); !added) return tl::unexpected(added.error());
    }
    if (auto added = add_named_sets(); !added) return tl::unexpected(added.error());
    classes_of_term_.resize(terms_.size());
    for (TermId term = 0; term < terms_.size(); ++term) add_to_index(compiled_.index, terms_[term], classes_of_term_[term]);
    finish_index(compiled_.index);
    return std::make_shared<const CompiledRules>(std::move(compiled_));
  }

 private:
  Result<void> add_built_in() {
    constexpr std::string_view te_word[] = {"te"};
    auto te = choice(choice_of(te_word));
    auto starts = choice(choice_of(clause_starts));
    for (const auto* part : {&te, &starts}) {
      if (!*part) return tl::unexpected(part->error());
    }
    compiled_.te = compiled_.choices[*te].words;
    compiled_.clause_start = compiled_.choices[*starts].words;
    return add_said();
  }

  // The codebook's own sets, or the built-in lists.
  Result<void> add_said() {
    const std::tuple<Flag, std::string, std::span<const std::string_view>> lists[] = {
        {Flag::negation, "ontkenning", default_negation},
        {Flag::goal, "doel", default_goal},
        {Flag::wish, "wens", default_wish},
        {Flag::problem, "probleem", default_problem}};
    for (const auto& [flag, set, built_in] : lists) {
      Choice own(1);
      own.front().kind = Atom::Kind::set;
      own.front().set = set;
      const auto words = choice(source_.sets.contains(set) ? own : choice_of(built_in));
      if (!words) return tl::unexpected(words.error());
      compiled_.said.push_back({flag, *words});
    }
    return {};
  }

  Result<void> optional_choice(const std::optional<Choice>& source, ChoiceId& target) {
    if (!source) return {};
    auto added = choice(*source);
    if (!added) return tl::unexpected(added.error());
    target = *added;
    return {};
  }

  // For the learned part, to which a set says what its words have in common.
  Result<void> add_named_sets() {
    for (const auto& [name, members] : source_.sets) {
      Choice whole_set(1);
      whole_set.front().kind = Atom::Kind::set;
      whole_set.front().set = name;
      const auto id = choice(whole_set);
      if (!id) return tl::unexpected(id.error());
      const ClassId words = compiled_.choices[*id].words;
      if (words != none) compiled_.named_sets.emplace_back(name, words);
    }
    return {};
  }

  // What a choice consists of when its sets are spelled out.
  struct Members {
    std::vector<TermId> terms, first;  // first: words that can begin a match besides the terms
    std::vector<CompiledPhrase> phrases;
    std::vector<SplitVerb> split_verbs;
    std::vector<ChoiceId> doers;

    void add(const Members& more) {
      append(terms, more.terms), append(first, more.first), append(phrases, more.phrases);
      append(split_verbs, more.split_verbs), append(doers, more.doers);
    }
    void each_once() {
      make_unique(terms), make_unique(first), make_unique(phrases), make_unique(split_verbs), make_unique(doers);
    }
  };

  Result<void> add_members(const Choice& choice, Members& members) {
    for (const Atom& atom : choice) {
      if (atom.as_doer) {
        if (auto added = add_doer(atom, members); !added) return added;
      } else if (atom.kind == Atom::Kind::set) {
        const auto set = members_of_set(atom.set);
        if (!set) return tl::unexpected(set.error());
        members.add(**set);
      } else if (atom.kind == Atom::Kind::phrase) {
        const auto phrase = this->phrase(atom.phrase.front());
        if (!phrase) return tl::unexpected(phrase.error());
        members.phrases.push_back({*phrase, rarest_of(compiled_.sequences[*phrase])});
        const ClassId first = compiled_.sequences[*phrase].front().first;
        append(members.first, class_terms_[first]);
      } else {
        add_term(terms_.number_of(atom.term), members);
      }
    }
    members.each_once();
    return {};
  }

  Result<void> add_doer(Atom atom, Members& members) {
    atom.as_doer = false;
    const auto anywhere = choice({std::move(atom)});
    if (!anywhere) return tl::unexpected(anywhere.error());
    members.doers.push_back(*anywhere);
    append(members.first, class_terms_[compiled_.choices[*anywhere].first]);
    return {};
  }

  void add_term(TermId term, Members& members) {
    members.terms.push_back(term);
    const auto separable = terms_.separable(term);
    if (!separable) return;
    const TermId particle = terms_.number_of({Term::Kind::lemma, separable->particle});
    const TermId stem = terms_.number_of({Term::Kind::lemma, separable->verb});
    const bool preposition = std::find(std::begin(preposition_particles), std::end(preposition_particles),
                                       separable->particle) != std::end(preposition_particles);
    members.first.insert(members.first.end(), {particle, stem});
    members.split_verbs.push_back({*word_class({particle}), *word_class({stem}), preposition});
  }

  // Each set is spelled out once.
  Result<const Members*> members_of_set(const std::string& name) {
    if (const auto known = members_by_set_.find(name); known != members_by_set_.end()) return &known->second;
    const auto set = source_.sets.find(name);
    if (set == source_.sets.end()) return fail(ErrorKind::bad_input, msg::rule_unknown_set, {{"piece", name}});
    Members members;
    for (const Choice& member : set->second) {
      if (auto added = add_members(member, members); !added) return tl::unexpected(added.error());
    }
    return &members_by_set_.emplace(name, std::move(members)).first->second;
  }

  Result<SequenceId> phrase(const Sequence& source) {
    std::string written;
    for (const Step& step : source.steps) written += ".." + std::to_string(step.gap) + print_choice(step.choice);
    if (const auto known = phrase_by_text_.find(written); known != phrase_by_text_.end()) return known->second;
    const auto added = sequence(source);
    if (added) phrase_by_text_[std::move(written)] = *added;
    return added;
  }

  Result<ChoiceId> choice(const Choice& source) {
    const std::string key = print_choice(source);
    if (const auto known = choice_by_text_.find(key); known != choice_by_text_.end()) return known->second;
    Members members;
    if (auto added = add_members(source, members); !added) return tl::unexpected(added.error());
    CompiledChoice compiled;
    if (!members.terms.empty()) {
      auto words = word_class(members.terms);
      if (!words) return tl::unexpected(words.error());
      compiled.words = compiled.first = *words;
    }
    if (compiled.first == none || !members.first.empty()) {
      append(members.first, members.terms);
      const auto first = word_class(std::move(members.first));
      if (!first) return tl::unexpected(first.error());
      compiled.first = *first;
    }
    compiled.phrases = std::move(members.phrases);
    compiled.split_verbs = std::move(members.split_verbs);
    compiled.doers = std::move(members.doers);
    compiled_.choices.push_back(std::move(compiled));
    return choice_by_text_[key] = static_cast<ChoiceId>(compiled_.choices.size() - 1);
  }

  Result<SequenceId> sequence(const Sequence& source) {
    CompiledSequence compiled;
    for (const Step& step : source.steps) {
      auto id = choice(step.choice);
      if (!id) return tl::unexpected(id.error());
      compiled.push_back({step.gap, *id, compiled_.choices[*id].first});
    }
    waking_.push_back(waking_classes(compiled));
    compiled_.sequences.push_back(std::move(compiled));
    return static_cast<SequenceId>(compiled_.sequences.size() - 1);
  }

  Result<ClassId> word_class(std::vector<TermId> terms) {
    make_unique(terms);
    if (const auto known = class_by_terms_.find(terms); known != class_by_terms_.end()) return known->second;
    const auto id = static_cast<ClassId>(compiled_.triggers.size());
    classes_of_term_.resize(terms_.size());
    for (const TermId term : terms) {
      if (auto added = add_pattern(compiled_.index, terms_[term], id); !added) return tl::unexpected(added.error());
      classes_of_term_[term].push_back(id);
    }
    compiled_.triggers.emplace_back();
    class_terms_.push_back(terms);
    return class_by_terms_[std::move(terms)] = id;
  }

  Result<void> add_rule(const LabelledRule& source) {
    assert(source.label < source_.labels.size());
    CompiledRule rule;
    rule.label = source.label;
    rule.strength = static_cast<float>(source.rule->strength);
    rule.joiners = source.rule->joiners;
    for (const Sequence& operand : source.rule->operands) {
      auto id = sequence(operand);
      if (!id) return tl::unexpected(id.error());
      rule.operands.push_back(*id);
    }
    for (const Exclusion& exclusion : source.rule->exclusions) {
      auto id = choice(exclusion.choice);
      if (!id) return tl::unexpected(id.error());
      rule.exclusions.push_back({exclusion.where, *id});
    }
    add_required(rule);
    add_triggers(rule, static_cast<std::uint32_t>(compiled_.rules.size()));
    compiled_.rules.push_back(std::move(rule));
    return {};
  }

  void add_required(CompiledRule& rule) const {
    for (std::size_t i = 0; i < first_sentence_operands(rule); ++i) {
      for (const CompiledStep& step : compiled_.sequences[rule.operands[i]]) rule.required.push_back(step.first);
    }
    make_unique(rule.required);
    // What has the fewest words first: most sentences lack one of those.
    std::stable_sort(rule.required.begin(), rule.required.end(),
                     [this](ClassId a, ClassId b) { return class_terms_[a].size() < class_terms_[b].size(); });
  }

  void add_triggers(CompiledRule& rule, std::uint32_t id) {
    const CompiledSequence& first = compiled_.sequences[rule.operands.front()];
    const bool plain = rule.operands.size() == 1 && rule.exclusions.empty() && has_few_ways(first) &&
                       std::all_of(first.begin(), first.end(), [this](const CompiledStep& step) {
                         return compiled_.choices[step.choice].one_word();
                       });
    if (plain) {
      Triggers& triggers = compiled_.triggers[compiled_.choices[first.front().choice].words];
      (first.size() == 1 ? triggers.single : triggers.sequence).push_back(id);
      FirstNeed& need = compiled_.first_needs.emplace_back();
      if (first.size() > 1) need = {compiled_.choices[first[1].choice].words, static_cast<std::uint32_t>(first[1].gap) + 1};
      return;
    }
    // Any operand must hold, so the rarest may wake the rule. A paragraph rule is woken by its first sentence only.
    const auto paragraph = std::find_if(rule.joiners.begin(), rule.joiners.end(),
                                        [](const Joiner& joiner) { return joiner.kind == Joiner::Kind::paragraph; });
    const auto end = rule.operands.begin() + (paragraph - rule.joiners.begin()) + 1;
    std::vector<ClassId> best;
    for (auto operand = rule.operands.begin(); operand != end; ++operand) {
      const std::vector<ClassId>& classes = waking_[*operand];
      if (best.empty() || weight(classes) < weight(best)) best = classes;
    }
    for (const ClassId word_class : best) compiled_.triggers[word_class].other.push_back(id);
    if (best.size() == 1) std::erase(rule.required, best.front());  // it is there, or the rule would not be woken
    compiled_.first_needs.push_back({rule.required.empty() ? none : rule.required.front(), 0});
  }

  std::size_t weight(const std::vector<ClassId>& classes) const {
    std::size_t sum = 0;
    for (const ClassId id : classes) sum += class_terms_[id].size();
    return sum;
  }

  void add_waking_classes(const CompiledChoice& choice, std::vector<ClassId>& classes) const {
    if (choice.words != none) classes.push_back(choice.words);
    for (const SplitVerb& split : choice.split_verbs) classes.push_back(split.verb);
    for (const CompiledPhrase& phrase : choice.phrases) append(classes, waking_[phrase.sequence]);
    for (const ChoiceId doer : choice.doers) add_waking_classes(compiled_.choices[doer], classes);
  }

  ClassId rarest_of(const CompiledSequence& sequence) const {
    const auto fewer = [this](const CompiledStep& a, const CompiledStep& b) {
      return class_terms_[a.first].size() < class_terms_[b.first].size();
    };
    return std::min_element(sequence.begin(), sequence.end(), fewer)->first;
  }

  // Every match of the sequence holds a word of one of these.
  std::vector<ClassId> waking_classes(const CompiledSequence& sequence) const {
    std::vector<ClassId> best;
    for (const CompiledStep& step : sequence) {
      std::vector<ClassId> classes;
      add_waking_classes(compiled_.choices[step.choice], classes);
      make_unique(classes);
      if (best.empty() || weight(classes) < weight(best)) best = std::move(classes);
    }
    return best;
  }

  const RuleSetSource& source_;
  CompiledRules compiled_;
  std::vector<std::vector<ClassId>> waking_;  // by sequence
  TextMap<ChoiceId> choice_by_text_;
  TextMap<SequenceId> phrase_by_text_;
  std::map<std::string, Members> members_by_set_;
  TermTable terms_;
  boost::unordered_flat_map<std::vector<TermId>, ClassId, TermsHash> class_by_terms_;
  std::vector<std::vector<TermId>> class_terms_;
  std::vector<std::vector<ClassId>> classes_of_term_;
};

}  // namespace

Result<RuleSet> RuleSet::compile(const RuleSetSource& source) {
  auto compiled = Compiler(source).run();
  if (!compiled) return tl::unexpected(compiled.error());
  return RuleSet(std::move(*compiled));
}

}  // namespace codeboom
