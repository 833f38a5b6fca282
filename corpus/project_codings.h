// Private to project*.cc: people's codings as the file has them, each with what is wrong with it.
#pragma once

#include <functional>
#include <string_view>

#include "corpus/project_database.h"

namespace codeboom {

// In the order of Project::codings(). The second argument of `use` is an Error when the coding's quote is not
// the text at its place. Errors: throws SQLite::Exception.
void for_each_coding(Connection& connection, std::string_view coder, std::string_view document,
                     const std::function<void(Coding, Result<void>)>& use);

}  // namespace codeboom
