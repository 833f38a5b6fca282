#include "codebook/beside.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>

namespace codeboom {
namespace {

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

[[noreturn]] void answer(int file, pid_t parent, const std::function<std::string()>& work) {
  signal(SIGINT, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // whoever stops the program stops this too
  const bool is_wanted = getppid() == parent;
  _exit(is_wanted && write_all(file, work()) ? 0 : 1);
}

}  // namespace

Beside::Beside(const std::function<std::string()>& work) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return;
  const pid_t parent = getpid();
  copy_ = fork();
  if (copy_ == 0) {
    close(ends[0]);
    answer(ends[1], parent, work);
  }
  close(ends[1]);
  if (copy_ > 0) {
    answers_ = ends[0];
  } else {
    close(ends[0]);
  }
}

Beside::~Beside() {
  if (answers_ >= 0) close(answers_);
  if (copy_ <= 0) return;
  kill(copy_, SIGKILL);
  waitpid(copy_, nullptr, 0);
}

std::optional<std::string> Beside::collect() {
  if (copy_ <= 0) return std::nullopt;
  std::string bytes;
  std::array<char, 65536> some{};
  ssize_t count = 0;
  while ((count = read(answers_, some.data(), some.size())) != 0) {
    if (count > 0) bytes.append(some.data(), static_cast<std::size_t>(count));
    if (count < 0 && errno != EINTR) break;
  }
  int status = 0;
  const bool ended = waitpid(copy_, &status, 0) == copy_;
  copy_ = -1;
  if (count != 0 || !ended || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return bytes;
}

}  // namespace codeboom
