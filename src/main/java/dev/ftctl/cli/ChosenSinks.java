package dev.ftctl.cli;

import dev.ftctl.cli.flags.SandboxPlace;
import dev.ftctl.cli.process.Run;
import dev.ftctl.git.IgnoredFile;
import dev.ftctl.git.RepositoryTop;
import dev.ftctl.handout.CommandSink;
import dev.ftctl.handout.FileSink;
import dev.ftctl.handout.Sink;
import dev.ftctl.handout.SinkHandouts;
import dev.ftctl.kind.handout.Handouts;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.project.HandoutSinks;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// To whom goes what is told of an object: to the file that the command line names, else to the
/// sink that its document names.
///
/// @param files of the command line
/// @param named sinks of the project file, by the documents' addresses
record ChosenSinks(Run run, Project project, Map<Address, Path> files, Map<Address, String> named) {

  static ChosenSinks of(Run run, Desired desired, Map<Address, Path> files) {
    Map<Address, String> named =
        desired.outlined().stream()
            .filter(resource -> !resource.metadata().handout().isEmpty())
            .collect(
                Collectors.toMap(Resource::address, resource -> resource.metadata().handout()));
    return new ChosenSinks(run, desired.project(), files, named);
  }

  /// @param account its id
  Handouts handouts(String account) {
    return new SinkHandouts(
        this::of, reserve(), account, run.console().disk(), run.console().clock(), run.redaction());
  }

  Optional<Sink> of(Address address) {
    return file(address)
        .<Sink>map(path -> new FileSink(path, run.console().disk()))
        .or(() -> form(address).map(form -> command(named.getOrDefault(address, ""), form)));
  }

  private Sink command(String name, HandoutSinks.Form form) {
    if (form instanceof HandoutSinks.Form.OfCommand(var words)) {
      return new CommandSink(
          name, words, folder(), run.console().environment(), CommandSink.Patience.USUAL);
    }
    throw new IllegalStateException(name + " is no command");
  }

  /// The file that takes it; empty where it is a command, or nobody said one.
  private Optional<Path> file(Address address) {
    return Optional.ofNullable(files.get(address))
        .or(() ->
            form(address)
                .flatMap(form ->
                    form instanceof HandoutSinks.Form.OfFile(var path)
                        ? Optional.of(folder().resolve(filled(path, address)).normalize())
                        : Optional.empty()));
  }

  private Optional<HandoutSinks.Form> form(Address address) {
    return Optional.ofNullable(named.get(address))
        .flatMap(project.handouts()::named)
        .map(HandoutSinks.Sink::form);
  }

  private static String filled(String path, Address address) {
    return path.replace("${slug}", address.kind()).replace("${name}", encoded(address));
  }

  /// So that no name leads out of a folder.
  private static String encoded(Address address) {
    String instance = address.instance().isEmpty() ? "" : "@" + address.instance();
    String encoded =
        URLEncoder.encode(address.name() + instance, StandardCharsets.UTF_8).replace("+", "%20");
    return encoded.chars().allMatch(letter -> letter == '.')
        ? encoded.replace(".", "%2E")
        : encoded;
  }

  /// Why a file may not have it; empty where it may, or a command gets it.
  Optional<String> refusal(Address address) {
    return file(address).flatMap(file -> refusal(run, file).map(why -> file + ": " + why));
  }

  /// A machine of a CI host forgets its checkout, and others may see what is left of it.
  static Optional<String> refusal(Run run, Path file) {
    return isForgotten(run, file)
        ? Optional.of("a checkout is forgotten where CI is set")
        : IgnoredFile.isKeptOut(real(file))
            ? Optional.empty()
            : Optional.of("git would take it into the repository");
  }

  Path reserve() {
    String written = project.handouts().reserve();
    return written.isEmpty()
        ? SandboxPlace.own(run.console().folder()).resolve("handouts")
        : folder().resolve(written).normalize();
  }

  private Path folder() {
    return run.console().folder().resolve(project.folder());
  }

  /// Whether it lies in a checkout that nobody keeps.
  static boolean isForgotten(Run run, Path file) {
    Path folder = real(run.console().folder());
    return !run.console().variable("CI").isEmpty()
        && RepositoryTop.above(folder).filter(real(file)::startsWith).isPresent();
  }

  /// With no link in the folders that are there.
  private static Path real(Path file) {
    Path path = file.toAbsolutePath().normalize();
    Path parent = path.getParent();
    try {
      return path.toRealPath();
    } catch (IOException missing) {
      return parent == null ? path : real(parent).resolve(path.getFileName());
    }
  }
}
