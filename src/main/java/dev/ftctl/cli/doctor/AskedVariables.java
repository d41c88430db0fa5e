package dev.ftctl.cli.doctor;

import dev.ftctl.cli.process.Console;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.value.Value;
import dev.ftctl.render.English;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The variables of the environment that manifests ask for, and which of them are there. Their
/// texts are not looked at beyond whether there is one.
final class AskedVariables {

  private static final String ENV = "env:";

  private final Console console;
  private final TreeSet<String> names = new TreeSet<>();

  AskedVariables(Desired desired, Console console) {
    this.console = console;
    desired.resources().forEach(resource -> gather(resource.spec()));
  }

  private void gather(Value value) {
    String source =
        value instanceof Value.Secret secret ? secret.source().name() : value.origin().source();
    for (String part : source.split(", ")) {
      if (part.startsWith(ENV)) {
        names.add(part.substring(ENV.length()));
      }
    }
    if (value instanceof Value.Mapping mapping) {
      mapping.entries().values().forEach(this::gather);
    } else if (value instanceof Value.Items items) {
      items.items().forEach(this::gather);
    }
  }

  Finding finding() {
    if (names.isEmpty()) {
      return Finding.ok("variables", "the manifests ask for none of the environment");
    }
    List<String> unset =
        names.stream().filter(name -> !console.environment().containsKey(name)).toList();
    List<String> empty =
        names.stream()
            .filter(name -> !unset.contains(name) && console.variable(name).isBlank())
            .toList();
    if (unset.isEmpty() && empty.isEmpty()) {
      return Finding.ok(
          "variables",
          "all " + names.size() + " that the manifests ask for are set: " + listed(names));
    }
    var missing = new ArrayList<String>();
    if (!unset.isEmpty()) {
      missing.add("not set: " + listed(unset));
    }
    if (!empty.isEmpty()) {
      missing.add("empty: " + listed(empty));
    }
    int set = names.size() - unset.size() - empty.size();
    return Finding.warning(
        "variables",
        set + " of " + names.size() + " are set; " + String.join("; ", missing),
        "Set them where apply runs: a secret that is to be sent and is not there stops it. A CI"
            + " secret that does not exist arrives empty.");
  }

  private static String listed(java.util.Collection<String> some) {
    return English.listed(List.copyOf(some), "and");
  }
}
