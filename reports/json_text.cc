#include "reports/json_text.h"

#include <boost/json.hpp>

namespace codeboom {

std::string quoted(std::string_view text) { return boost::json::serialize(boost::json::string(text)); }

}  // namespace codeboom
