#include "app/commands/commands.h"
#include "app/report_files.h"
#include "app/report_source.h"
#include "app/rules_coding.h"
#include "app/shipped.h"
#include "app/terminal.h"
#include "corpus/joined.h"
#include "message_keys/app.h"
#include "message_keys/report_frame.h"
#include "message_keys/report_texts.h"
#include "reports/write/write.h"

namespace codeboom {
namespace {

Result<ExitStatus> run(const Options& options, const CommandContext& context) {
  const auto formats = chosen_formats(options);
  if (!formats) return tl::unexpected(formats.error());
  const auto folder = options.get("out");
  if (!folder) {
    if (auto alone = none_without(options, "out", std::vector<std::string_view>{"format", "dutch-excel"}); !alone) {
      return tl::unexpected(alone.error());
    }
  }
  const auto path = options.get("codebook");
  const auto codebook = path ? load_codebook(*path) : shipped_codebook("lob-informatie");
  if (!codebook) return tl::unexpected(codebook.error());
  const auto source = DocumentSource::open(options.arguments(), options);
  if (!source) return tl::unexpected(source.error());
  for (const Message& remark : source->notes()) note(remark, context.language);
  watch_for_interrupt();
  std::size_t refused = 0;
  const auto refuse = [&](const Error& error) {
    ++refused;
    note({msg::run_refused, {{"reason", std::vector<Message>{error.message}}}}, context.language);
  };
  const auto read = [&](std::size_t place) { return source->read(place); };
  const auto material = coded_by_rules(*codebook, source->count(), read, ReadingPlace::on_workers, refuse);
  if (!material) return tl::unexpected(material.error());
  if (material->documents.empty()) return fail(ErrorKind::bad_input, msg::run_nothing_read);
  const auto request = report_request(options, joined(options.arguments(), ", "), context);
  if (!request) return tl::unexpected(request.error());
  const Report report = make_intake_report(*material, IntakePart::documents, *request);
  if (folder) {
    const auto files = report_files(report, *formats, *folder, "intake", options);
    if (!files) return tl::unexpected(files.error());
    if (auto written = write_reports(*files, *folder, context.language); !written) return tl::unexpected(written.error());
  } else {
    print(to_markdown(report));
  }
  return refused == 0 ? ExitStatus::success : ExitStatus::remarks;
}

}  // namespace

Command intake_command() {
  return {"intake",
          "INVOER...",
          msg::command_intake,
          {{"out", "MAP", msg::option_intake_out},
           {"format", "html,md,csv,json,odt,docx,xlsx", msg::option_report_format},
           {"codebook", "BESTAND", msg::option_intake_codebook},
           {"metadata", "TABEL", msg::option_metadata},
           {"limit", "MiB", msg::option_limit},
           {"dutch-excel", "", msg::option_dutch_excel}},
          "codeboom intake nieuw-voorbeeld.txt --out uit",
          1,
          1000000,
          run};
}

}  // namespace codeboom
