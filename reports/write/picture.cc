#include "reports/write/picture.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "message_keys/office.h"

extern char** environ;

namespace codeboom {
namespace {

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using TemporaryFile = std::unique_ptr<std::FILE, FileCloser>;  // without a name, gone when closed

// One conversion that was started. Files and no pipes: nobody waits for a reader, so all can run at once.
struct Conversion {
  pid_t process = 0;
  TemporaryFile png;
};

tl::unexpected<Error> not_converted(MessageValue reason) {
  return fail(ErrorKind::unavailable, msg::office_not_converted, {{"reason", std::move(reason)}});
}

tl::unexpected<Error> not_converted(int error) { return not_converted(std::string(std::strerror(error))); }

int spawned(pid_t& process, std::FILE* svg, std::FILE* png, std::string width) {
  std::string program = "rsvg-convert", format = "--format=png", white = "--background-color=white",
              ratio = "--keep-aspect-ratio";
  char* arguments[] = {program.data(), format.data(), white.data(), ratio.data(), width.data(), nullptr};
  posix_spawn_file_actions_t actions;
  if (const int error = posix_spawn_file_actions_init(&actions); error != 0) return error;
  posix_spawn_file_actions_adddup2(&actions, fileno(svg), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, fileno(png), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1, 0);  // 1: for writing
  const int error = posix_spawnp(&process, program.c_str(), &actions, nullptr, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

Result<Conversion> started(const std::string& svg, int pixels) {
  const TemporaryFile input(std::tmpfile());
  Conversion conversion{0, TemporaryFile(std::tmpfile())};
  if (!input || !conversion.png) return not_converted(errno);
  if (std::fwrite(svg.data(), 1, svg.size(), input.get()) != svg.size() || std::fflush(input.get()) != 0)
    return not_converted(errno);
  std::rewind(input.get());
  const int error =
      spawned(conversion.process, input.get(), conversion.png.get(), "--width=" + std::to_string(pixels));
  if (error == ENOENT) return fail(ErrorKind::unavailable, msg::office_no_converter);
  if (error != 0) return not_converted(error);
  return conversion;
}

Result<std::string> finished(const Conversion& conversion) {
  int status = 0;
  while (waitpid(conversion.process, &status, 0) < 0) {
    if (errno != EINTR) return not_converted(errno);
  }
  if (status != 0) {
    const std::int64_t code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return not_converted(std::vector<Message>{{msg::office_exit_status, {{"status", code}}}});
  }
  std::string png;
  char part[65536];
  std::rewind(conversion.png.get());
  while (const std::size_t got = std::fread(part, 1, sizeof part, conversion.png.get()))
    png.append(part, got);
  return png;
}

}  // namespace

Result<std::vector<std::string>> png_of(const std::vector<std::string>& svgs, int pixels) {
  std::vector<Conversion> conversions;
  std::vector<std::string> pngs;
  tl::expected<void, Error> outcome;
  for (const std::string& svg : svgs) {
    auto conversion = started(svg, pixels);
    if (!conversion) {
      outcome = tl::unexpected(conversion.error());
      break;
    }
    conversions.push_back(std::move(*conversion));
  }
  for (const Conversion& conversion : conversions) {  // also after an error: none is left behind
    auto png = finished(conversion);
    if (png)
      pngs.push_back(std::move(*png));
    else if (outcome)
      outcome = tl::unexpected(png.error());
  }
  if (!outcome) return tl::unexpected(outcome.error());
  return pngs;
}

}  // namespace codeboom
