#include "reports/agreement_report.h"

#include <algorithm>

#include "reports/set_agreement.h"

namespace codeboom {
namespace {

// A row before it is measured: which code or level it is about, and the codes whose units it adds up.
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

Asked together_of(std::optional<std::uint32_t> code, int level, std::vector<std::uint32_t> codes) {
  return {{code, level, codes.size(), {}}, std::move(codes)};
}

AskedRows rows_for(const Codebook& codebook, const std::vector<bool>& given, int level, std::optional<std::uint32_t> within) {
  AskedRows asked;
  asked.rows.push_back(together_of({}, level, codes_at(codebook, level, within)));
  for (int each = 1; each <= level; ++each) {
    auto codes = codes_at(codebook, each, within);
    if (!codes.empty()) asked.rows.push_back(together_of({}, each, std::move(codes)));
  }
  asked.levels = asked.rows.size() - 1;
  const auto in_scope = [&](std::uint32_t code) {
    return given[code] && codebook.codes[code].level <= level && (!within || is_within(codebook, code, *within));
  };
  for (std::uint32_t code = 0; code < codebook.codes.size(); ++code) {
    if (!in_scope(code) || at_depth(codebook, code, level) == code) continue;
    asked.rows.push_back(together_of(code, codebook.codes[code].level, codes_at(codebook, level, code)));
  }
  asked.branches = asked.rows.size() - 1 - asked.levels;
  for (std::uint32_t code = 0; code < codebook.codes.size(); ++code) {
    if (in_scope(code)) asked.rows.push_back({{code, codebook.codes[code].level, 1, {}}, {code}});
  }
  return asked;
}

std::vector<std::uint32_t> code_and_below(const Codebook& codebook, std::uint32_t code) {
  std::vector<std::uint32_t> codes;
  for (std::uint32_t at = 0; at < codebook.codes.size(); ++at) {
    if (is_within(codebook, at, code)) codes.push_back(at);
  }
  return codes;
}

template <class M>
std::vector<ReportedMeasure> reported(const std::vector<M>& measures) {
  std::vector<ReportedMeasure> result;
  for (const M measure : measures) result.push_back({std::string(name_of(measure)), name_for_people(measure), about(measure), heading(measure)});
  return result;
}

std::vector<RowAgreement> measure_units(const LinedUp& work, const Codebook& codebook, const AskedRows& asked, AgreementReport& report) {
  AgreementRequest& request = report.request;
  if (request.measures.empty()) request.measures = measures_for(work.coders.size(), request.scope);
  report.measures = reported(request.measures);
  const std::vector<YesNo> documents = yes_no(work, codebook, request.unit);
  std::vector<YesRow> rows;
  for (const Asked& one : asked.rows) rows.push_back(row_of(documents, one.codes));
  if (request.scope == Scope::all) {
    report.whole = set_agreement(work, codebook, request.unit, report.level, request.code, request.tree, request.bootstrap);
  }
  return agreement_of(documents, static_cast<std::uint32_t>(work.coders.size()), rows, request.measures, request.bootstrap);
}

std::vector<RowAgreement> measure_passages(const LinedUp& work, const Codebook& codebook, const AskedRows& asked, AgreementReport& report) {
  AgreementRequest& request = report.request;
  if (request.passage_measures.empty()) request.passage_measures = passage_measures_for(work.coders.size(), request.scope);
  report.measures = reported(request.passage_measures);
  std::vector<PassageRow> rows;
  for (const Asked& one : asked.rows) {
    PassageRow& row = rows.emplace_back();
    for (const std::uint32_t code : one.codes) row.sets.push_back(code_and_below(codebook, code));
  }
  const RolledUp rolled = rolled_up(work, codebook, report.level);
  TogetherAgreement all = together(rolled.work, codes_at(codebook, report.level, request.code), request.scope, request.bootstrap);
  report.whole = std::move(all.coefficients);
  report.coverage = all.coverage;
  return passage_agreement(work, rows, request.passage_measures, request.segment_threshold, request.bootstrap);
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
  auto measured = request.unit == UnitKind::span ? measure_passages(work, codebook, asked, report)
                                                 : measure_units(work, codebook, asked, report);
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
