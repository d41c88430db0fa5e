package dev.ftctl.cli.verbs;

import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AttachedWord;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import picocli.CommandLine.Option;

/// In which group, of which service, in which state.
public final class StateFlags {

  private static final List<String> SETUP = List.of("connected", "incomplete", "broken");
  private static final List<String> SYNC = List.of("scheduled", "syncing", "paused", "rescheduled");

  @Option(
      names = "--group",
      paramLabel = "NAME",
      split = ",",
      description = "Those in this group, by name or id.")
  List<String> groups = List.of();

  @Option(
      names = "--service",
      paramLabel = "NAME",
      split = ",",
      description = "Those of this service.")
  List<String> services = List.of();

  @Option(
      names = "--setup-state",
      paramLabel = "STATE",
      split = ",",
      description = "connected, incomplete or broken.")
  List<String> setupStates = List.of();

  @Option(
      names = "--sync-state",
      paramLabel = "STATE",
      split = ",",
      description = "scheduled, syncing, paused or rescheduled.")
  List<String> syncStates = List.of();

  @Option(
      names = "--status",
      paramLabel = "STATE",
      split = ",",
      description = "Any of the states above.")
  List<String> states = List.of();

  @Option(
      names = "--paused",
      arity = "0..1",
      preprocessor = Attached.class,
      paramLabel = "true|false",
      description = "Those that are paused; with =false those that are not.")
  String paused = "";

  boolean isGiven() {
    return !groups.isEmpty()
        || !services.isEmpty()
        || !setupStates.isEmpty()
        || !syncStates.isEmpty()
        || !states.isEmpty()
        || !paused.isEmpty();
  }

  /// @throws RefusedException when a state is none, or a group or service is not there
  List<Named> of(List<Named> objects) {
    requireStates();
    requireThere("group", groups, objects, Named::groups);
    requireThere("service", services, objects, StateFlags::serviceOf);
    return objects.stream().filter(this::isMeant).toList();
  }

  private boolean isMeant(Named object) {
    String setup = state(object, "setup_state");
    String sync = state(object, "sync_state");
    return (groups.isEmpty() || object.groups().stream().anyMatch(groups::contains))
        && (services.isEmpty() || services.containsAll(serviceOf(object)))
        && (setupStates.isEmpty() || isIn(setupStates, setup))
        && (syncStates.isEmpty() || isIn(syncStates, sync))
        && (states.isEmpty() || isIn(states, setup) || isIn(states, sync))
        && (paused.isEmpty() || object.live().fields().text("paused").equalsIgnoreCase(paused));
  }

  private static boolean isIn(List<String> asked, String state) {
    return asked.stream().anyMatch(state::equalsIgnoreCase);
  }

  /// A connection's states stand in `status`, a destination's setup state beside its other fields.
  private static String state(Named object, String name) {
    Value.Mapping fields = object.live().fields();
    String inside = fields.mapping("status").text(name);
    return inside.isEmpty() && name.equals("setup_state") ? fields.text("setup_status") : inside;
  }

  private static List<String> serviceOf(Named object) {
    return List.of(object.live().fields().text("service"));
  }

  private void requireStates() {
    setupStates.forEach(state -> requireState("--setup-state", state, SETUP));
    syncStates.forEach(state -> requireState("--sync-state", state, SYNC));
    var both = new TreeSet<>(SETUP);
    both.addAll(SYNC);
    states.forEach(state -> requireState("--status", state, List.copyOf(both)));
    if (!paused.isEmpty()) {
      requireState("--paused", paused, List.of("true", "false"));
    }
  }

  private static void requireState(String flag, String state, List<String> known) {
    if (!known.contains(state.toLowerCase(Locale.ROOT))) {
      String hint = Near.hint(state, known);
      throw new RefusedException(
          Refusal.USAGE,
          flag + " " + state + " is no state",
          hint.isEmpty() ? "Give " + String.join(", ", known) + "." : hint);
    }
  }

  private static void requireThere(
      String what,
      List<String> asked,
      List<Named> objects,
      Function<Named, Collection<String>> names) {
    if (asked.isEmpty()) {
      return;
    }
    var known = new TreeSet<String>();
    objects.forEach(object -> known.addAll(names.apply(object)));
    for (String name : asked) {
      if (!known.contains(name)) {
        throw new RefusedException(
            Refusal.USAGE, "none of them is of the " + what + " " + name, Near.hint(name, known));
      }
    }
  }

  /// See the flag's own words.
  static final class Attached extends AttachedWord {
    Attached() {
      super("true");
    }
  }
}
