// The standard streams: results on standard output, everything else on standard error.
#pragma once

#include <cstdint>
#include <string_view>

#include "app/exit_status.h"
#include "corpus/result.h"

namespace codeboom {

void print(std::string_view text);  // standard output
void note(const Message& message, UserLanguage language);      // standard error, a line
ExitStatus complain(const Error& error, UserLanguage language);  // the same, and the status to end with

// Width of the terminal in characters; 100 when standard output is none. COLUMNS overrules.
std::size_t output_width();

// True once Ctrl-C was pressed; a second one ends the program at once.
void watch_for_interrupt();
bool interrupted();

// A line on standard error that is rewritten while work goes on; silent when standard error is no terminal, and for work that
// takes under half a second.
class ProgressBar {
 public:
  ProgressBar(MessageKey what, std::uint64_t total, UserLanguage language);
  ~ProgressBar();  // wipes the line
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  void done(std::uint64_t count);

 private:
  MessageKey what_;
  std::uint64_t total_;
  UserLanguage language_;
  bool visible_ = false;
  bool drawn_ = false;
  std::int64_t started_ms_ = 0, drawn_ms_ = 0;
};

}  // namespace codeboom
