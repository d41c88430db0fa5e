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

  /// What no document says, and what became of the rest.
  ///
  /// @param released what Terraform forgets by the file
  /// @param file as the command line names it, empty for none
  void end(Carried carried, SequencedMap<String, List<Instance>> released, String file) {
    carried.notes().forEach(note -> run.output().tell("note: " + note));
    carried.left().forEach((what, why) -> run.output().tell("not carried: " + what + " " + why));
    int all = carried.instances().size();
    long left = carried.instances().stream().filter(carried::isLeft).count();
    say(
        "%d of %s of Terraform are carried over."
            .formatted(all - left, English.count(all, "instance")));
    if (!file.isEmpty()) {
      handedOver(carried, released, file);
    } else if (!released.isEmpty()) {
      say(
          "Terraform manages them still, and deletes what goes out of its configuration:"
              + " --handover removed.tf writes what makes it forget them.");
    }
  }

  private void handedOver(
      Carried carried, SequencedMap<String, List<Instance>> released, String file) {
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
                    file,
                    English.count(released.size(), "removed block"),
                    English.count(instances, "object"))
            + " these resources out of the configuration: beside them Terraform refuses it, and"
            + " without it Terraform deletes them.");
  }

  private void say(String line) {
    if (!common.isQuiet) {
      run.output().tell(line);
    }
  }
}
