// Reading files whole and writing them so that nobody ever sees half of one.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/result.h"

namespace codeboom {

inline constexpr std::uint64_t default_size_limit = 64ull * 1024 * 1024;  // bytes of one input document

// "-" is standard input. Errors: not_found; bad_input when it is larger than `limit` or is a folder; unavailable.
Result<std::string> read_file(const std::string& path, std::uint64_t limit = default_size_limit);

// As read_file(), but in blocks, for files that need not be in memory at once. An error can come after blocks were used.
Result<void> for_each_block(const std::string& path, std::uint64_t limit, const std::function<void(std::string_view)>& use);

// A file as memory: only what is looked at is read. For data that this program writes, which is replaced as a whole and never shortened.
class MappedFile {
 public:
  // Errors: those of read_file().
  static Result<std::shared_ptr<const MappedFile>> open(const std::string& path, std::uint64_t limit);
  ~MappedFile();
  std::string_view bytes() const { return {static_cast<const char*>(begin_), size_}; }

 private:
  MappedFile(const void* begin, std::size_t size) : begin_(begin), size_(size) {}
  const void* begin_;
  std::size_t size_;
};

// Writes to a temporary file beside `path` and renames it at finish(); without finish() nothing is left behind.
// "-" is standard output.
class OutputFile {
 public:
  // Errors: unavailable, with the reason the system gives; not_found when the folder does not exist.
  static Result<OutputFile> create(const std::string& path);
  OutputFile(OutputFile&&) noexcept;
  OutputFile& operator=(OutputFile&&) noexcept;
  ~OutputFile();

  void write(std::string_view bytes);  // errors are kept for finish()
  Result<void> finish();

 private:
  struct State;
  explicit OutputFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

Result<void> write_file(const std::string& path, std::string_view bytes);

// With the folders above it; nothing when it is there. Errors: unavailable.
Result<void> make_folder(const std::string& path);

}  // namespace codeboom
