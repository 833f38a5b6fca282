#include "message_keys/agreement.h"
#include "reports/agreement_formats.h"
#include "reports/html.h"

namespace codeboom {
namespace {

std::int64_t as_number(std::uint64_t number) { return static_cast<std::int64_t>(number); }

class Page {
 public:
  Page(const AgreementReport& report, const Codebook& codebook, UserLanguage language)
      : report_(report), codebook_(codebook), language_(language) {}

  std::string write(Thresholds thresholds, const std::string& command) {
    const std::string title = words(msg::agreeing_title, {{"coders", names_of(report_.coders, language_)}});
    html_ = "<h1>" + escaped(title) + "</h1>\n";
    for (const Message& line : opening(report_, codebook_)) paragraph(line);
    list(left_out(report_));
    if (thresholds == Thresholds::cited) {
      for (const Message& line : cited(report_)) paragraph(line);
    }
    overall();
    section(msg::agreeing_levels, report_.levels, "");
    section(msg::agreeing_branches, report_.branches, words(msg::agreeing_branches_about));
    section(msg::agreeing_codes, report_.codes,
            words(msg::agreeing_codes_about,
                  {{"unit", std::string(name_of(report_.request.unit))}, {"missing", as_number(report_.codes_not_given)}}));
    list(undefined_values(report_, codebook_, language_));
    heading(msg::agreeing_made);
    html_ += "<p><code>" + escaped(command) + "</code></p>\n";
    return page(title, html_, language_);
  }

 private:
  std::string words(MessageKey key, MessageArguments arguments = {}) const { return in_words({key, std::move(arguments)}, language_); }
  void paragraph(const Message& message) { html_ += "<p>" + escaped(in_words(message, language_)) + "</p>\n"; }
  void heading(MessageKey key, MessageArguments arguments = {}) {
    html_ += "<h2>" + escaped(words(key, std::move(arguments))) + "</h2>\n";
  }
  void list(const std::vector<Message>& lines) {
    if (lines.empty()) return;
    html_ += "<ul>\n";
    for (const Message& line : lines) html_ += "<li>" + escaped(in_words(line, language_)) + "</li>\n";
    html_ += "</ul>\n";
  }

  void open_table(const std::string& caption) {
    html_ += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + escaped(caption) + "\">\n<table>\n<caption>" +
             escaped(caption) + "</caption>\n<thead><tr>";
  }
  void column(const std::string& name, bool number) {
    html_ += std::string("<th scope=\"col\"") + (number ? " class=\"n\">" : ">") + escaped(name) + "</th>";
  }
  void cell(const std::string& text) { html_ += "<td class=\"n\">" + text + "</td>"; }

  std::string value(const Coefficient& one) const {
    if (!one.value.value && one.value.gap == msg::agreeing_ku_single) return "";
    if (!one.value.value)
      return "<span title=\"" + escaped(words(one.value.gap)) + "\">" + escaped(words(msg::agreeing_none)) + "</span>";
    std::string text = escaped(words(msg::agreeing_number, {{"value", *one.value.value + 0.0}}));
    if (one.interval) {
      text +=
          "<br><small>" + escaped(words(msg::agreeing_range, {{"low", one.interval->low}, {"high", one.interval->high}})) + "</small>";
    }
    return text;
  }

  void coefficients(const std::vector<NamedCoefficient>& all, const std::string& caption) {
    open_table(caption);
    const Table table = to_table(all, language_);
    for (std::size_t i = 0; i < table.columns.size(); ++i) column(table.columns[i].heading, i > 0);
    html_ += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
      html_ += "<tr><th scope=\"row\">" + escaped(row[0]) + "</th>";
      for (std::size_t i = 1; i < row.size(); ++i) cell(escaped(row[i]));
      html_ += "</tr>\n";
    }
    html_ += "</tbody>\n</table>\n</div>\n<ul>\n";
    for (const NamedCoefficient& one : all) {
      const std::string about = one.coefficient.value.value || !one.about ? (one.about ? in_words(*one.about, language_) : "")
                                                                          : words(one.coefficient.value.gap);
      html_ += "<li>" + escaped(in_words(one.name, language_)) + ": " + escaped(about) + ".</li>\n";
    }
    html_ += "</ul>\n";
  }

  void overall() {
    heading(msg::agreeing_overall);
    paragraph(about_pooling(report_));
    coefficients(everything_pooled(report_), words(msg::agreeing_overall));
    if (report_.whole.empty()) return;
    const MessageArguments unit = {{"unit", std::string(name_of(report_.request.unit))}};
    heading(msg::agreeing_whole, unit);
    coefficients(report_.whole, words(msg::agreeing_whole, unit));
    if (const auto hint = about_overlaps(report_)) paragraph(*hint);
    if (report_.coverage && report_.coverage->value) paragraph({msg::agreeing_coverage, {{"coverage", *report_.coverage->value}}});
  }

  void section(MessageKey key, const std::vector<AgreementRow>& rows, const std::string& about) {
    if (rows.empty()) return;
    heading(key);
    open_table(about.empty() ? words(key) : about);
    column(words(rows.front().code ? msg::agreeing_code : msg::agreeing_level), false);
    for (const std::string& coder : report_.coders) column(coder, true);
    for (const ReportedMeasure& measure : report_.measures) column(in_words(measure.heading, language_), true);
    html_ += "</tr></thead>\n<tbody>\n";
    for (const AgreementRow& row : rows) {
      const std::string name =
          row.code ? escaped(codebook_.codes[*row.code].name) + " <code>" + escaped(codebook_.codes[*row.code].id) + "</code>"
                   : escaped(words(msg::agreeing_level_row, {{"level", std::int64_t{row.level}}, {"codes", as_number(row.codes)}}));
      html_ += "<tr class=\"l" + std::to_string(row.code ? std::min(row.level, 4) : 2) + "\"><th scope=\"row\">" + name + "</th>";
      for (const CoderCount& count : row.agreement.coders) cell(std::to_string(count.yes));
      for (const Coefficient& one : row.agreement.measures) cell(value(one));
      html_ += "</tr>\n";
    }
    html_ += "</tbody>\n</table>\n</div>\n";
  }

  const AgreementReport& report_;
  const Codebook& codebook_;
  UserLanguage language_;
  std::string html_;
};

}  // namespace

std::string to_html(const AgreementReport& report, const Codebook& codebook, Thresholds thresholds, const std::string& command,
                    UserLanguage language) {
  return Page(report, codebook, language).write(thresholds, command);
}

}  // namespace codeboom
