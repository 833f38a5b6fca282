#include "reports/run_report.h"

#include <map>

#include "message_keys/reports.h"
#include "reports/html.h"
#include "reports/tally_formats.h"

namespace codeboom {
namespace {

class Page {
 public:
  Page(const RunReport& report, UserLanguage language) : report_(report), language_(language) {}

  std::string write() {
    const std::string title = words(msg::report_title, {{"title", report_.codebook->title}});
    html_ = "<h1>" + escaped(title) + "</h1>\n<p class=\"lead\">" + escaped(in_words(headline(report_.tally), language_)) +
            "</p>\n<p class=\"note\">" + text(msg::tally_suggestions_note) + "</p>\n";
    overview();
    all_codes();
    quotations();
    not_found();
    documents();
    remarks();
    made();
    return page(title, html_, language_);
  }

 private:
  std::string words(MessageKey key, MessageArguments arguments = {}) const {
    return in_words({key, std::move(arguments)}, language_);
  }
  std::string text(MessageKey key, MessageArguments arguments = {}) const {
    return escaped(words(key, std::move(arguments)));
  }

  void heading(MessageKey key) { html_ += "<h2>" + text(key) + "</h2>\n"; }

  // A table that is wider than the page can be scrolled, also with the keyboard.
  void open_table(MessageKey caption, std::initializer_list<std::pair<MessageKey, bool>> columns) {
    html_ += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + text(caption) + "\">\n<table>\n<caption>" +
             text(caption) + "</caption>\n<thead><tr>";
    for (const auto& [key, number] : columns) {
      html_ += std::string("<th scope=\"col\"") + (number ? " class=\"n\">" : ">") + text(key) + "</th>";
    }
    html_ += "</tr></thead>\n<tbody>\n";
  }
  void close_table() { html_ += "</tbody>\n</table>\n</div>\n"; }

  std::string bar(const TallyRow& row) const {
    const auto value = share(report_.tally, row);
    if (!value) return text(msg::tally_no_share);
    const int tenths = static_cast<int>(*value * 80 + 0.5);  // of a rem: 8 rem is everything
    return "<span class=\"track\"><span class=\"bar\" style=\"width:" + std::to_string(tenths / 10) + "." +
           std::to_string(tenths % 10) + "rem\" aria-hidden=\"true\"></span>" +
           text(msg::tally_per_cent, {{"share", *value}}) + "</span>";
  }

  static std::string number_cell(const std::string& value) { return "<td class=\"n\">" + value + "</td>"; }

  void overview() {
    heading(msg::report_overview);
    open_table(msg::report_overview_caption, {{msg::tally_name, false}, {msg::tally_n, true}, {msg::tally_share, false}});
    for (const TallyRow& row : report_.tally.rows) {
      if (row.level != 1) continue;
      html_ += "<tr><th scope=\"row\">" + escaped(row.name) + "</th>" + number_cell(std::to_string(row.n())) + "<td>" +
               bar(row) + "</td></tr>\n";
    }
    close_table();
  }

  void all_codes() {
    heading(msg::report_all_codes);
    open_table(msg::report_all_codes_caption, {{msg::tally_name, false},
                                               {msg::tally_n, true},
                                               {msg::tally_share, false},
                                               {msg::tally_mentions, true},
                                               {msg::tally_documents, false}});
    for (const TallyRow& row : report_.tally.rows) {
      std::string ids;
      if (row.leaf) {
        for (const std::string& id : row.documents) ids += (ids.empty() ? "" : ", ") + escaped(id);
      }
      const std::string name = row.n() > 0 && report_.quotations != nullptr
                                   ? "<a href=\"#c-" + escaped(row.code) + "\">" + escaped(row.name) + "</a>"
                                   : escaped(row.name);
      const std::string mark = row.trusted == false ? " °" : "";
      html_ += "<tr class=\"l" + std::to_string(std::min(row.level, 4)) + "\"><th scope=\"row\">" + name + mark + "</th>" +
               number_cell(std::to_string(row.n())) + "<td>" + bar(row) + "</td>" +
               number_cell(std::to_string(row.mentions)) + "<td>" + ids + "</td></tr>\n";
    }
    close_table();
    if (distrusts_any(report_.tally)) html_ += "<p>" + text(msg::tally_not_trusted) + "</p>\n";
  }

  std::string marked(const Quotation& quotation) const {
    std::string html;
    std::size_t at = 0;
    for (const auto& [begin, end] : quotation.marks) {
      html += escaped(std::string_view(quotation.text).substr(at, begin - at)) + "<mark>" +
              escaped(std::string_view(quotation.text).substr(begin, end - begin)) + "</mark>";
      at = end;
    }
    return html + escaped(std::string_view(quotation.text).substr(at));
  }

  std::string flags_in_words(Flags flags) const {
    std::string html;
    for (const auto& [flag, key] : {std::pair{Flag::negation, msg::flag_negation},
                                    {Flag::question, msg::flag_question},
                                    {Flag::goal, msg::flag_goal},
                                    {Flag::wish, msg::flag_wish},
                                    {Flag::problem, msg::flag_problem},
                                    {Flag::back_off, msg::flag_back_off}}) {
      if (has(flags, flag)) html += "; " + text(key);
    }
    return html;
  }

  void quotations() {
    heading(msg::report_quotations);
    html_ += "<p>" + text(msg::report_quotations_lead) + "</p>\n";
    for (std::uint32_t i = 0; i < report_.tally.rows.size(); ++i) {
      const TallyRow& row = report_.tally.rows[i];
      if (row.n() == 0) continue;
      const Code& code = report_.codebook->codes[i];
      html_ += "<h3 id=\"c-" + escaped(row.code) + "\">" + escaped(row.name) + "</h3>\n";
      if (!code.definition.empty()) html_ += "<p>" + escaped(code.definition) + "</p>\n";
      html_ += "<p class=\"meta\">" +
               text(msg::report_found_in, {{"n", static_cast<std::int64_t>(row.n())},
                                           {"documents", static_cast<std::int64_t>(report_.tally.documents)},
                                           {"code", row.code}}) +
               "</p>\n";
      for (const Quotation& quotation : report_.quotations->of(i)) {
        html_ += "<blockquote>" + marked(quotation) + "<footer>" +
                 text(msg::report_quotation_source, {{"document", quotation.document}, {"score", quotation.score}}) +
                 flags_in_words(quotation.flags) + "</footer></blockquote>\n";
      }
    }
  }

  void not_found() {
    std::string names;
    std::int64_t count = 0;
    for (const TallyRow& row : report_.tally.rows) {
      if (!row.leaf || row.n() > 0) continue;
      names += (count++ == 0 ? "" : "; ") + row.name;
    }
    if (count == 0) return;
    heading(msg::report_not_found);
    html_ += "<p>" + text(msg::report_not_found_lead, {{"n", count}, {"names", names}}) + "</p>\n";
  }

  void documents() {
    std::map<std::string, int> elements;
    for (const TallyRow& row : report_.tally.rows) {
      if (!row.leaf) continue;
      for (const std::string& id : row.documents) ++elements[id];
    }
    heading(msg::report_documents);
    open_table(msg::report_documents_caption, {{msg::report_document, false},
                                               {msg::report_document_title, false},
                                               {msg::report_sector, false},
                                               {msg::report_year, false},
                                               {msg::report_elements, true}});
    for (const Metadata& document : report_.documents) {
      std::string sectors;
      for (const std::string& sector : document.sector) sectors += (sectors.empty() ? "" : ", ") + escaped(sector);
      html_ += "<tr><th scope=\"row\">" + escaped(document.id) + "</th><td>" + escaped(document.title) + "</td><td>" +
               sectors + "</td><td>" + (document.jaar ? std::to_string(*document.jaar) : "") + "</td>" +
               number_cell(std::to_string(elements[document.id])) + "</tr>\n";
    }
    close_table();
  }

  void remarks() {
    if (report_.remarks.empty()) return;
    heading(msg::report_remarks);
    html_ += "<ul>\n";
    for (const Message& remark : report_.remarks) html_ += "<li>" + escaped(in_words(remark, language_)) + "</li>\n";
    html_ += "</ul>\n";
  }

  void made() {
    heading(msg::report_made);
    html_ += "<dl class=\"made\">\n";
    const auto item = [&](MessageKey key, const std::string& value) {
      if (!value.empty()) html_ += "<dt>" + text(key) + "</dt><dd>" + value + "</dd>\n";
    };
    item(msg::report_codebook, escaped(report_.codebook->title + " (" + report_.codebook->id_and_version() + ")"));
    item(msg::report_codebook_source, escaped(report_.codebook->source));
    item(msg::report_program, escaped(report_.program));
    item(msg::report_lexicon, escaped(report_.lexicon));
    item(msg::report_command, "<code>" + escaped(report_.command) + "</code>");
    html_ += "</dl>\n";
  }

  const RunReport& report_;
  UserLanguage language_;
  std::string html_;
};

}  // namespace

std::string to_html(const RunReport& report, UserLanguage language) { return Page(report, language).write(); }

}  // namespace codeboom
