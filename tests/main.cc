// The one place that runs all tests; Catch2 of Debian 12 (v2) or later (v3).
#define CATCH_CONFIG_RUNNER
#include "tests/catch.h"

int main(int argc, char** argv) { return Catch::Session().run(argc, argv); }
