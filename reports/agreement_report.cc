#include "reports/agreement_report.h"

#include <algorithm>

#include "reports/passages_together.h"
#include "reports/set_agreement.h"

namespace codeboom {
namespace {

// A row before it is measured: which code or level it is about, and the codes that it pools.
struct Asked {
  AgreementRow row;
  std::vector<std::uint32_t> codes;
};

struct AskedRows {
  std::vector<Asked> rows;  // overall, levels, branches, codes
  std::size_t levels = 0, branches = 0;
};

// The codes that a coding of `code` counts for: itself and all above it.
void mark_given(const Codebook& codebook, std::uint32_t code, std::vector<bool>& given) {
  for (auto at = static_cast<std::int32_t>(code); at >= 0; at = codebook.codes[static_cast<std::size_t>(at)].parent) {
    given[static_cast<std::size_t>(at)] = true;
  }
}

std::vector<bool> given_codes(const LinedUp& work, const Codebook& codebook) {
  std::vector<bool> given(codebook.codes.size());
  for (const LinedUpDocument& document : work.documents) {
    for (const auto& codings : document.coders) {
      if (!codings) continue;
      for (const PlacedCode& coding : *codings) mark_given(codebook, coding.code, given);
    }
  }
  return given;
}

// Those that somebody gave; all of them when nobody gave any, so that the row can say why it is empty.
std::vector<std::uint32_t> given_of(std::vector<std::uint32_t> codes, const std::vector<bool>& given) {
  const bool any = std::any_of(codes.begin(), codes.end(), [&](std::uint32_t code) { return given[code]; });
  if (any) std::erase_if(codes, [&](std::uint32_t code) { return !given[code]; });
  return codes;
}

Asked pooled(std::optional<std::uint32_t> code, int level, std::vector<std::uint32_t> codes) {
  return {{code, level, codes.size(), {}}, std::move(codes)};
}

AskedRows rows_for(const Codebook& codebook, const std::vector<bool>& given, int level, std::optional<std::uint32_t> within) {
  AskedRows asked;
  asked.rows.push_back(pooled({}, level, given_of(codes_at(codebook, level, within), given)));
  for (int each = 1; each <= level; ++each) {
    auto codes = codes_at(codebook, each, within);
    if (!codes.empty()) asked.rows.push_back(pooled({}, each, given_of(std::move(codes), given)));
  }
  asked.levels = asked.rows.size() - 1;
  const auto in_scope = [&](std::uint32_t code) {
    return given[code] && codebook.codes[code].level <= level && (!within || is_within(codebook, code, *within));
  };
  for (std::uint32_t code = 0; code < codebook.codes.size(); ++code) {
    if (!in_scope(code) || at_depth(codebook, code, level) == code) continue;
    asked.rows.push_back(pooled(code, codebook.codes[code].level, given_of(codes_at(codebook, level, code), given)));
  }
  asked.branches = asked.rows.size() - 1 - asked.levels;
  for (std::uint32_t code = 0; code < codebook.codes.size(); ++code) {
    if (in_scope(code)) asked.rows.push_back({{code, codebook.codes[code].level, 1, {}}, {code}});
  }
  return asked;
}

std::vector<std::vector<std::uint32_t>> codes_of(const AskedRows& asked) {
  std::vector<std::vector<std::uint32_t>> rows;
  for (const Asked& one : asked.rows) rows.push_back(one.codes);
  return rows;
}

template <class M>
std::vector<ReportedMeasure> reported(const std::vector<M>& measures) {
  std::vector<ReportedMeasure> result;
  for (const M measure : measures)
    result.push_back({std::string(name_of(measure)), name_for_people(measure), about(measure), heading(measure)});
  return result;
}

std::vector<RowAgreement> measure_units(const LinedUp& work, const Codebook& codebook, const AskedRows& asked,
                                        AgreementReport& report) {
  AgreementRequest& request = report.request;
  if (request.measures.empty()) request.measures = measures_for(work.coders.size(), request.scope);
  report.measures = reported(request.measures);
  if (request.scope == Scope::all) {
    report.whole = set_agreement(work, codebook, request.unit, report.level, request.code, request.tree, request.sampling);
  }
  const std::vector<YesNo> drawn = request.sampling.drawn == IntervalKind::bootstrap_units
                                       ? yes_no_by_unit(work, codebook, request.unit)
                                       : yes_no(work, codebook, request.unit);
  return agreement_of(drawn, static_cast<std::uint32_t>(work.coders.size()), codes_of(asked), request.measures, request.sampling);
}

// (k)u of each code that stands for itself at the compared level.
void put_ku(const AskedRows& asked, const std::vector<std::uint32_t>& codes, const std::vector<Coefficient>& ku,
            const std::vector<PassageMeasure>& measures, std::vector<RowAgreement>& measured) {
  const auto column =
      static_cast<std::size_t>(std::find(measures.begin(), measures.end(), PassageMeasure::ku_alpha) - measures.begin());
  if (column == measures.size()) return;
  for (std::size_t i = 1 + asked.levels + asked.branches; i < measured.size(); ++i) {
    const auto code = std::lower_bound(codes.begin(), codes.end(), *asked.rows[i].row.code);
    if (code == codes.end() || *code != *asked.rows[i].row.code) continue;
    measured[i].measures[column] = ku[static_cast<std::size_t>(code - codes.begin())];
  }
}

std::vector<RowAgreement> measure_passages(const LinedUp& work, const Codebook& codebook, const AskedRows& asked,
                                           AgreementReport& report) {
  AgreementRequest& request = report.request;
  if (request.passage_measures.empty()) request.passage_measures = passage_measures_for(work.coders.size(), request.scope);
  report.measures = reported(request.passage_measures);
  const std::vector<std::uint32_t> codes = codes_at(codebook, report.level, request.code);
  PassagesTogether all =
      passages_together(rolled_up(work, codebook, report.level).work, codes, request.scope, request.sampling.bootstrap);
  auto measured = passage_agreement(work, codebook, codes_of(asked), request.passage_measures, request.segment_threshold,
                                    request.sampling.bootstrap);
  put_ku(asked, codes, all.ku, request.passage_measures, measured);
  report.whole = std::move(all.coefficients);
  report.coverage = all.coverage;
  return measured;
}

void count_units(const LinedUp& work, AgreementReport& report) {
  const auto units_in = [&](std::uint64_t sentences, std::uint64_t code_points) {
    return report.request.unit == UnitKind::document ? 1 : report.request.unit == UnitKind::sentence ? sentences : code_points;
  };
  for (const LinedUpDocument& document : work.documents) {
    report.documents.push_back(document.document.metadata.id);
    report.units += units_in(document.sentences.size(), document.document.text.code_points());
  }
  std::string last;  // one document may be left out for several coders
  for (const DocumentLeftOut& one : work.documents_left_out) {
    const bool compared = std::find(report.documents.begin(), report.documents.end(), one.id) != report.documents.end();
    if (!compared && one.id != last) report.units_left_out += units_in(one.sentences, one.code_points);
    last = one.id;
  }
}

}  // namespace

AgreementReport agreement_report(const LinedUp& work, const Codebook& codebook, const AgreementRequest& request) {
  AgreementReport report;
  report.request = request;
  report.level = std::min(request.level.value_or(deepest_level(codebook)), deepest_level(codebook));
  report.coders = work.coders;
  report.documents_left_out = work.documents_left_out;
  report.codings_left_out = work.codings_left_out;
  report.moved = work.moved;
  report.above_level = rolled_up(work, codebook, report.level).above;
  count_units(work, report);
  const std::vector<bool> given = given_codes(work, codebook);
  for (const std::uint32_t code : codes_at(codebook, report.level, request.code)) report.codes_not_given += given[code] ? 0 : 1;
  const AskedRows asked = rows_for(codebook, given, report.level, request.code);
  auto measured =
      request.unit == UnitKind::span ? measure_passages(work, codebook, asked, report) : measure_units(work, codebook, asked, report);
  for (std::size_t i = 0; i < measured.size(); ++i) {
    AgreementRow row = asked.rows[i].row;
    row.agreement = std::move(measured[i]);
    if (i == 0) {
      report.overall = std::move(row);
    } else if (i <= asked.levels) {
      report.levels.push_back(std::move(row));
    } else if (i <= asked.levels + asked.branches) {
      report.branches.push_back(std::move(row));
    } else {
      report.codes.push_back(std::move(row));
    }
  }
  return report;
}

}  // namespace codeboom
