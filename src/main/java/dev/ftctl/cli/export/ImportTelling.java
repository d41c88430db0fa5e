package dev.ftctl.cli.export;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.export.terraform.Carried;
import dev.ftctl.export.terraform.Handover;
import dev.ftctl.export.terraform.Instance;
import dev.ftctl.render.English;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// What is said of what a state held.
record ImportTelling(Run run, CommonFlags common) {

  void described(List<String> addresses) {
    addresses.forEach(address -> run.output().tell("described already: " + address));
  }

  /// A state tells what an account hides.
  void differing(List<String> shared) {
    shared.forEach(variable ->
        run.output().tell("warning: --shared-secrets joins values that differ: " + variable));
  }

  /// What no document says, and what becomes of the rest: writes the file of the hand-over.
  ///
  /// @param wasAsked whether the account was asked for names
  void end(Carried carried, ReleaseFile file, boolean wasAsked) {
    carried.notes().forEach(note -> run.output().tell("note: " + note));
    carried.left().forEach((what, why) -> run.output().tell("not carried: " + what + " " + why));
    if (!carried.missing().isEmpty() && !wasAsked) {
      say("Set FIVETRAN_API_KEY and FIVETRAN_API_SECRET to have the account asked for names.");
    }
    int all = carried.instances().size();
    long left = carried.instances().stream().filter(carried::isLeft).count();
    say(
        "%d of %s of Terraform are carried over."
            .formatted(all - left, English.count(all, "instance")));
    SequencedMap<String, List<Instance>> released = file.write(carried);
    if (released.isEmpty()) {
      say("Nothing is to be handed over.");
    } else if (file.name().isEmpty()) {
      say(
          "Terraform manages them still, and deletes what goes out of its configuration:"
              + " --handover removed.tf writes what makes it forget them.");
    } else {
      handedOver(carried, released, file);
    }
  }

  private void handedOver(
      Carried carried, SequencedMap<String, List<Instance>> released, ReleaseFile file) {
    Handover.held(carried)
        .forEach((resource, instances) ->
            run.output()
                .tell(
                    "stays in Terraform: "
                        + resource
                        + ", since a block is of all its instances: "
                        + instances.stream()
                            .map(Instance::address)
                            .distinct()
                            .collect(Collectors.joining(", "))));
    int instances = released.values().stream().mapToInt(List::size).sum();
    say(
        "%s: %s, by which Terraform forgets %s and destroys none. Commit it together with taking"
                .formatted(
                    file.name(),
                    English.count(released.size(), "removed block"),
                    English.count(instances, "object"))
            + " these resources out of the configuration: beside them Terraform refuses it, and"
            + " without it Terraform deletes them.");
    Handover.providers(released).forEach(one -> say("stays until Terraform has forgotten: " + one));
    file.standing(released)
        .forEach(
            (where, count) -> say("to be taken out: " + count + " of these resources in " + where));
  }

  private void say(String line) {
    if (!common.isQuiet) {
      run.output().tell(line);
    }
  }
}
