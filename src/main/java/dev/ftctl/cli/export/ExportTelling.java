package dev.ftctl.cli.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.export.account.AccountDocuments;
import dev.ftctl.export.folding.Folding;
import dev.ftctl.live.Inventory;
import dev.ftctl.live.Inventory.Unreadable;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.render.English;
import dev.ftctl.render.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What is said beside an export.
record ExportTelling(Run run, CommonFlags common, String target) {

  /// What has no document, and why.
  void left(AccountDocuments.Result result, Inventory inventory) {
    result.left().forEach((what, why) -> run.output().tell("not exported: " + what + " " + why));
    inventory.beside().denied().stream()
        .sorted()
        .forEach(slug ->
            run.output().tell("not exported: the list of " + slug + " is closed to this key"));
  }

  /// What is there and could not be read, each with its reason; returns the reasons.
  List<ApiFailure> unread(Inventory inventory) {
    List<Unreadable> unread = inventory.beside().unread();
    unread.forEach(one -> run.output().tell("not read: " + what(one) + ": " + one.failure()));
    return unread.stream().map(Unreadable::failure).toList();
  }

  private static String what(Unreadable one) {
    return one.found().address()
        + one.found()
            .wanted()
            .map(resource -> " (" + resource.place().fileAndLine() + ")")
            .orElse("");
  }

  /// @param unread how many could not be read
  void partial(int unread) {
    if (unread > 0) {
      run.output()
          .tell(
              English.count(unread, "object")
                  + " could not be read: what manifests say of "
                  + (unread == 1 ? "it" : "them")
                  + " stays as it is. Run the export again to complete it.");
    }
  }

  /// What manifests describe and the account has not: nothing is deleted.
  void gone(List<Resource> described, Inventory inventory) {
    for (Resource resource : described) {
      boolean isThere =
          inventory.beside().denied().contains(resource.address().kind())
              || inventory.ids().find(resource.address()).isPresent()
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

  void written(
      AccountDocuments.Result result, Inventory.Beside beside, ExportFolder.Outcome outcome) {
    outcome.kept().forEach((what, why) -> run.output().tell("left as it is: " + what + " " + why));
    long known =
        result.all().stream().filter(written -> written.found().wanted().isPresent()).count();
    say(
        "%s, %d of them described before: %s written, %d unchanged %s."
            .formatted(
                English.count(result.all().size(), "document"),
                known,
                English.count(outcome.written().size(), "file"),
                outcome.same(),
                target.equals(".") ? "here" : "in " + target));
    if (outcome.written().contains(StandingProject.EXAMPLE)) {
      say("Set what " + StandingProject.EXAMPLE + " names, then: ftctl plan");
    }
    if (common.isJson()) {
      run.output().document(Json.text(report(result, beside, outcome)));
    }
  }

  private static ObjectNode report(
      AccountDocuments.Result result, Inventory.Beside beside, ExportFolder.Outcome outcome) {
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
    SequencedMap<String, String> unread = new LinkedHashMap<>();
    beside
        .unread()
        .forEach(one -> unread.put(one.found().address().toString(), one.failure().toString()));
    report.set("not_read", reasons(unread));
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
