package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.yaml.Node;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The variables of a run: those of the command line win over those of the project file.
public final class Variables {

  private final Map<String, Node> declared;
  private final Map<String, String> given;
  private final Set<String> used = new java.util.concurrent.ConcurrentSkipListSet<>();

  public Variables(Map<String, Node> declared, Map<String, String> given) {
    this.declared = declared;
    this.given = given;
  }

  /// What a variable says; one of the command line is a scalar without quotes.
  Optional<Node> find(String name) {
    used.add(name);
    String text = given.get(name);
    return text == null
        ? Optional.ofNullable(declared.get(name))
        : Optional.of(new Node.Scalar(text, true, SourceLocation.NONE));
  }

  public boolean isGiven(String name) {
    return given.containsKey(name);
  }

  Filled.Missing undefined(String name) {
    var names = new TreeSet<>(declared.keySet());
    names.addAll(given.keySet());
    String hint = Near.hint(name, names);
    return new Filled.Missing(
        "undefined-variable",
        "the variable '" + name + "' is not defined",
        hint.isEmpty()
            ? "define it under 'variables:' in ftctl.yaml, or give --var "
                + ShellWord.of(name)
                + "=…"
            : hint,
        false);
  }

  /// @throws UnknownPathException when the command line gives a variable that nothing declares or
  ///   uses
  public void requireAllGivenAreUsed() {
    var names = new TreeSet<>(declared.keySet());
    names.addAll(used);
    for (String name : new TreeSet<>(given.keySet())) {
      if (!names.contains(name)) {
        String hint = Near.hint(name, names);
        throw new UnknownPathException(
            "the variable '"
                + name
                + "' is used by no manifest"
                + (hint.isEmpty() ? "" : "; " + hint));
      }
    }
  }
}
