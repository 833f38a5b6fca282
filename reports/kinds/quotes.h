// Which passage shows a code best, and how much of it is quoted.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "reports/kinds/material.h"
#include "reports/report.h"

namespace codeboom {

// Does the passage say that it is done? Not when it is denied, asked, wished for or a problem.
bool is_done(const CodedPlace& coding);

// Which passages may be quoted for a statement.
enum class Passages { done, not_done, any };

// Chooses quotations for one report: no text twice, and where there is a choice no document twice in a row. Of a code's passages come first
// those of 6 to 30 words that are a whole sentence, then those that a machine is surer of, then documents that were quoted less.
// The material must outlive it.
class QuotePicker {
 public:
  QuotePicker(const Material& material, Basis basis, UserLanguage language, std::size_t most_words);

  // Of the code or one below it. `within`: places of documents, ascending; empty: all. Nothing when there is no passage that
  // may be quoted and was not quoted before.
  std::optional<Quote> pick(std::uint32_t code, Passages passages, const std::vector<std::uint32_t>* within = nullptr);

 private:
  Quote quote_of(const CodedPlace& coding) const;

  const Material& material_;
  Basis basis_;
  UserLanguage language_;
  std::size_t most_words_;
  std::vector<std::vector<std::uint32_t>> by_code_;  // places in codings_of(material, basis)
  std::set<std::string, std::less<>> used_;          // texts
  std::map<std::uint32_t, std::uint32_t> quoted_;    // document: how often
  std::optional<std::uint32_t> last_;                // document
};

// What of a coding is quoted: its sentences with the coded words marked, when these are not too many words; otherwise the coded words,
// cut where need be, with "…" where something was left out. No document or coder.
Quote excerpt(const CodedPlace& coding, std::size_t most_words);

// "vb-03, 120–184": where a passage stands, for tables.
std::string place_in_words(const Material& material, const CodedPlace& coding);

}  // namespace codeboom
