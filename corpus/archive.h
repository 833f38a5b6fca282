// Values as bytes and back, for what a build of the program keeps for itself: fields in the order in which they are declared, numbers
// as they lie in memory. Not for exchange, and not for bytes that may be damaged: who reads looks at a hash of them first.
//
// Aggregates need no code of their own. What is none says how it is kept: save() and load() beside it, as cereal asks for.
#pragma once

#include <boost/pfr.hpp>
#include <cereal/archives/binary.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>
#include <istream>
#include <sstream>
#include <streambuf>
#include <string>
#include <string_view>
#include <type_traits>

namespace codeboom {

template <class Archive, class Value>
  requires(std::is_aggregate_v<Value>)
void serialize(Archive& archive, Value& value) {
  boost::pfr::for_each_field(value, [&archive](auto& field) { archive(field); });
}

template <class Value>
std::string to_bytes(const Value& value) {
  std::ostringstream stream;
  cereal::BinaryOutputArchive archive(stream);
  archive(value);
  return std::move(stream).str();
}

// Throws cereal::Exception when the bytes end too early. Requires: to_bytes() of the same type in the same build.
template <class Value>
Value from_bytes(std::string_view bytes) {
  struct InMemory : std::streambuf {
    explicit InMemory(std::string_view all) {
      char* const begin = const_cast<char*>(all.data());  // never written to
      setg(begin, begin, begin + all.size());
    }
  } memory(bytes);
  std::istream stream(&memory);
  Value value;
  cereal::BinaryInputArchive archive(stream);
  archive(value);
  return value;
}

}  // namespace codeboom
