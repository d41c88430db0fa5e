package dev.ftctl.cli.connector;

import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.export.copy.Secrets;
import dev.ftctl.model.Resource;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.model.value.FieldPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What is said beside a copy: what it asks for, what it leaves to its reader, what comes next.
record CopyTelling(Run run, CommonFlags common, Named original, CopyAccount account, Asked asked) {

  /// As lines of `.env.example`.
  void asksFor(Copied copied) {
    copied
        .warnings()
        .forEach(warning ->
            run.output()
                .tell(
                    "warning: "
                        + warning.message()
                        + (warning.fix().isEmpty() ? "" : ": " + warning.fix())));
    SequencedMap<String, String> open = open(copied);
    if (!open.isEmpty()) {
      run.output().tell("To be set where it is applied, as lines of .env.example:");
      open.forEach((name, use) -> run.output().tell(name + "= # " + use));
    }
  }

  /// New variables, and those that the original reads, too, and that aren't set here.
  private SequencedMap<String, String> open(Copied copied) {
    SequencedMap<String, String> open = new LinkedHashMap<>();
    copied.variables().forEach(one -> open.put(one.name(), one.document() + " " + one.path()));
    copied
        .resources()
        .forEach(copy ->
            Secrets.of(copy)
                .forEach((path, secret) -> {
                  String name = secret.source().name();
                  if (name.matches("env:[A-Za-z0-9_]+") && !secret.source().isSet()) {
                    open.putIfAbsent(
                        name.substring("env:".length()), copy.address().inGroup("") + " " + path);
                  }
                }));
    return open;
  }

  void end(Copied copied, String file) {
    if (common.isQuiet) {
      return;
    }
    run.output()
        .tell(
            asked.address()
                + " is a copy of "
                + original.address()
                + " for "
                + String.join(", ", asked.groups())
                + (file.isEmpty() ? "." : ", in " + file + "."));
    copied.notes().forEach(run.output()::tell);
    shared(copied);
    run.output().tell("It is paused; when it is to sync, write paused: false.");
    if (!asked.withSchema()) {
      run.output().tell("Schema settings are not copied; --with-schema adds them.");
    }
    resource().ifPresentOrElse(this::fanOut, this::adoption);
  }

  private void shared(Copied copied) {
    List<String> own = copied.variables().stream().map(one -> "env:" + one.name()).toList();
    SequencedMap<String, FieldPath> shared = new LinkedHashMap<>();
    copied
        .resources()
        .forEach(copy ->
            Secrets.of(copy)
                .forEach((path, secret) -> {
                  if (asked.fields().stream().noneMatch(one -> path.startsWith(one.path()))) {
                    shared.putIfAbsent(secret.source().name(), path);
                  }
                }));
    shared.keySet().removeAll(own);
    if (!shared.isEmpty()) {
      run.output()
          .tell(
              "It reads "
                  + String.join(", ", shared.keySet())
                  + ", as the original does; for another: --set "
                  + ShellWord.of(shared.firstEntry().getValue() + "=${env:NAME}"));
    }
  }

  private Optional<Resource> resource() {
    return account.described().resources().stream()
        .filter(resource -> resource.address().equals(original.address()))
        .findFirst();
  }

  /// Where only few things differ, one document is better than two.
  private void fanOut(Resource resource) {
    boolean isThere =
        account.described().resources().stream()
            .map(Resource::address)
            .anyMatch(address ->
                address.inGroup("").equals(original.address().inGroup(""))
                    && asked.groups().contains(address.instance()));
    if (isThere) {
      return;
    }
    run.output()
        .tell(
            "One document may have both: add "
                + String.join(", ", asked.groups())
                + " to its groups at "
                + resource.place().fileAndLine()
                + (asked.fields().isEmpty() ? "." : ", and what differs to its overrides."));
  }

  private void adoption() {
    run.output()
        .tell(
            "No manifest describes the original, so that a plan takes the copy for a duplicate of"
                + " it. Describe it first: ftctl export -o . "
                + ShellWord.of(original.address().toString()));
    run.output()
        .tell(
            "Or let it pass: ftctl apply --allow " + ShellWord.of("duplicate:" + asked.address()));
  }
}
