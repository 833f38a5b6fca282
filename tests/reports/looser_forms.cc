#include "reports/looser_forms.h"

#include "reports/concordance_formats.h"
#include "tests/match/fixture.h"

namespace codeboom {
namespace {

std::vector<LooserForm> added_to(const std::string& rule, const std::vector<std::string>& texts, std::size_t most) {
  LooserFormCounter counter(match_test::rule_of(rule));
  RuleSetSource source = match_test::source_of({rule});
  for (const LooserForm& form : counter.forms()) source.rules.push_back({0, form.rule});
  Matcher matcher = match_test::matcher_of(source);
  for (const std::string& text : texts) {
    Document document;
    document.metadata.id = "d" + std::to_string(&text - texts.data() + 1);
    document.text = match_test::valid(Text::from_utf8(text));
    document.blocks = {{BlockKind::paragraph, 0, document.text.whole()}};
    const auto matches = matcher.matches(document.text, document.blocks);
    counter.add(document, matcher.tokens(), matches);
  }
  return counter.adding(most);
}

std::string shown(const std::vector<LooserForm>& forms) {
  std::string text;
  for (const LooserForm& form : forms) {
    text += (text.empty() ? "" : " / ") + print_rule(form.rule) + " " + std::to_string(form.sentences) + " " +
            std::to_string(form.documents);
  }
  return text;
}

const std::vector<std::string> texts = {
    "Een app voor wie vraagt. Een app. Een app\nhier. Een app daar.", "Een app. Niets. Wie vraagt?", "Wij vragen wat."};

}  // namespace

TEST_CASE("what a looser form adds is what the rule itself does not hit, most first") {
  CHECK(shown(added_to("app & vragen", texts, 10)) == "app && vragen 4 1 / app 4 1 / vragen 2 2");
}

TEST_CASE("a looser form has two examples, on one line, and there are no more forms than asked for") {
  const auto forms = added_to("app & vragen", texts, 1);
  REQUIRE(forms.size() == 1);
  CHECK(forms.front().examples ==
        std::vector<LooserForm::Example>{{"d1", "Een app."}, {"d1", "Een app hier."}});
}

TEST_CASE("looser forms that add nothing are left out") {
  CHECK(added_to("=app", {"Een app."}, 10).empty());
  CHECK(added_to("wij", {"Wij vragen."}, 10).empty());
}

}  // namespace codeboom
