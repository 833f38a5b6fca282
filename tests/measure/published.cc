// The figures of publications and of the reference implementations that were run on their data: vectors/*.json.
#include "tests/measure/vectors.h"

#include "tests/catch.h"

using namespace codeboom::test;

#define PUBLICATION(name) \
  TEST_CASE("published figures are reproduced: " name, "[measure]") { check_vectors(name); }

PUBLICATION("agresti_1992")
PUBLICATION("artstein_poesio_2008")
PUBLICATION("brennan_prediger_1981")
PUBLICATION("cohen_1960")
PUBLICATION("dkpro")
PUBLICATION("fleiss_1971")
PUBLICATION("freelon_2010")
PUBLICATION("gwet_2008_paradox")
PUBLICATION("gwet_2014")
PUBLICATION("hayes_krippendorff_2007")
PUBLICATION("irr")
PUBLICATION("krippendorff_1980")
PUBLICATION("krippendorff_1995")
PUBLICATION("krippendorff_2004")
PUBLICATION("krippendorff_2018")
PUBLICATION("randolph_2005")
PUBLICATION("warrens_2012")
PUBLICATION("zwick_1988")
