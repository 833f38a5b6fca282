#include "engine/match/check_sets.h"

#include <algorithm>
#include <set>

#include "engine/match/compiled.h"
#include "message_keys/engine.h"

namespace codeboom {
namespace {

class SetChecker {
 public:
  explicit SetChecker(const RuleSetSource& source) : source_(source) {}

  Result<std::vector<std::string>> run() {
    for (const auto& set : source_.sets) {
      std::vector<std::string> path;
      if (auto checked = check_set(set.first, path); !checked) return tl::unexpected(checked.error());
    }
    return std::move(order_);
  }

 private:
  Result<void> check_set(const std::string& name, std::vector<std::string>& path) {
    if (checked_sets_.contains(name)) return {};
    const auto set = source_.sets.find(name);
    if (set == source_.sets.end()) return fail(ErrorKind::bad_input, msg::rule_unknown_set, {{"piece", name}});
    const auto open = std::find(path.begin(), path.end(), name);
    if (open != path.end()) return cycle_error({open, path.end()}, name);
    path.push_back(name);
    for (const Choice& member : set->second) {
      if (auto checked = check_choice(member, path); !checked) return checked;
    }
    path.pop_back();
    checked_sets_.insert(name);
    order_.push_back(name);
    return {};
  }

  Result<void> check_choice(const Choice& choice, std::vector<std::string>& path) {
    for (const Atom& atom : choice) {
      Result<void> checked;
      if (atom.kind == Atom::Kind::set) checked = check_set(atom.set, path);
      if (atom.kind == Atom::Kind::phrase) {
        for (const Step& step : atom.phrase.front().steps) {
          if (checked) checked = check_choice(step.choice, path);
        }
      }
      if (atom.kind == Atom::Kind::term && atom.term.kind == Term::Kind::regex) {
        if (auto pattern = WordPattern::compile(atom.term.text); !pattern) checked = tl::unexpected(pattern.error());
      }
      if (!checked) return checked;
    }
    return {};
  }

  static tl::unexpected<Error> cycle_error(const std::vector<std::string>& path, const std::string& name) {
    std::string words;
    for (const std::string& set : path) words += "@" + set + " > ";
    return fail(ErrorKind::bad_input, msg::rule_set_cycle, {{"piece", name}, {"path", words + "@" + name}});
  }

  const RuleSetSource& source_;
  std::set<std::string> checked_sets_;
  std::vector<std::string> order_;
};

}  // namespace

Result<std::vector<std::string>> checked_sets(const RuleSetSource& source) { return SetChecker(source).run(); }

}  // namespace codeboom
