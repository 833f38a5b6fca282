// Memory in large pages where the system has them: most of what starting takes is the system handing out small ones.
#pragma once

namespace codeboom {

// Call first of all, and once. Does nothing where the system or the C library has no such thing.
void use_large_pages();

}  // namespace codeboom
