// How the program ends, for scripts. The README lists these.
#pragma once

#include "corpus/result.h"

namespace codeboom {

enum class ExitStatus : int {
  success = 0,
  remarks = 1,      // done, but not everything is well: a document refused, an example that fails
  usage = 2,        // the command line cannot be understood
  bad_input = 3,    // a file's content is wrong
  not_found = 4,    // a file, document, coder or code does not exist
  unavailable = 5,  // the system refuses
  conflict = 6,     // it would overwrite or contradict what is there
  interrupted = 130
};

inline ExitStatus status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage: return ExitStatus::usage;
    case ErrorKind::bad_input: return ExitStatus::bad_input;
    case ErrorKind::not_found: return ExitStatus::not_found;
    case ErrorKind::unavailable: return ExitStatus::unavailable;
    case ErrorKind::conflict: return ExitStatus::conflict;
  }
  return ExitStatus::unavailable;
}

}  // namespace codeboom
