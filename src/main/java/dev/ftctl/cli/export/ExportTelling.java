package dev.ftctl.cli.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.export.account.AccountDocuments;
import dev.ftctl.export.folding.Folding;
import dev.ftctl.live.Inventory;
import dev.ftctl.model.Resource;
import dev.ftctl.render.English;
import dev.ftctl.render.Json;
import java.util.List;
import java.util.Map;

/// What is said beside an export.
record ExportTelling(Run run, CommonFlags common, String target) {

  /// What has no document, and why.
  void left(AccountDocuments.Result result, Inventory inventory) {
    result.left().forEach((what, why) -> run.output().tell("not exported: " + what + " " + why));
    inventory
        .denied()
        .forEach(slug ->
            run.output().tell("not exported: the list of " + slug + " is closed to this key"));
  }

  /// What manifests describe and the account has not: nothing is deleted.
  void gone(List<Resource> described, Inventory inventory) {
    for (Resource resource : described) {
      boolean isThere =
          inventory.ids().find(resource.address()).isPresent()
              || run.kinds()
                  .get()
                  .ofSlug(resource.address().kind())
                  .definition()
                  .partOf()
                  .isPresent()
              || inventory.objects().stream()
                  .anyMatch(found -> found.address().equals(resource.address()));
      if (!isThere && !resource.metadata().isAbsent()) {
        run.output()
            .tell(
                "gone from the account: "
                    + resource.address()
                    + " ("
                    + resource.place().fileAndLine()
                    + ")");
      }
    }
  }

  void couldFold(Folding.Result folding) {
    if (folding.saved() > 0) {
      say(
          "--fold fan-out would make %s of %d connectors."
              .formatted(
                  English.count(folding.folds().size(), "document"),
                  folding.saved() + folding.folds().size()));
    }
  }

  void printed(AccountDocuments.Result result) {
    say(English.count(result.all().size(), "document") + ".");
  }

  void written(AccountDocuments.Result result, ExportFolder.Outcome outcome) {
    outcome.kept().forEach((what, why) -> run.output().tell("left as it is: " + what + " " + why));
    long known =
        result.all().stream().filter(written -> written.found().wanted().isPresent()).count();
    say(
        "%s, %d of them described before: %s written, %d unchanged in %s."
            .formatted(
                English.count(result.all().size(), "document"),
                known,
                English.count(outcome.written().size(), "file"),
                outcome.same(),
                target));
    if (outcome.written().contains(StandingProject.EXAMPLE)) {
      say("Set what " + StandingProject.EXAMPLE + " names, then: ftctl plan");
    }
    if (common.isJson()) {
      run.output().document(Json.text(report(result, outcome)));
    }
  }

  private static ObjectNode report(AccountDocuments.Result result, ExportFolder.Outcome outcome) {
    ObjectNode report = Json.object();
    report.set(
        "documents",
        Json.texts(
            result.all().stream()
                .map(written -> written.document().address().toString())
                .toList()));
    report.set("written", Json.texts(outcome.written()));
    report.put("unchanged", outcome.same());
    report.set("left", reasons(outcome.kept()));
    report.set("not_exported", reasons(result.left()));
    return report;
  }

  private static ArrayNode reasons(Map<String, String> reasons) {
    ArrayNode all = Json.texts(List.of());
    reasons.forEach((what, why) -> all.addObject().put("what", what).put("why", why));
    return all;
  }

  private void say(String line) {
    if (!common.isQuiet) {
      run.output().tell(line);
    }
  }
}
