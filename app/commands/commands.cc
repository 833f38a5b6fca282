#include "app/commands/commands.h"

namespace codeboom {

const std::vector<Command>& commands() {
  static const std::vector<Command> all{
      run_command(),           new_command(),    add_command(),         code_command(),           tally_command(),
      show_command(),          search_command(), export_codings_command(), import_codings_command(),
      codebook_check_command(), codebook_show_command(), suggest_command(), evaluate_command(), agree_command(),
      disagreements_command(), settle_command(), learn_command(), sample_command(),    merge_command(),  audit_command(),
      report_command(),        intake_command(), tokens_command(),       words_command()};
  return all;
}

}  // namespace codeboom
