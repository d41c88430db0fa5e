package dev.ftctl.cli.export;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.export.account.AccountDocuments;
import dev.ftctl.live.Inventory;

/// What is said beside an export.
record ExportTelling(Run run, CommonFlags common, String account) {

  void tell(AccountDocuments.Result result, Inventory inventory, String target) {
    result.left().forEach((what, why) -> run.output().tell("not exported: " + what + " " + why));
    inventory
        .denied()
        .forEach(slug ->
            run.output()
                .tell("not exported: the list of " + slug + " can't be seen with this key"));
    if (!common.isQuiet) {
      run.output()
          .tell(
              "Exported %d objects as %d documents%s; they read %d variables."
                  .formatted(
                      inventory.objects().size(),
                      result.all().size(),
                      target.isEmpty() ? "" : " into " + target,
                      result.variables().size()));
    }
  }
}
