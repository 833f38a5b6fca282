#include "corpus/joined.h"
#include "message_keys/settle.h"
#include "reports/disagreement_formats.h"
#include "reports/html.h"

namespace codeboom {
namespace {

// Boxes to tick with a pen: the page keeps nothing, so it has no fields that look as if they did.
constexpr std::string_view box = "<span class=\"box\" aria-hidden=\"true\"></span>";
constexpr std::string_view line = "<span class=\"line\" aria-hidden=\"true\"></span>";

class Sheet {
 public:
  Sheet(const DisagreementReport& report, const Codebook& codebook, UserLanguage language)
      : report_(report), codebook_(codebook), language_(language) {}

  std::string write(const std::string& command) {
    const std::string title = in_words({msg::disagreeing_title, {{"coders", joined(report_.work.coders, ", ")}}}, language_);
    html_ = "<h1>" + escaped(title) + "</h1>\n";
    for (const Message& message : about(report_, codebook_)) html_ += "<p>" + escaped(in_words(message, language_)) + "</p>\n";
    if (!report_.disagreements.empty()) decisions();
    confusions();
    html_ += "<p class=\"meta\">" + text(msg::disagreeing_made) + " <code>" + escaped(command) + "</code></p>\n";
    return page(title, html_, language_);
  }

 private:
  std::string text(MessageKey key, MessageArguments arguments = {}) const {
    return escaped(in_words({key, std::move(arguments)}, language_));
  }

  void decisions() {
    html_ += "<h2>" + text(msg::disagreeing_list) + "</h2>\n<p class=\"note\">" + text(msg::disagreeing_how_to) + "</p>\n" +
             "<p class=\"write\"><span>" + text(msg::disagreeing_who) + "</span>" + std::string(line) + "<span>" +
             text(msg::disagreeing_date) + "</span>" + std::string(line) + "</p>\n";
    for (std::size_t i = 0; i < report_.disagreements.size(); ++i) one(i + 1, report_.disagreements[i]);
  }

  void one(std::size_t number, const ReportedDisagreement& reported) {
    const Disagreement& what = reported.what;
    const Document& document = report_.work.documents[what.document].document;
    html_ += "<section class=\"decide\">\n<h3>" +
             text(msg::disagreeing_heading, {{"number", static_cast<std::int64_t>(number)},
                                             {"document", document.metadata.id},
                                             {"kind", in_words(name_for_people(what.kind), language_)}}) +
             "</h3>\n";
    if (const auto effect = reported.effect.overall.value()) {
      html_ += "<p class=\"meta\">" + text(msg::disagreeing_effect, {{"effect", *effect}}) + "</p>\n";
    }
    for (std::size_t i = 0; i < 2; ++i) side(what, i, document.text);
    html_ += "<p class=\"write\"><strong>" + text(msg::disagreeing_choices) + "</strong>";
    for (const std::string& choice : {std::string("a"), std::string("b"), text(msg::disagreeing_both), text(msg::disagreeing_neither)}) {
      html_ += "<span>" + std::string(box) + " " + choice + "</span>";
    }
    html_ += "<span>" + std::string(box) + " " + text(msg::disagreeing_other) + "</span>" + std::string(line) + "</p>\n" +
             "<p class=\"write\"><strong>" + text(msg::disagreeing_reason) + "</strong>" + std::string(line) + "</p>\n</section>\n";
  }

  // The context with what this coder coded marked; the other one's is shown once when this one has nothing there.
  void side(const Disagreement& what, std::size_t which, const Text& document) {
    const Side& side = what.sides[which];
    html_ += "<p><strong>" + std::string(which == 0 ? "a" : "b") + "</strong> " + escaped(report_.work.coders[what.coders[which]]) + ": " +
             escaped(code_in_words(side.code, codebook_, language_)) + "</p>\n";
    if (!side.code) return;
    html_ += "<blockquote>";
    for (const ContextPiece& piece : context_with(side, context_of(what, report_.work), document)) {
      html_ += piece.coded ? "<mark>" + escaped(piece.text) + "</mark>" : escaped(piece.text);
    }
    html_ += "</blockquote>\n";
  }

  void confusions() {
    bool begun = false;
    for (const Confused& confused : report_.confused) {
      std::string rows;
      for (const CodePair& pair : confused.pairs) {
        if (pair.first == pair.second) continue;
        rows += "<tr><th scope=\"row\">" + escaped(code_in_words(pair.first, codebook_, language_)) + "</th><td>" +
                escaped(code_in_words(pair.second, codebook_, language_)) + "</td><td class=\"n\">" + std::to_string(pair.times) +
                "</td></tr>\n";
      }
      if (rows.empty()) continue;
      if (!begun) html_ += "<h2>" + text(msg::disagreeing_pairs) + "</h2>\n";
      begun = true;
      table(confused, rows);
    }
  }

  void table(const Confused& confused, const std::string& rows) {
    const std::string& first = report_.work.coders[confused.coders[0]];
    const std::string& second = report_.work.coders[confused.coders[1]];
    const std::string caption =
        text(msg::disagreeing_pairs_of, {{"first", first}, {"second", second}, {"level", std::int64_t{confused.level}}});
    html_ += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + caption + "\">\n<table>\n<caption>" + caption +
             "</caption>\n<thead><tr><th scope=\"col\">" + text(msg::disagreeing_gave, {{"coder", first}}) + "</th><th scope=\"col\">" +
             text(msg::disagreeing_gave, {{"coder", second}}) + "</th><th scope=\"col\" class=\"n\">" + text(msg::disagreeing_times) +
             "</th></tr></thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n</div>\n";
  }

  const DisagreementReport& report_;
  const Codebook& codebook_;
  UserLanguage language_;
  std::string html_;
};

}  // namespace

std::string to_html(const DisagreementReport& report, const Codebook& codebook, const std::string& command, UserLanguage language) {
  return Sheet(report, codebook, language).write(command);
}

}  // namespace codeboom
