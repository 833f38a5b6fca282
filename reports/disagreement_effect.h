// What settling one disagreement would do to Krippendorff's alpha.
//
// Alpha is nominal, of yes and no, and computed as it is, and twice more as if this one disagreement were settled: the second coder says
// what the first said, or the first what the second said. The effect is the mean of the two (of the one that is defined) minus what
// alpha is now. All codes of the compared level together: pooled as in yes_no_agreement.h, so that it is the alpha that `agree` opens
// with. Of a code: that code alone.
// Unit    of alpha: document, sentence or, for spans, character.
// Cost    of one disagreement: proportional to the codings of its document.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "codebook/disagreements.h"
#include "engine/measure/ratings.h"
#include "engine/measure/statistic.h"
#include "engine/measure/yes_no_agreement.h"

namespace codeboom {

struct Effect {
  Statistic now, as_first, as_second;  // alpha
  std::optional<double> value() const;
};

struct CodeEffect {
  std::uint32_t code = 0;
  Effect effect;
};

struct EffectOfDisagreement {
  Effect overall;
  std::vector<CodeEffect> codes;  // of either side's code, when it is one of the compared level; the first coder's first
};

class DisagreementEffects {
 public:
  // `codes`: those that overall alpha takes together. Both references must outlive this.
  DisagreementEffects(const LinedUp& work, const Codebook& codebook, UnitKind unit, const std::vector<std::uint32_t>& codes);

  Statistic overall() const;
  EffectOfDisagreement of(const Disagreement& disagreement) const;

 private:
  const LinedUp& work_;
  const Codebook& codebook_;
  UnitKind unit_;
  struct OfCode {
    YesTable said;     // in all documents
    YesNoParts parts;  // of alpha
  };
  // As it is, but for those codes that stand in `instead`.
  Statistic pooled(const std::map<std::uint32_t, YesNoParts>& instead) const;

  std::map<std::uint32_t, OfCode> codes_;
};

}  // namespace codeboom
