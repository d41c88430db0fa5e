package dev.ftctl.cli.verbs.outputs;

import dev.ftctl.address.Named;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.model.shown.Visible;
import dev.ftctl.operate.outputs.ObjectOutputs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Outputs as variables, a line each: `GROUP_FINANCE_ID=warm_sun`. A name is made of the address
/// and what the value is. Objects that would share one (`a_b` and `a-b`) both bear their ids in
/// theirs: whoever counted on the name finds it unset, and never another object's value.
final class DotEnv {

  private final List<ObjectOutputs> outputs;
  private final Set<Named> ambiguous = new HashSet<>();

  private DotEnv(List<ObjectOutputs> outputs) {
    this.outputs = outputs;
  }

  static DotEnv of(List<ObjectOutputs> outputs) {
    var dotEnv = new DotEnv(outputs);
    while (dotEnv.marksMore()) {
      // A name with an id may be the one that another object has without.
    }
    return dotEnv;
  }

  /// Addresses whose variables bear an id, in order.
  List<String> withIds() {
    return ambiguous.stream().map(object -> object.address().toString()).sorted().toList();
  }

  String text() {
    var text = new StringBuilder();
    for (ObjectOutputs each : outputs) {
      each.values()
          .forEach((what, value) ->
              text.append(name(each.object(), what))
                  .append('=')
                  .append(ShellWord.of(Visible.text(value)))
                  .append('\n'));
    }
    return text.toString();
  }

  private boolean marksMore() {
    var seen = new HashSet<String>();
    var twice = new TreeSet<String>();
    names().stream().filter(name -> !seen.add(name)).forEach(twice::add);
    boolean isMore = false;
    for (ObjectOutputs each : outputs) {
      Named object = each.object();
      if (each.values().keySet().stream().anyMatch(what -> twice.contains(name(object, what)))) {
        isMore |= ambiguous.add(object);
      }
    }
    return isMore;
  }

  private List<String> names() {
    var names = new ArrayList<String>();
    for (ObjectOutputs each : outputs) {
      each.values().keySet().forEach(what -> names.add(name(each.object(), what)));
    }
    return names;
  }

  private String name(Named object, String what) {
    Address address = object.address();
    String group = address.instance().isEmpty() ? "" : "_" + address.instance();
    String id = ambiguous.contains(object) ? "_" + object.id() : "";
    return word(address.kind() + "_" + address.name() + group + id) + "_" + word(what);
  }

  /// Any run of other letters than a shell takes in names is one underscore.
  private static String word(String text) {
    return text.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", "").toUpperCase(Locale.ROOT);
  }
}
