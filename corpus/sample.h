// A random sample of documents, divided over coders with a part that two of them code independently.
//
// Who drew the sample, from how many and with what seed is kept (RecordedSample), so that anyone can draw it
// again.
//
// Source  proportional allocation to strata: Cochran (1977), Sampling Techniques, 3rd ed., sec. 5.5-5.6;
//         whole numbers by largest remainders (Hamilton). Drawing without replacement by shuffling
//         (corpus/draw.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/result.h"

namespace codeboom {

// Documents that are alike in the field by which the sample is stratified; one stratum without a name when it
// is not.
struct Stratum {
  std::string name;                    // the value; empty: documents without one
  std::vector<std::string> documents;  // ids
};

struct SampleRequest {
  std::uint64_t seed = 1;  // at most 2^63 - 1
  std::uint64_t size = 0;
  std::uint64_t overlap = 0;        // how many of these are coded twice
  std::vector<std::string> coders;  // names
  friend bool operator==(const SampleRequest&, const SampleRequest&) = default;
};

struct Sample {
  struct Part {
    std::string stratum;
    std::uint64_t population = 0;  // documents drawn from
    friend bool operator==(const Part&, const Part&) = default;
  };
  struct Drawn {
    std::string document;
    std::size_t part = 0;  // place in `parts`
    friend bool operator==(const Drawn&, const Drawn&) = default;
  };
  std::vector<Part> parts;   // by name, the empty name last
  std::vector<Drawn> drawn;  // by part, then id
  // Per coder: ids in the order in which they are to be coded.
  std::vector<std::vector<std::string>> assigned;
  friend bool operator==(const Sample&, const Sample&) = default;
};

// Of each stratum as many as its share; of those, again by share, as many coded twice. Every pair of coders
// gets about the same number of documents together, every coder the same number in all (they differ by at
// most one when the part that is not coded twice is large enough to even it out), of every stratum about as
// many. In what order a coder meets documents is chance too, so that nobody can tell which ones are coded
// twice. The same request and the same documents give the same sample, in whatever order the strata and
// documents stand. Errors: usage, when more is asked than there is, when nothing is asked, when there is
// nobody to code, or nobody to code twice; when a coder stands in the list twice.
Result<Sample> draw_sample(std::vector<Stratum> strata, const SampleRequest& request);

// Places in Sample::assigned of those who code the document.
std::vector<std::size_t> coders_of(const Sample& sample, const std::string& document);

struct RecordedSample {
  std::int64_t number = 0;  // given by the project, from 1
  std::string at;           // UTC, ISO 8601
  SampleRequest request;
  std::string stratified_by;   // the metadata field; empty: not
  std::string condition;       // what limited the documents drawn from, as the user put it; empty: nothing
  std::uint64_t left_out = 0;  // documents that met it but were coded or drawn before
  Sample sample;
  friend bool operator==(const RecordedSample&, const RecordedSample&) = default;
};

}  // namespace codeboom
