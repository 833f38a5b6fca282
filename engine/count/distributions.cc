#include "engine/count/distributions.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/hypergeometric.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cassert>

namespace codeboom {
namespace {

namespace bm = boost::math;
// Boost reports through errno instead of throwing; what is asked here is inside every domain (see the
// header).
using Quiet = bm::policies::policy<bm::policies::domain_error<bm::policies::errno_on_error>,
                                   bm::policies::pole_error<bm::policies::errno_on_error>,
                                   bm::policies::overflow_error<bm::policies::errno_on_error>,
                                   bm::policies::evaluation_error<bm::policies::errno_on_error>,
                                   bm::policies::rounding_error<bm::policies::errno_on_error>,
                                   bm::policies::indeterminate_result_error<bm::policies::errno_on_error>>;
using Drawn = bm::hypergeometric_distribution<double, Quiet>;

Drawn distribution(const Hypergeometric& from) {
  assert(from.marked <= from.population && from.drawn <= from.population && from.population < (1ULL << 31));
  return Drawn(static_cast<unsigned>(from.marked), static_cast<unsigned>(from.drawn),
               static_cast<unsigned>(from.population));
}

}  // namespace

double normal_deviate(double level) {
  assert(level > 0 && level < 1);
  return bm::quantile(bm::normal_distribution<double, Quiet>(), 0.5 + level / 2);
}

double beta_quantile(double a, double b, double probability) {
  assert(a > 0 && b > 0 && probability > 0 && probability < 1);
  return bm::quantile(bm::beta_distribution<double, Quiet>(a, b), probability);
}

double chi_square_tail(double degrees, double value) {
  assert(degrees > 0 && value >= 0);
  return bm::cdf(bm::complement(bm::chi_squared_distribution<double, Quiet>(degrees), value));
}

double Hypergeometric::probability(std::uint64_t found) const {
  if (found < least() || found > most()) return 0;
  return bm::pdf(distribution(*this), static_cast<double>(found));
}

double Hypergeometric::at_most(std::uint64_t found) const {
  if (found < least()) return 0;
  if (found >= most()) return 1;
  return bm::cdf(distribution(*this), static_cast<double>(found));
}

double Hypergeometric::at_least(std::uint64_t found) const {
  if (found <= least()) return 1;
  if (found > most()) return 0;
  return bm::cdf(bm::complement(distribution(*this), static_cast<double>(found - 1)));
}

}  // namespace codeboom
