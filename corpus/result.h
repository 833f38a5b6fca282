// What a function returns when what came from outside (a file, a rule, a project, a request) can be wrong.
#pragma once

#include <tl/expected.hpp>

#include "corpus/messages/message.h"

namespace codeboom {

// What went wrong, in the sense of the exit statuses that the README documents.
enum class ErrorKind {
  usage,        // the command line or a request cannot be understood
  bad_input,    // a file's content is wrong: encoding, format, rule, reference
  not_found,    // the file or the thing named does not exist
  unavailable,  // the system refuses: permission, disk full, a project that another program holds
  conflict,     // it would overwrite or contradict what is there
};

struct Error {
  ErrorKind kind;
  Message message;  // one sentence: what is wrong, where, and what to do
};

template <class T>
using Result = tl::expected<T, Error>;

// Shorthand for `return fail(kind, msg::key, {{"file", name}})`.
inline tl::unexpected<Error> fail(ErrorKind kind, MessageKey key, MessageArguments arguments = {}) {
  return tl::unexpected<Error>(Error{kind, Message{key, std::move(arguments)}});
}

}  // namespace codeboom
