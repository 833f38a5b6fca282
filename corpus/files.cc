#include "corpus/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cassert>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "message_keys/corpus.h"

namespace codeboom {
namespace {

constexpr std::size_t block_size = 256 * 1024;

std::string name_of_reason(int system_error) {
  switch (system_error) {
    case EACCES:
    case EPERM:
      return "permission";
    case ENOSPC:
    case EDQUOT:
      return "full";
    case EROFS:
      return "read_only";
    case ENOTDIR:
    case EEXIST:
      return "in_the_way";
    case ELOOP:
      return "loop";
    default:
      return "other";
  }
}

Error system_failure(MessageKey key, const std::string& path, int system_error) {
  return {ErrorKind::unavailable,
          {key,
           {{"file", path},
            {"reason", name_of_reason(system_error)},
            {"system", std::generic_category().message(system_error)}}}};
}

Error missing(const std::string& path) {
  return {ErrorKind::not_found, {msg::file_missing, {{"file", path}}}};
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ > STDERR_FILENO) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

std::optional<Error> fault_of(const std::string& path, const struct stat& status, std::uint64_t limit) {
  if (S_ISDIR(status.st_mode)) return Error{ErrorKind::bad_input, {msg::file_is_folder, {{"file", path}}}};
  if (!S_ISREG(status.st_mode)) return Error{ErrorKind::bad_input, {msg::file_not_regular, {{"file", path}}}};
  if (static_cast<std::uint64_t>(status.st_size) <= limit) return std::nullopt;
  return Error{ErrorKind::bad_input,
               {msg::file_too_large,
                {{"file", path},
                 {"size", std::int64_t{status.st_size}},
                 {"limit", static_cast<std::int64_t>(limit)}}}};
}

tl::unexpected<Error> grew_too_large(std::uint64_t limit) {
  return fail(ErrorKind::bad_input, msg::file_input_too_large, {{"limit", static_cast<std::int64_t>(limit)}});
}

// How many bytes came; none at the end.
Result<std::size_t> read_some(int descriptor, const std::string& path, char* target, std::size_t most) {
  for (;;) {
    const ssize_t count = ::read(descriptor, target, most);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) return tl::unexpected(system_failure(msg::file_cannot_read, path, errno));
  }
}

// Reads to the end, but never more than `limit` + 1 bytes: a file can grow, and standard input has no size.
Result<std::string> read_all(int descriptor, const std::string& path, std::size_t expected,
                             std::uint64_t limit) {
  std::string bytes;
  std::size_t size = 0;
  while (size <= limit) {
    if (size == bytes.size()) bytes.resize(size == 0 ? expected + 1 : size + size / 2 + block_size);
    const auto count = read_some(descriptor, path, bytes.data() + size, bytes.size() - size);
    if (!count) return tl::unexpected(count.error());
    if (*count == 0) break;
    size += *count;
  }
  if (size > limit) return grew_too_large(limit);
  bytes.resize(size);
  return bytes;
}

struct OpenedFile {
  Descriptor descriptor;
  std::size_t size = 0;
};

Result<OpenedFile> open_to_read(const std::string& path, std::uint64_t limit) {
  // Without O_NONBLOCK opening a named pipe would wait for somebody to write to it.
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return tl::unexpected(missing(path));
    return tl::unexpected(system_failure(msg::file_cannot_read, path, errno));
  }
  struct stat status = {};
  if (::fstat(file.number(), &status) != 0) {
    return tl::unexpected(system_failure(msg::file_cannot_read, path, errno));
  }
  if (auto fault = fault_of(path, status, limit)) return tl::unexpected(std::move(*fault));
  return OpenedFile{std::move(file), static_cast<std::size_t>(status.st_size)};
}

// The file that `path` finally names, so that a link stays a link and its target is replaced.
std::string target_of(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_symlink(path, error)) return path;
  const auto target = std::filesystem::canonical(path, error);
  return error ? path : target.string();
}

std::string temporary_beside(const std::string& path) {
  static std::atomic<unsigned> counter{0};
  const auto folder = std::filesystem::path(path).parent_path();
  const std::string name =
      ".codeboom-" + std::to_string(::getpid()) + "-" + std::to_string(++counter) + ".tmp";
  return (folder / name).string();
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::uint64_t limit) {
  if (path == "-") return read_all(STDIN_FILENO, path, block_size, limit);
  const auto file = open_to_read(path, limit);
  if (!file) return tl::unexpected(file.error());
  return read_all(file->descriptor.number(), path, file->size, limit);
}

Result<void> for_each_block(const std::string& path, std::uint64_t limit, const std::function<void(std::string_view)>& use) {
  const auto file = open_to_read(path, limit);
  if (!file) return tl::unexpected(file.error());
  std::string block(block_size, '\0');
  for (std::uint64_t size = 0;;) {
    const auto count = read_some(file->descriptor.number(), path, block.data(), block.size());
    if (!count) return tl::unexpected(count.error());
    if (*count == 0) return {};
    if ((size += *count) > limit) return grew_too_large(limit);
    use(std::string_view(block).substr(0, *count));
  }
}

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::string& path, std::uint64_t limit) {
  const auto file = open_to_read(path, limit);
  if (!file) return tl::unexpected(file.error());
  const void* begin = nullptr;  // an empty file cannot be mapped
  if (file->size > 0) {
    begin = ::mmap(nullptr, file->size, PROT_READ, MAP_PRIVATE, file->descriptor.number(), 0);
    if (begin == MAP_FAILED) return tl::unexpected(system_failure(msg::file_cannot_read, path, errno));
  }
  return std::shared_ptr<const MappedFile>(new MappedFile(begin, file->size));
}

MappedFile::~MappedFile() {
  if (size_ > 0) ::munmap(const_cast<void*>(begin_), size_);
}

struct OutputFile::State {
  std::string path;
  std::string temporary;  // empty when writing goes straight to its goal: standard output or a device
  int descriptor = -1;
  int system_error = 0;  // the first one
  std::string waiting = {};

  State(std::string path_given, std::string temporary_given, int descriptor_given)
      : path(std::move(path_given)), temporary(std::move(temporary_given)), descriptor(descriptor_given) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    close();
    if (!temporary.empty()) ::unlink(temporary.c_str());
  }

  void remember(bool succeeded) {
    if (!succeeded && system_error == 0) system_error = errno;
  }
  void flush() {
    for (std::string_view rest = waiting; !rest.empty() && system_error == 0;) {
      const ssize_t count = ::write(descriptor, rest.data(), rest.size());
      if (count < 0 && errno == EINTR) continue;
      remember(count >= 0);
      if (count > 0) rest.remove_prefix(static_cast<std::size_t>(count));
    }
    waiting.clear();
  }
  void close() {
    if (descriptor > STDERR_FILENO) remember(::close(descriptor) == 0);
    descriptor = -1;
  }
};

OutputFile::OutputFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
OutputFile::OutputFile(OutputFile&&) noexcept = default;
OutputFile& OutputFile::operator=(OutputFile&&) noexcept = default;
OutputFile::~OutputFile() = default;

Result<OutputFile> OutputFile::create(const std::string& path) {
  if (path == "-") return OutputFile(std::make_unique<State>(path, "", STDOUT_FILENO));
  const std::string target = target_of(path);
  struct stat status = {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    return fail(ErrorKind::unavailable, msg::file_is_folder, {{"file", path}});
  }
  const bool device = exists && !S_ISREG(status.st_mode);
  const std::string temporary = device ? "" : temporary_beside(target);
  const int descriptor = device ? ::open(target.c_str(), O_WRONLY | O_CLOEXEC)
                                : ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    if (errno == ENOENT || errno == ENOTDIR) {
      return fail(ErrorKind::not_found, msg::file_folder_missing, {{"file", path}});
    }
    return tl::unexpected(system_failure(msg::file_cannot_write, path, errno));
  }
  return OutputFile(std::make_unique<State>(target, temporary, descriptor));
}

void OutputFile::write(std::string_view bytes) {
  assert(state_ && state_->descriptor >= 0);
  state_->waiting += bytes;
  if (state_->waiting.size() >= block_size) state_->flush();
}

Result<void> OutputFile::finish() {
  assert(state_ && state_->descriptor >= 0);
  State& state = *state_;
  state.flush();
  if (state.temporary.empty()) {
    state.close();
  } else {
    if (state.system_error == 0) state.remember(::fsync(state.descriptor) == 0);
    state.close();
    if (state.system_error == 0) state.remember(::rename(state.temporary.c_str(), state.path.c_str()) == 0);
    if (state.system_error == 0) state.temporary.clear();
  }
  if (state.system_error == 0) return {};
  return tl::unexpected(system_failure(msg::file_cannot_write, state.path, state.system_error));
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  auto file = OutputFile::create(path);
  if (!file) return tl::unexpected(file.error());
  file->write(bytes);
  return file->finish();
}

Result<void> make_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (!error && std::filesystem::is_directory(path, error)) return {};
  return tl::unexpected(system_failure(msg::file_cannot_make_folder, path, error ? error.value() : EEXIST));
}

}  // namespace codeboom
