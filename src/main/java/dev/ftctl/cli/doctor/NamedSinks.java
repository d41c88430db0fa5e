package dev.ftctl.cli.doctor;

import dev.ftctl.cli.process.Console;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.project.HandoutSinks;
import dev.ftctl.render.English;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The sinks that documents name for what Fivetran tells once, and whether the programs among them
/// are there. None is begun, and no file is opened.
final class NamedSinks {

  private final Console console;
  private final Path folder;
  private final TreeMap<String, HandoutSinks.Form> forms = new TreeMap<>();
  private final long documents;

  NamedSinks(Desired desired, Console console) {
    this.console = console;
    this.folder = console.folder().resolve(desired.project().folder());
    HandoutSinks sinks = desired.project().handouts();
    List<String> names =
        desired.outlined().stream()
            .map(resource -> resource.metadata().handout())
            .filter(name -> !name.isEmpty())
            .toList();
    documents = names.size();
    names.forEach(name -> sinks.named(name).ifPresent(sink -> forms.put(name, sink.form())));
  }

  /// Empty where no document names one.
  Optional<Finding> finding() {
    if (forms.isEmpty()) {
      return Optional.empty();
    }
    List<String> missing =
        forms.entrySet().stream()
            .flatMap(sink ->
                sink.getValue() instanceof HandoutSinks.Form.OfCommand(var words)
                        && !isThere(words.getFirst())
                    ? Stream.of(sink.getKey() + " runs " + words.getFirst())
                    : Stream.of())
            .toList();
    return Optional.of(
        missing.isEmpty()
            ? Finding.ok(
                "handouts",
                English.count(documents, "resource")
                    + " and where their secrets go: "
                    + English.listed(List.copyOf(forms.keySet()), "and"))
            : Finding.warning(
                "handouts",
                "no such program: " + String.join(", ", missing),
                "Mend handouts: of the project file, or make it executable; till then apply makes"
                    + " nothing whose secrets go there."));
  }

  private boolean isThere(String program) {
    return program.contains("/")
        ? Files.isExecutable(folder.resolve(program))
        : Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(console.variable("PATH"))
            .anyMatch(place -> Files.isExecutable(Path.of(place).resolve(program)));
  }
}
