#include "app/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "message_keys/app.h"

namespace codeboom {
namespace {

std::atomic<bool> interrupt_seen{false};

void on_interrupt(int signal) {
  interrupt_seen.store(true);
  std::signal(signal, SIG_DFL);
}

std::int64_t now_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

}  // namespace

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void note(const Message& message, UserLanguage language) {
  const std::string line = in_words(message, language) + '\n';
  std::fflush(stdout);
  std::fwrite(line.data(), 1, line.size(), stderr);
}

ExitStatus complain(const Error& error, UserLanguage language) {
  note({msg::app_error, {{"reason", std::vector<Message>{error.message}}}}, language);
  return status_of(error.kind);
}

std::size_t output_width() {
  constexpr std::size_t narrowest = 40, when_unknown = 100;
  if (const char* columns = std::getenv("COLUMNS")) {
    const long width = std::strtol(columns, nullptr, 10);
    if (width > 0) return std::clamp<std::size_t>(static_cast<std::size_t>(width), narrowest, 1000);
  }
  winsize size{};
  if (isatty(STDOUT_FILENO) != 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return std::max<std::size_t>(size.ws_col, narrowest);
  }
  return when_unknown;
}

void watch_for_interrupt() { std::signal(SIGINT, on_interrupt); }

bool interrupted() { return interrupt_seen.load(); }

ProgressBar::ProgressBar(MessageKey what, std::uint64_t total, UserLanguage language)
    : what_(what), total_(total), language_(language), visible_(isatty(STDERR_FILENO) != 0), started_ms_(now_ms()) {}

ProgressBar::~ProgressBar() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
}

void ProgressBar::done(std::uint64_t count) {
  if (!visible_) return;
  const std::int64_t now = now_ms();
  if (now - started_ms_ < 500 || now - drawn_ms_ < 100) return;
  drawn_ms_ = now;
  drawn_ = true;
  constexpr std::uint64_t cells = 24;
  const std::uint64_t full = total_ == 0 ? cells : cells * std::min(count, total_) / total_;
  std::string bar;
  for (std::uint64_t i = 0; i < cells; ++i) bar += i < full ? "█" : "░";
  const std::string words = in_words({what_, {{"done", static_cast<std::int64_t>(count)},
                                              {"total", static_cast<std::int64_t>(total_)}}},
                                     language_);
  std::fprintf(stderr, "\r\x1b[K%s %s", bar.c_str(), words.c_str());
  std::fflush(stderr);
}

}  // namespace codeboom
