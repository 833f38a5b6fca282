#include "reports/passages_together.h"

#include <algorithm>

#include "engine/measure/gamma.h"
#include "engine/measure/unitising.h"
#include "message_keys/agreement.h"
#include "reports/passage_agreement.h"

namespace codeboom {
namespace {

constexpr std::uint32_t gamma_samples = 30;

NamedCoefficient named(std::string key, MessageKey name, MessageKey about, Coefficient value) {
  return {std::move(key), {name, {}}, std::move(value), Message{about, {}}};
}

// Disorders of several texts, each weighed by its number of passages.
struct Disorder {
  double weight = 0, observed = 0, expected = 0;
  std::uint64_t texts = 0;

  void add(const Coefficient& text, double passages) {
    if (!text.observed.value || !text.expected.value) return;
    weight += passages;
    observed += passages * *text.observed.value;
    expected += passages * *text.expected.value;
    ++texts;
  }

  Coefficient coefficient() const {
    Coefficient one = undefined_disagreement(msg::agreeing_no_passages, texts);
    if (expected == 0) return one;
    one.value = defined(1 - observed / expected);
    one.observed = defined(observed / weight);
    one.expected = defined(expected / weight);
    return one;
  }
};

std::pair<Coefficient, Coefficient> gamma_of(const std::vector<Continuum>& texts, std::uint64_t seed) {
  GammaOptions how;
  how.seed = seed;
  how.samples = gamma_samples;
  Disorder gamma, cat;
  for (const Continuum& text : texts) {
    const auto passages = static_cast<double>(span_count(text));
    if (passages == 0) continue;
    const Gamma one = gamma_agreement(without_repeats(text), how);
    gamma.add(one.gamma, passages);
    cat.add(one.gamma_cat, passages);
  }
  return {gamma.coefficient(), cat.coefficient()};
}

// Of each document; added up they give the coefficients.
class Division {
 public:
  Division(const LinedUp& work, const std::vector<std::uint32_t>& codes) : labels_(codes.size()) {
    for (const LinedUpDocument& document : work.documents) {
      texts.push_back(continuum_of(document, static_cast<std::uint32_t>(codes.size()), [&](std::uint32_t code) {
        const auto found = std::lower_bound(codes.begin(), codes.end(), code);
        return found != codes.end() && *found == code ? static_cast<Label>(found - codes.begin()) : no_label;
      }));
      counts_.push_back(count_unitising(texts.back()));
    }
  }

  UnitisingAgreement agreement(ClusterCounts drawn) const {
    UnitisingCounts sum;
    sum.labels.resize(labels_);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (drawn[i] > 0) sum.add(counts_[i], drawn[i]);
    }
    return unitising_agreement(sum);
  }

  std::vector<Continuum> texts;

 private:
  std::size_t labels_;
  std::vector<UnitisingCounts> counts_;
};

}  // namespace

PassagesTogether passages_together(const LinedUp& work, const std::vector<std::uint32_t>& codes, Scope scope,
                                   const BootstrapOptions& bootstrap) {
  const Division division(work, codes);
  const std::size_t documents = work.documents.size();
  UnitisingAgreement all = division.agreement(std::vector<std::uint32_t>(documents, 1));
  if (all.u.value.value) {
    const auto samples = resample(
        documents, 3 + codes.size(),
        [&](ClusterCounts drawn, std::span<Statistic> out) {
          const UnitisingAgreement one = division.agreement(drawn);
          out[0] = one.u.value;
          out[1] = one.binary_u.value;
          out[2] = one.cu.alpha.value;
          for (std::size_t k = 0; k < codes.size(); ++k) out[3 + k] = one.ku[k].alpha.value;
        },
        bootstrap);
    const Sampling sampling{bootstrap, IntervalKind::bootstrap_clusters};
    set_interval(all.u, samples[0], sampling);
    set_interval(all.binary_u, samples[1], sampling);
    set_interval(all.cu.alpha, samples[2], sampling);
    for (std::size_t k = 0; k < codes.size(); ++k) set_interval(all.ku[k].alpha, samples[3 + k], sampling);
  }
  PassagesTogether result;
  result.coverage = all.cu.coverage;
  result.coefficients = {named("u_alpha", msg::agreeing_u_alpha, msg::agreeing_about_u_all, all.u),
                         named("binary_u_alpha", msg::agreeing_binary_u_alpha, msg::agreeing_about_binary_u, all.binary_u),
                         named("cu_alpha", msg::agreeing_cu_alpha, msg::agreeing_about_cu, all.cu.alpha)};
  for (Covered& one : all.ku) result.ku.push_back(std::move(one.alpha));
  if (scope == Scope::all) {
    const auto [gamma, cat] = gamma_of(division.texts, bootstrap.seed);
    result.coefficients.push_back(named("gamma", msg::agreeing_gamma, msg::agreeing_about_gamma, gamma));
    result.coefficients.push_back(named("gamma_cat", msg::agreeing_gamma_cat, msg::agreeing_about_gamma_cat, cat));
  }
  return result;
}

}  // namespace codeboom
