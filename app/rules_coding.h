// Documents coded on the spot by the rules of a codebook, for reports that need another codebook than the project was coded with.
#pragma once

#include <functional>

#include "app/machine_run.h"
#include "app/report_kinds.h"

namespace codeboom {

// `count` documents; what they are and what the rules of `codebook` find in them, as a machine's suggestions of a run that is kept nowhere.
// Errors: those of reading and of compile_rules; usage "interrupted" after Ctrl-C. With `refused` a document that cannot be read is
// reported to it and left out.
Result<Material> coded_by_rules(const Codebook& codebook, std::size_t count, const std::function<Result<Document>(std::size_t)>& read,
                                ReadingPlace reading, const std::function<void(const Error&)>& refused = {});

// The documents in view, coded with the codebook of this id: the chosen one when that is it; what people coded with the project's latest
// version of it; or the rules of the shipped one, run now.
Result<Material> material_with(const ReportSource& source, const std::string& id);

}  // namespace codeboom
