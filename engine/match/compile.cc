#include <algorithm>
#include <boost/container_hash/hash.hpp>
#include <cassert>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "engine/language/words.h"
#include "engine/match/built_in_words.h"
#include "engine/match/check_sets.h"
#include "engine/match/class_index.h"
#include "engine/match/compiled.h"
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

using TermId = std::uint32_t;

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
    std::vector<TermId> terms, first;  // first: every word that can begin a match
    std::vector<CompiledPhrase> phrases;
    std::vector<SplitVerb> split_verbs;
    std::vector<ChoiceId> doers;

    void add(const Members& more) {
      const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
      append(terms, more.terms), append(first, more.first), append(phrases, more.phrases);
      append(split_verbs, more.split_verbs), append(doers, more.doers);
    }
    void make_unique() {
      const auto each_once = [](auto& list) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
      };
      each_once(terms), each_once(first), each_once(phrases), each_once(split_verbs), each_once(doers);
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
        members.first.insert(members.first.end(), class_terms_[first].begin(), class_terms_[first].end());
      } else {
        add_term(interned(atom.term), members);
      }
    }
    members.make_unique();
    return {};
  }

  Result<void> add_doer(Atom atom, Members& members) {
    atom.as_doer = false;
    const auto anywhere = choice({std::move(atom)});
    if (!anywhere) return tl::unexpected(anywhere.error());
    members.doers.push_back(*anywhere);
    const auto& first = class_terms_[compiled_.choices[*anywhere].first];
    members.first.insert(members.first.end(), first.begin(), first.end());
    return {};
  }

  void add_term(TermId term, Members& members) {
    members.terms.push_back(term);
    members.first.push_back(term);
    const auto verb = split_verbs_.find(term);
    if (verb == split_verbs_.end()) return;
    const TermId particle = interned({Term::Kind::lemma, verb->second.particle});
    const TermId stem = interned({Term::Kind::lemma, verb->second.verb});
    const bool preposition = std::find(std::begin(preposition_particles), std::end(preposition_particles),
                                       verb->second.particle) != std::end(preposition_particles);
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
      auto words = word_class(std::move(members.terms));
      if (!words) return tl::unexpected(words.error());
      compiled.words = *words;
    }
    const auto first = word_class(std::move(members.first));
    if (!first) return tl::unexpected(first.error());
    compiled.first = *first;
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

  static std::string key_of(const Term& term) {
    const bool as_written = term.kind == Term::Kind::exact || term.kind == Term::Kind::regex;
    return std::to_string(static_cast<int>(term.kind)) + (as_written ? term.text : fold(term.text));
  }

  // A term's number: the same for terms that match the same words. Sets are spelled out in thousands of choices, so what a
  // term costs is paid once.
  TermId interned(const Term& term) {
    std::string written = std::to_string(static_cast<int>(term.kind)) + term.text;
    if (const auto known = term_as_written_.find(written); known != term_as_written_.end()) return known->second;
    const auto [place, added] = term_by_key_.try_emplace(key_of(term), static_cast<TermId>(terms_.size()));
    if (added) {
      terms_.push_back(term);
      const auto split = term.kind == Term::Kind::lemma ? separable_verb(fold(term.text)) : std::nullopt;
      if (split) split_verbs_.emplace(place->second, *split);
    }
    return term_as_written_[std::move(written)] = place->second;
  }

  Result<ClassId> word_class(std::vector<TermId> terms) {
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
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
    rule.strength = static_cast<float>(source.rule.strength);
    rule.joiners = source.rule.joiners;
    for (const Sequence& operand : source.rule.operands) {
      auto id = sequence(operand);
      if (!id) return tl::unexpected(id.error());
      rule.operands.push_back(*id);
    }
    for (const Exclusion& exclusion : source.rule.exclusions) {
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
    std::set<ClassId> required;
    for (std::size_t i = 0; i < first_sentence_operands(rule); ++i) {
      for (const CompiledStep& step : compiled_.sequences[rule.operands[i]]) {
        required.insert(step.first);
      }
    }
    rule.required.assign(required.begin(), required.end());
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
    std::set<ClassId> best;
    for (auto operand = rule.operands.begin(); operand != end; ++operand) {
      const std::set<ClassId>& classes = waking_[*operand];
      if (best.empty() || weight(classes) < weight(best)) best = classes;
    }
    for (const ClassId word_class : best) compiled_.triggers[word_class].other.push_back(id);
    if (best.size() == 1) std::erase(rule.required, *best.begin());  // it is there, or the rule would not be woken
    compiled_.first_needs.push_back({rule.required.empty() ? none : rule.required.front(), 0});
  }

  std::size_t weight(const std::set<ClassId>& classes) const {
    std::size_t sum = 0;
    for (const ClassId id : classes) sum += class_terms_[id].size();
    return sum;
  }

  void add_waking_classes(const CompiledChoice& choice, std::set<ClassId>& classes) const {
    if (choice.words != none) classes.insert(choice.words);
    for (const SplitVerb& split : choice.split_verbs) classes.insert(split.verb);
    for (const CompiledPhrase& phrase : choice.phrases) {
      classes.insert(waking_[phrase.sequence].begin(), waking_[phrase.sequence].end());
    }
    for (const ChoiceId doer : choice.doers) add_waking_classes(compiled_.choices[doer], classes);
  }

  ClassId rarest_of(const CompiledSequence& sequence) const {
    const auto fewer = [this](const CompiledStep& a, const CompiledStep& b) {
      return class_terms_[a.first].size() < class_terms_[b.first].size();
    };
    return std::min_element(sequence.begin(), sequence.end(), fewer)->first;
  }

  // Every match of the sequence holds a word of one of these.
  std::set<ClassId> waking_classes(const CompiledSequence& sequence) const {
    std::set<ClassId> best;
    for (const CompiledStep& step : sequence) {
      std::set<ClassId> classes;
      add_waking_classes(compiled_.choices[step.choice], classes);
      if (best.empty() || weight(classes) < weight(best)) best = std::move(classes);
    }
    return best;
  }

  const RuleSetSource& source_;
  CompiledRules compiled_;
  std::vector<std::set<ClassId>> waking_;  // by sequence
  TextMap<ChoiceId> choice_by_text_;
  TextMap<SequenceId> phrase_by_text_;
  std::map<std::string, Members> members_by_set_;
  std::vector<Term> terms_;
  TextMap<TermId> term_as_written_, term_by_key_;
  boost::unordered_flat_map<TermId, SeparableVerb> split_verbs_;
  boost::unordered_flat_map<std::vector<TermId>, ClassId, boost::hash<std::vector<TermId>>> class_by_terms_;
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
