// Work beside this process, in a copy of it that runs on another processor.
//
// Why not a thread: liblinear draws from the C library's one random generator, so two trainings in one process would not give the
// same numbers twice.
#pragma once

#include <sys/types.h>

#include <functional>
#include <optional>
#include <string>

namespace codeboom {

class Beside {
 public:
  // Starts at once. The work must not use files, threads or the terminal, and answers with bytes.
  explicit Beside(const std::function<std::string()>& work);
  ~Beside();
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;

  // Waits for the bytes. Nothing when the copy could not be made or came to harm: then the work is still to be done.
  std::optional<std::string> collect();

 private:
  pid_t copy_ = -1;
  int answers_ = -1;
};

}  // namespace codeboom
