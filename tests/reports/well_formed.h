// Is this XML as a strict reader wants it? Enough of the rules for what we write: tags nest and close,
// attributes are quoted and occur once, `&` and `<` are only what they mean, ids are unique.
#pragma once

#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace codeboom {

class WellFormed {
 public:
  explicit WellFormed(std::string_view xml) : rest_(xml) {}

  // Empty when it is; otherwise what is wrong first.
  std::string fault() {
    while (!rest_.empty() && fault_.empty()) rest_[0] == '<' ? tag() : text(take_until("<"));
    if (fault_.empty() && !open_.empty()) fault_ = "not closed: " + open_.back();
    return fault_;
  }

 private:
  std::string_view take_until(std::string_view any) {
    const std::string_view taken = rest_.substr(0, rest_.find_first_of(any));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  void text(std::string_view words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (static_cast<unsigned char>(words[i]) < 0x20 && words[i] != '\n') fault_ = "control character";
      if (words[i] != '&') continue;
      const std::string_view entity = words.substr(i, words.find(';', i) - i);
      if (entity != "&amp" && entity != "&lt" && entity != "&gt" && entity != "&quot" && entity != "&#39")
        fault_ = "bare & in " + std::string(words);
    }
    if (open_.empty() && words.find_first_not_of(" \n") != std::string_view::npos)
      fault_ = "text outside: " + std::string(words);
  }

  void tag() {
    rest_.remove_prefix(1);
    const bool closes = rest_.starts_with('/');
    if (closes) rest_.remove_prefix(1);
    const std::string name(take_until(" />"));
    if (closes) {
      if (open_.empty() || open_.back() != name) return void(fault_ = "closes what is not open: " + name);
      open_.pop_back();
    } else {
      open_.push_back(name);
    }
    std::set<std::string_view> attributes;
    while (rest_.starts_with(' ') && fault_.empty()) attribute(attributes);
    if (rest_.starts_with('/') && !open_.empty()) {
      open_.pop_back();
      rest_.remove_prefix(1);
    }
    if (!rest_.starts_with('>')) fault_ += "unfinished tag: " + name;
    rest_.remove_prefix(std::min<std::size_t>(1, rest_.size()));
  }

  void attribute(std::set<std::string_view>& seen) {
    rest_.remove_prefix(1);
    const std::string_view name = take_until("=> ");
    if (!rest_.starts_with("=\"") || !seen.insert(name).second)
      return void(fault_ = "attribute " + std::string(name));
    rest_.remove_prefix(2);
    const std::string_view value = take_until("\"<");
    text(value);
    if (!rest_.starts_with('"')) return void(fault_ = "value of " + std::string(name));
    if (name == "id" && !ids_.insert(value).second) fault_ = "id twice: " + std::string(value);
    rest_.remove_prefix(1);
  }

  std::string_view rest_;
  std::vector<std::string> open_;
  std::set<std::string_view> ids_;
  std::string fault_;
};

}  // namespace codeboom
