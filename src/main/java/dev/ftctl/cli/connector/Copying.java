package dev.ftctl.cli.connector;

import dev.ftctl.address.Named;
import dev.ftctl.cli.connector.CopyTrial.Tried;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.export.EnvNames;
import dev.ftctl.export.account.InsideUser;
import dev.ftctl.export.copy.DescribedConnector;
import dev.ftctl.export.copy.Likeness;
import dev.ftctl.export.copy.LiveConnector;
import dev.ftctl.export.copy.Original;
import dev.ftctl.export.copy.Secrets;
import dev.ftctl.export.copy.SetField;
import dev.ftctl.model.Live;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes a copy: in the words of the original's document where they say the same there, else as the
/// account tells it.
///
/// @param lives the connection in detail, and its schema settings
/// @param used names of variables that are taken
record Copying(
    Run run,
    ProjectFlags project,
    CopyAccount account,
    Named source,
    List<Live> lives,
    List<String> used,
    Asked asked) {

  private static final String SETTINGS = "schema-settings";
  private static final String PACKAGE = "sdk-package";

  /// @throws RefusedException when it would be no manifest that fits the others
  Copied made() {
    Optional<Resource> resource = resource(source.address());
    if (resource.isEmpty()) {
      return ofTheAccount(List.of(), Map.of());
    }
    var documents = new DocumentsAtPlaces(project.request(run).tree());
    Optional<Node.Mapping> document = documents.at(resource.get().place());
    String place = resource.get().place().fileAndLine();
    if (document.isEmpty()) {
      return ofTheAccount(
          List.of(
              place
                  + " stands for many, so that the copy says what the account has; a row there"
                  + " keeps it with the others."),
          sources(resource.get()));
    }
    var described = new DescribedConnector(document.get(), source.address().instance());
    String folder = documents.folder(resource.get().place());
    Original original = withOwnCode(described.original(asked.withSchema()), folder);
    Optional<Resource> settings = resource(source.address().withKind(SETTINGS));
    return settings
        .filter(one -> asked.withSchema())
        .flatMap(one -> withWrittenSettings(original, one, documents))
        .flatMap(whole -> ofTheDocument(whole, List.of(resource.get(), settings.get()), folder))
        .or(() -> ofTheDocument(withLiveSettings(original), List.of(resource.get()), folder))
        .orElseGet(() ->
            ofTheAccount(
                List.of(
                    "Not all that the original says stands in "
                        + place
                        + ", so that the copy says what the account has."),
                sources(resource.get())));
  }

  /// A package belongs to one connection, so that the copy has one of its own, of the same file.
  private Original withOwnCode(Original original, String folder) {
    return account.described().resources().stream()
        .filter(one -> one.address().kind().equals(PACKAGE))
        .filter(one ->
            one.spec().get("connection") instanceof Value.Reference user
                && user.target().equals(source.address()))
        .map(one -> one.spec().text("file_path"))
        .filter(path -> !path.isEmpty() && original.spec().get("sdk_package").isAbsent())
        .map(path -> Path.of(folder).relativize(Path.of(path)).toString().replace('\\', '/'))
        .map(path ->
            original.withSpec(
                code().with(original.spec(), Value.Mapping.EMPTY.with("file", Value.text(path)))))
        .findFirst()
        .orElse(original);
  }

  private InsideUser code() {
    return new InsideUser(account.definition().fields(lives.getFirst().fields()), PACKAGE);
  }

  /// As their document has them, which may be the connector's own.
  private static Optional<Original> withWrittenSettings(
      Original original, Resource settings, DocumentsAtPlaces documents) {
    return original.hasSettings()
        ? Optional.of(original)
        : documents
            .at(settings.place())
            .map(node -> original.withSettings(DescribedConnector.settings(node)));
  }

  /// As the account has them: several documents may have had a say.
  private Original withLiveSettings(Original original) {
    return asked.withSchema() ? original.withSettings(live().settings()) : original;
  }

  /// Empty where it would not say what the original says.
  ///
  /// @param originals what it has to be like
  private Optional<Copied> ofTheDocument(
      Original original, List<Resource> originals, String folder) {
    var trial = new CopyTrial(run, project, folder);
    Tried tried = trial.with(asked.copy().after(original), asked.name(), List.of());
    List<FieldPath> secrets =
        tried.resources().stream()
            .flatMap(copy -> Secrets.of(copy).keySet().stream())
            .distinct()
            .toList();
    Original hidden = original.hiding(secrets, asked.address(), new EnvNames(used));
    String text = asked.copy().after(hidden);
    tried = trial.with(text, asked.name(), hidden.variables());
    boolean tellsASecret = !run.redaction().mask(text).equals(text);
    return tried.isSound() && !tellsASecret && isAlike(tried, original, originals)
        ? Optional.of(
            new Copied(
                text,
                hidden.variables(),
                tried.resources(),
                tried.problems(),
                List.of(),
                namesFiles(text) ? Optional.of(folder) : Optional.empty()))
        : Optional.empty();
  }

  private boolean isAlike(Tried tried, Original original, List<Resource> originals) {
    List<FieldPath> but = new ArrayList<>(Likeness.ofGroups(original.spec()));
    but.add(FieldPath.of("config", "package_id"));
    asked.fields().stream().map(SetField::path).forEach(but::add);
    var likeness = new Likeness(but);
    return tried.resources().stream()
        .allMatch(copy ->
            originals.stream()
                .filter(one -> one.address().kind().equals(copy.address().kind()))
                .allMatch(one -> likeness.difference(one, copy).isEmpty()));
  }

  private static boolean namesFiles(String text) {
    return text.contains("${file:") || text.contains("${yaml:") || text.contains("sdk_package:");
  }

  /// Who the copies would be, by what the account tells of the original.
  List<Resource> identities() {
    Original original = live();
    return asked.groups().stream().map(group -> asked.copy().in(group, original)).toList();
  }

  private Original live() {
    return LiveConnector.of(
        account.roster().kinds(), account.roster().ids(), asked.address(), lives, used);
  }

  private Copied ofTheAccount(List<String> notes, Map<FieldPath, String> sources) {
    Original whole = live().reading(sources);
    Original original = whole.withSpec(code().without(whole.spec()));
    String text = asked.copy().after(original);
    Tried tried =
        CopyTrial.beside(run, project, account.described())
            .with(text, asked.name(), original.variables());
    if (!tried.isSound()) {
      throw unfit(tried);
    }
    return new Copied(
        text,
        original.variables(),
        tried.resources(),
        tried.problems(),
        whole.spec().equals(original.spec()) ? notes : withCode(notes),
        Optional.empty());
  }

  private static List<String> withCode(List<String> notes) {
    return Stream.concat(
            notes.stream(),
            Stream.of(
                "It runs no code yet, since a package belongs to one connection: write sdk_package:"
                    + " {file: ITS.zip} into its spec."))
        .toList();
  }

  /// Where the secrets of the original come from, as far as its copy may read there, too.
  private static Map<FieldPath, String> sources(Resource resource) {
    Map<FieldPath, String> sources = new HashMap<>();
    Secrets.of(resource)
        .forEach((path, secret) -> {
          String name = secret.source().name();
          if (name.matches("(env|secret):[A-Za-z0-9_/.-]+")) {
            sources.put(path, name);
          }
        });
    return sources;
  }

  private Optional<Resource> resource(Address address) {
    return account.described().resources().stream()
        .filter(resource -> resource.address().equals(address))
        .findFirst();
  }

  private static RefusedException unfit(Tried tried) {
    List<Problem> errors = tried.problems().stream().filter(Problem::isError).toList();
    return new RefusedException(
        Refusal.USAGE,
        "the copy would be no manifest that fits the others: "
            + errors.stream()
                .map(problem -> problem.subject() + " " + problem.message())
                .distinct()
                .collect(Collectors.joining("; ")),
        errors.stream()
            .map(Problem::fix)
            .filter(fix -> !fix.isEmpty())
            .findFirst()
            .orElse("Change it by --set."));
  }
}
