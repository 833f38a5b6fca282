#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "app/command.h"

int main(int argc, char** argv) {
  try {
    const auto status = codeboom::run_program(std::vector<std::string>(argv + 1, argv + argc));
    if (std::fflush(stdout) != 0) return static_cast<int>(codeboom::ExitStatus::unavailable);
    return static_cast<int>(status);
  } catch (const std::exception& error) {  // memory, mostly; our own code throws nothing
    std::fprintf(stderr, "codeboom: %s\n", error.what());
    return static_cast<int>(codeboom::ExitStatus::unavailable);
  }
}
