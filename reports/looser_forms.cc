#include "reports/looser_forms.h"

#include <algorithm>
#include <set>

#include "engine/match/looser.h"
#include "reports/hits_in_context.h"

namespace codeboom {
namespace {

constexpr std::size_t most_examples = 2;

}  // namespace

LooserFormCounter::LooserFormCounter(const Rule& rule) {
  for (Rule& form : looser_forms(rule)) forms_.emplace_back().rule = std::move(form);
}

void LooserFormCounter::add(const Document& document, const Tokens& tokens, const std::vector<Match>& matches) {
  std::set<std::uint32_t> hit;  // sentences of the rule itself
  for (const Match& match : matches) {
    if (match.rule == 0) hit.insert(match.sentence);
  }
  std::set<std::uint32_t> here;  // forms that the document was counted for
  for (const Match& match : matches) {
    if (match.rule == 0 || match.rule > forms_.size() || hit.contains(match.sentence)) continue;
    LooserForm& form = forms_[match.rule - 1];
    ++form.sentences;
    if (hit.empty() && here.insert(match.rule).second) ++form.documents;
    if (form.examples.size() == most_examples) continue;
    form.examples.push_back(
        {document.metadata.id, on_one_line(document.text[tokens.sentences[match.sentence].span])});
  }
}

std::vector<LooserForm> LooserFormCounter::adding(std::size_t most) const {
  std::vector<LooserForm> adding;
  for (const LooserForm& form : forms_) {
    if (form.sentences > 0) adding.push_back(form);
  }
  std::stable_sort(adding.begin(), adding.end(),
                   [](const LooserForm& a, const LooserForm& b) { return a.sentences > b.sentences; });
  if (adding.size() > most) adding.resize(most);
  return adding;
}

}  // namespace codeboom
