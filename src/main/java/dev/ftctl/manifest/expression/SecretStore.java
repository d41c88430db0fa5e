package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.FileTexts;
import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.input.Paths;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.address.Glob;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.value.Mark;
import dev.ftctl.model.value.Mask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The secrets that the project file declares. Each source is asked once, and only by the run that
/// sends the secret. Safe for use by many threads.
public final class SecretStore {

  /// How the origin of such a text begins.
  public static final String SOURCE = Mark.SECRET;

  /// The rules of what stands in the way of a text from here.
  public static final String PENDING = "secret-not-allowed";

  public static final String COMMAND = "secret-command";

  /// @param name of the secret, or a pattern of names
  public record Declared(String name, Source source) {}

  /// Where a secret comes from. `${name}` in it is the name asked for.
  public sealed interface Source {
    record OfEnvironment(String variable) implements Source {}

    record OfFile(String path) implements Source {}

    /// A folder that holds each secret in a file of its name, as Kubernetes mounts them.
    record OfFolder(String path) implements Source {}

    record OfCommand(List<String> words) implements Source {}
  }

  private final List<Declared> declared;
  private final Map<String, String> environment;
  private final FileTree tree;
  private final String folder;
  private final Redaction redaction;
  private final boolean rehearses;
  private final Map<String, Filled> fetched = new HashMap<>();

  /// @param folder of the project file, canonical; paths and commands start there
  public SecretStore(List<Declared> declared, ReadRequest request, String folder) {
    this.declared = List.copyOf(declared);
    this.environment = request.processEnvironment();
    this.tree = request.tree().everywhere();
    this.folder = folder;
    this.redaction = request.redaction();
    this.rehearses = request.rehearses();
  }

  /// Whether what isn't here is made up, and no command is run.
  boolean rehearses() {
    return rehearses;
  }

  ForeignTexts foreign() {
    return ForeignTexts.of(tree, folder);
  }

  /// The secret itself when it is to be sent, else what says that it waits.
  Filled text(String name, boolean isRevealing) {
    Optional<Source> source = source(name);
    if (source.isEmpty()) {
      return missing(name, undeclared(name));
    }
    return isRevealing
        ? fetch(name, source.get())
        : missing(
            name,
            new Filled.Missing(
                PENDING,
                "the secret '" + name + "' can't stand here: it is known only where it is sent",
                "use it in a field that takes a text",
                false));
  }

  /// Whether the secret is there, as far as that is known without running a command or opening a
  /// file.
  public boolean isSet(String name) {
    return source(name).filter(source -> isSet(name, source)).isPresent();
  }

  private boolean isSet(String name, Source source) {
    return rehearses
        || switch (source) {
          case Source.OfCommand command -> true;
          case Source.OfEnvironment variable -> fetch(name, source).isKnown();
          case Source.OfFile(String path) -> size(named(path, name)) > 0;
          case Source.OfFolder(String path) -> size(Paths.child(path, name)) > 0;
        };
  }

  /// In bytes, -1 for what is no file.
  private long size(String path) {
    String file = tree.canonical(Paths.child(folder, path));
    return tree.isFile(file) ? tree.size(file) : -1;
  }

  /// Whether a secret was asked for and its source said nothing.
  ///
  /// @param origin `secret:NAME`
  public synchronized boolean isEmpty(String origin) {
    String name = origin.substring(SOURCE.length());
    Filled known = fetched.get(name);
    return known != null
        ? known.missing().stream().anyMatch(NotSet::isEmptySource)
        : source(name).filter(source -> isEmptyFile(name, source)).isPresent();
  }

  private boolean isEmptyFile(String name, Source source) {
    return switch (source) {
      case Source.OfFile(String path) -> size(named(path, name)) == 0;
      case Source.OfFolder(String path) -> size(Paths.child(path, name)) == 0;
      case Source.OfCommand command -> false;
      case Source.OfEnvironment variable -> false;
    };
  }

  /// Whether a secret was asked for.
  ///
  /// @param origin `secret:NAME`
  public synchronized boolean isFetched(String origin) {
    return fetched.containsKey(origin.substring(SOURCE.length()));
  }

  private Optional<Source> source(String name) {
    return declared.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .or(() -> declared.stream().filter(one -> new Glob(one.name()).matches(name)).findFirst())
        .map(Declared::source);
  }

  private Filled.Missing undeclared(String name) {
    List<String> names = declared.stream().map(Declared::name).toList();
    String hint = Near.hint(name, names);
    return new Filled.Missing(
        "undefined-secret",
        "no source is declared for the secret '" + name + "'",
        hint.isEmpty() ? "declare it under 'secrets:' in ftctl.yaml" : hint,
        false);
  }

  private synchronized Filled fetch(String name, Source source) {
    if (rehearses) {
      return Filled.from(Mark.of(SOURCE + name), Rehearsed.text(name), false);
    }
    Filled known = fetched.get(name);
    if (known == null) {
      known =
          switch (source) {
            case Source.OfEnvironment(String variable) -> ofEnvironment(name, variable);
            case Source.OfFile(String path) -> ofFile(name, named(path, name));
            case Source.OfFolder(String path) -> ofFile(name, Paths.child(path, name));
            case Source.OfCommand(List<String> words) -> ofCommand(name, words);
          };
      if (!Mask.is(known.text())) {
        redaction.remember(known.text());
      }
      fetched.put(name, known);
    }
    return known;
  }

  private Filled ofEnvironment(String name, String variable) {
    String text = environment.get(named(variable, name));
    return text == null
        ? unset(name, "the environment variable " + named(variable, name) + " is not set")
        : said(name, text);
  }

  private Filled ofFile(String name, String path) {
    String file = tree.canonical(Paths.child(folder, path));
    Filled read = FileTexts.read(tree, file, Mark.of(SOURCE + name));
    return read.isKnown()
        ? said(name, read.text())
        : unset(name, "there is no readable file " + tree.shown(file));
  }

  private Filled ofCommand(String name, List<String> words) {
    List<String> command = words.stream().map(word -> named(word, name)).toList();
    return switch (SecretCommand.run(command, folder, environment)) {
      case SecretCommand.Said(String text) -> said(name, text);
      case SecretCommand.Failed(String why) ->
          missing(
              name,
              new Filled.Missing(
                  COMMAND,
                  "the command for the secret '" + name + "' " + redaction.mask(why),
                  "nothing was sent; run " + command.getFirst() + " by hand to see why",
                  false));
    };
  }

  /// A source that says nothing has no secret.
  private static Filled said(String name, String text) {
    return text.isEmpty()
        ? missing(name, NotSet.emptySource("the secret '" + name + "'", "look at its source"))
        : Filled.from(Mark.of(SOURCE + name), text, false);
  }

  private static String named(String text, String name) {
    return text.replace("${name}", name);
  }

  private static Filled unset(String name, String message) {
    return missing(name, new Filled.Missing("unset-variable", message, "", false));
  }

  private static Filled missing(String name, Filled.Missing missing) {
    return Filled.missing(Mark.of(SOURCE + name), missing);
  }
}
