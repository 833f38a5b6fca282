// A rule that asks for less: what its writer could try next.
#pragma once

#include <vector>

#include "engine/match/rule.h"

namespace codeboom {

// Every form that differs from the rule in one place, in the order of the rule, each once: =x becomes x; x of at least four
// letters becomes *x and x*; a gap grows by three words (adjacent: ..2); &n becomes &, & becomes &&; an operand or an
// exclusion goes. Sets and what is excluded are left as they are. Every form can be printed and parsed.
// A form finds every sentence that the rule finds, but for three: a separable verb with a * loses its split forms, a longer match
// comes nearer to what !&n excludes, and without the operand before && the sentence of the next operand counts.
std::vector<Rule> looser_forms(const Rule& rule);

}  // namespace codeboom
