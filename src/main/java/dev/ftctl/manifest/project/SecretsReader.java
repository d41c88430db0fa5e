package dev.ftctl.manifest.project;

import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.expression.SecretStore;
import dev.ftctl.manifest.expression.Types;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `secrets:` of the project file: the sources by the names (or patterns of names) of what
/// they give.
record SecretsReader(PlainReader plain) {

  private static final List<String> FORMS = List.of("env", "file", "folder", "exec");

  List<SecretStore.Declared> read(Node.Mapping file) {
    var declared = new ArrayList<SecretStore.Declared>();
    file.get("secrets")
        .flatMap(node -> plain.mapping(node, "'secrets'"))
        .ifPresent(mapping ->
            mapping
                .entries()
                .forEach((name, entry) ->
                    source(name, entry)
                        .ifPresent(
                            source -> declared.add(new SecretStore.Declared(name, source)))));
    return declared;
  }

  private Optional<SecretStore.Source> source(String name, Node.Entry entry) {
    String what = "the secret '" + Types.excerpt(name) + "'";
    Optional<Node.Mapping> written = plain.mapping(entry.value(), what);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    plain.checkKeys(written.get(), what, FORMS);
    List<String> forms =
        FORMS.stream().filter(form -> written.get().get(form).isPresent()).toList();
    if (forms.size() != 1) {
      plain
          .report()
          .error(
              entry.keyPlace(),
              "secret-source",
              what + " has " + (forms.isEmpty() ? "no source" : "several sources"),
              "write one of env, file, folder and exec");
      return Optional.empty();
    }
    Node node = written.get().get(forms.getFirst()).orElseThrow();
    return switch (forms.getFirst()) {
      case "env" -> text(node, "'env'").map(SecretStore.Source.OfEnvironment::new);
      case "file" -> text(node, "'file'").map(SecretStore.Source.OfFile::new);
      case "folder" -> text(node, "'folder'").map(SecretStore.Source.OfFolder::new);
      default -> command(node);
    };
  }

  /// As written: `${name}` in it is filled in for each secret.
  private Optional<String> text(Node node, String what) {
    return node instanceof Node.Scalar scalar && !scalar.isNull() && !scalar.text().isBlank()
        ? Optional.of(scalar.text())
        : plain.wrong(node, what, "a text", "");
  }

  private Optional<SecretStore.Source> command(Node node) {
    List<String> words = plain.scalars(node, "'exec'").stream().map(Node.Scalar::text).toList();
    if (words.isEmpty()
        || words.getFirst().isBlank()
        || words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
      plain
          .report()
          .error(
              node.place(),
              "secret-source",
              "'exec' names no program",
              "write exec: [op, read, \"op://vault/item/field\"]");
      return Optional.empty();
    }
    return Optional.of(new SecretStore.Source.OfCommand(words));
  }
}
