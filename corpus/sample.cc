#include "corpus/sample.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "corpus/draw.h"
#include "message_keys/team.h"

namespace codeboom {
namespace {

using Counts = std::vector<std::uint64_t>;

std::uint64_t sum(const Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

// `total` shared out in proportion to `sizes`: the whole part of each share, then one each for the largest
// remainders, the first first. No share is above its size. Requires: total <= sum of sizes, which is not 0.
Counts shares(std::uint64_t total, const Counts& sizes) {
  const std::uint64_t all = sum(sizes);
  Counts result;
  std::vector<std::size_t> places(sizes.size());
  std::vector<std::uint64_t> remainders;
  for (const std::uint64_t size : sizes) {
    result.push_back(total * size / all);
    remainders.push_back(total * size % all);
  }
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::uint64_t left = total - sum(result), i = 0; i < left; ++i) ++result[places[i]];
  return result;
}

Result<void> check(const Counts& sizes, const SampleRequest& request) {
  const auto count = [](std::uint64_t number) { return static_cast<std::int64_t>(number); };
  if (request.coders.empty()) return fail(ErrorKind::usage, msg::sample_nobody);
  std::set<std::string> names;
  for (const std::string& name : request.coders) {
    if (!names.insert(name).second) return fail(ErrorKind::usage, msg::sample_coder_twice, {{"coder", name}});
  }
  if (request.size == 0) return fail(ErrorKind::usage, msg::sample_nothing);
  if (request.size > sum(sizes)) {
    return fail(ErrorKind::usage, msg::sample_too_large,
                {{"size", count(request.size)}, {"documents", count(sum(sizes))}});
  }
  if (request.overlap > request.size) {
    return fail(ErrorKind::usage, msg::sample_overlap_too_large,
                {{"overlap", count(request.overlap)}, {"size", count(request.size)}});
  }
  if (request.overlap > 0 && request.coders.size() < 2) return fail(ErrorKind::usage, msg::sample_alone);
  return {};
}

// Gives each document to those who have least, so that work, pairs and strata stay even all along.
class Division {
 public:
  Division(std::size_t coders, std::size_t parts) : assigned_(coders), of_part_(coders, Counts(parts)) {}

  void to_two(const std::string& document, std::size_t part) {
    std::tuple<std::uint64_t, std::uint64_t, std::uint64_t, std::size_t, std::size_t> best{};
    bool found = false;
    for (std::size_t a = 0; a < assigned_.size(); ++a) {
      for (std::size_t b = a + 1; b < assigned_.size(); ++b) {
        const std::tuple candidate{together_[{a, b}], work(a) + work(b),
                                   of_part_[a][part] + of_part_[b][part], a, b};
        if (!found || candidate < best) best = candidate;
        found = true;
      }
    }
    const std::size_t a = std::get<3>(best), b = std::get<4>(best);
    ++together_[{a, b}];
    give(document, part, a);
    give(document, part, b);
  }

  void to_one(const std::string& document, std::size_t part) {
    std::size_t best = 0;
    for (std::size_t coder = 1; coder < assigned_.size(); ++coder) {
      if (std::tuple(work(coder), of_part_[coder][part]) < std::tuple(work(best), of_part_[best][part]))
        best = coder;
    }
    give(document, part, best);
  }

  std::vector<std::vector<std::string>> in_random_order(Draw& draw) && {
    for (auto& documents : assigned_) draw.shuffle(documents);
    return std::move(assigned_);
  }

 private:
  std::uint64_t work(std::size_t coder) const { return assigned_[coder].size(); }
  void give(const std::string& document, std::size_t part, std::size_t coder) {
    assigned_[coder].push_back(document);
    ++of_part_[coder][part];
  }

  std::vector<std::vector<std::string>> assigned_;
  std::vector<Counts> of_part_;  // per coder and part: documents
  std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> together_;
};

}  // namespace

Result<Sample> draw_sample(std::vector<Stratum> strata, const SampleRequest& request) {
  std::sort(strata.begin(), strata.end(), [](const Stratum& a, const Stratum& b) {
    return std::tuple(a.name.empty(), std::string_view(a.name)) <
           std::tuple(b.name.empty(), std::string_view(b.name));
  });
  Counts sizes;
  for (Stratum& stratum : strata) {
    std::sort(stratum.documents.begin(), stratum.documents.end());
    sizes.push_back(stratum.documents.size());
  }
  if (auto checked = check(sizes, request); !checked) return tl::unexpected(checked.error());
  Draw draw(request.seed);
  const Counts sizes_drawn = shares(request.size, sizes);
  const Counts twice = shares(request.overlap, sizes_drawn);
  Sample sample;
  for (std::size_t part = 0; part < strata.size(); ++part) {
    sample.parts.push_back({strata[part].name, sizes[part]});
    draw.shuffle(strata[part].documents);
    strata[part].documents.resize(sizes_drawn[part]);
  }
  Division division(request.coders.size(), strata.size());
  for (std::size_t part = 0; part < strata.size(); ++part) {
    for (std::size_t i = 0; i < twice[part]; ++i) division.to_two(strata[part].documents[i], part);
  }
  for (std::size_t part = 0; part < strata.size(); ++part) {
    auto& documents = strata[part].documents;
    for (std::size_t i = twice[part]; i < documents.size(); ++i) division.to_one(documents[i], part);
    std::sort(documents.begin(), documents.end());
    for (const std::string& document : documents) sample.drawn.push_back({document, part});
  }
  sample.assigned = std::move(division).in_random_order(draw);
  return sample;
}

std::vector<std::size_t> coders_of(const Sample& sample, const std::string& document) {
  std::vector<std::size_t> coders;
  for (std::size_t coder = 0; coder < sample.assigned.size(); ++coder) {
    const auto& documents = sample.assigned[coder];
    if (std::find(documents.begin(), documents.end(), document) != documents.end()) coders.push_back(coder);
  }
  return coders;
}

}  // namespace codeboom
