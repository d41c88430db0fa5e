package dev.ftctl.endtoend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import dev.ftctl.testing.Zips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A project with the plain document of each kind ([PlainDocuments]) in a file of its own, and the
/// account that it makes.
final class OneOfEach {

  private OneOfEach() {}

  static Stream<KindDefinition> kinds() {
    return Wanted.KINDS.kinds().stream().map(Kind::definition);
  }

  static KindDefinition kind(String slug) {
    return Wanted.KINDS.ofSlug(slug).definition();
  }

  static String file(String slug) {
    return "manifests/" + slug + ".yaml";
  }

  /// A document of the kind that says this, as JSON, which is YAML.
  static String document(KindDefinition kind, Map<String, Object> spec) {
    return GrammarPlaces.json(
            Map.of(
                "kind",
                kind.name(),
                "metadata",
                Map.of("name", PlainDocuments.name(kind.slug())),
                "spec",
                spec))
        + "\n";
  }

  static String document(KindDefinition kind) {
    return document(kind, PlainDocuments.spec(kind.slug()));
  }

  /// The project, with that account.
  static Workspace in(Path folder, Lab lab) {
    return in(folder, lab, any -> true);
  }

  /// The documents of some kinds.
  static Workspace in(Path folder, Lab lab, Predicate<KindDefinition> which) {
    var workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file("manifests/code.zip", Zips.of("connector.py", "pass"));
    kinds().filter(which).forEach(kind -> workspace.file(file(kind.slug()), document(kind)));
    return workspace;
  }

  /// `apply` with a place for what is told once.
  static String[] apply(String... more) {
    return apply(any -> true, more);
  }

  /// The same where documents of some kinds are applied.
  static String[] apply(Predicate<KindDefinition> which, String... more) {
    var line = new ArrayList<>(List.of("apply", "--auto-approve"));
    kinds()
        .filter(which)
        .filter(kind -> kind.handsOutOnce().isPresent())
        .forEach(kind ->
            line.addAll(
                List.of(
                    "--handout",
                    kind.slug()
                        + "/"
                        + PlainDocuments.name(kind.slug())
                        + "="
                        + kind.slug()
                        + ".json")));
    line.addAll(List.of(more));
    return line.toArray(String[]::new);
  }

  /// A simulator with one object of each kind; no request is in its log. Applied once for all.
  static Lab lab() {
    var lab = new Lab();
    lab.sandbox().control().replaceAccount(Made.ACCOUNT);
    lab.forget();
    return lab;
  }

  private static final class Made {
    static final ObjectNode ACCOUNT = account();

    private static ObjectNode account() {
      try (var lab = new Lab()) {
        in(Files.createTempDirectory("ftctl-one-of-each"), lab).succeed(apply());
        return lab.sandbox().control().account();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
