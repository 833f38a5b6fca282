#include <unicode/utf8.h>

#include <boost/regex/icu.hpp>

#include "engine/match/compiled.h"
#include "message_keys/engine.h"

namespace codeboom {

struct WordPattern::Impl {
  std::string expression;
  boost::u32regex regex;
};

const std::string& WordPattern::expression() const { return impl_->expression; }

Result<WordPattern> WordPattern::compile(const std::string& expression) {
  try {
    WordPattern pattern;
    pattern.impl_ = std::make_shared<const Impl>(Impl{expression, boost::make_u32regex(expression)});
    return pattern;
  } catch (const std::exception& error) {  // boost::regex_error, or ICU's refusal of bad UTF-8
    return fail(ErrorKind::bad_input, msg::rule_bad_regex,
                {{"piece", expression}, {"reason", std::string(error.what())}});
  }
}

// Over code points and not over bytes: only where it can see how long the word is does the library give up in
// time.
bool WordPattern::matches(std::string_view word) const {
  std::vector<UChar32> code_points;
  for (std::size_t at = 0; at < word.size();) {
    UChar32 code_point = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(word.data()), at, word.size(), code_point);
    code_points.push_back(code_point);
  }
  const UChar32* const begin = code_points.data();
  try {
    return boost::u32regex_match(begin, begin + code_points.size(), impl_->regex);
  } catch (const std::exception&) {  // an expression that explodes on this word does not match it
    return false;
  }
}

}  // namespace codeboom
