// Numbers that never change, in memory that their copies share: a vector of one's own, or a stretch of a file that is mapped.
#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace codeboom {

template <class Number>
class SharedNumbers {
 public:
  SharedNumbers() = default;
  SharedNumbers(std::vector<Number> own) {  // a vector of numbers is such numbers
    auto kept = std::make_shared<const std::vector<Number>>(std::move(own));
    numbers_ = *kept;
    owner_ = std::move(kept);
  }
  // `owner` keeps `numbers` where they are.
  SharedNumbers(std::shared_ptr<const void> owner, std::span<const Number> numbers)
      : owner_(std::move(owner)), numbers_(numbers) {}

  operator std::span<const Number>() const { return numbers_; }
  std::size_t size() const { return numbers_.size(); }
  const Number* data() const { return numbers_.data(); }
  const Number* begin() const { return numbers_.data(); }
  const Number* end() const { return numbers_.data() + numbers_.size(); }
  const Number& operator[](std::size_t place) const { return numbers_[place]; }
  friend bool operator==(const SharedNumbers& a, const SharedNumbers& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  std::shared_ptr<const void> owner_;
  std::span<const Number> numbers_;
};

}  // namespace codeboom
