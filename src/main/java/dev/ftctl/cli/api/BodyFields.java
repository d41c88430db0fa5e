package dev.ftctl.cli.api;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Mark;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.SecretSource;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is known of the fields of a call's body.
///
/// @param operation the call in the API document, if it is there
/// @param config of its `config` and `auth`
record BodyFields(Optional<Operation> operation, ConfigFields config) {

  /// Names that tell a secret wherever they stand.
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(password|passwd|passphrase|secret|token|private_?key|api_?key|access_?key|salt"
              + "|credential|connection_string|auth_json).*");

  /// Of what is sent as it is, and shown as nothing but a secret.
  private static final Origin HIDDEN = new Origin(SourceLocation.NONE, Mark.outside("secret"));

  static BodyFields of(Optional<Operation> operation, List<String> segments, String service) {
    boolean isDestination = segments.contains("destinations");
    return new BodyFields(operation, new ConfigFields(Catalog.bundled(), isDestination, service));
  }

  Optional<Declared> type(List<String> way) {
    Optional<Declared> told = operation.map(known -> known.fields().get(String.join(".", way)));
    return told.isEmpty() && isConfig(way) ? config.type(way) : told;
  }

  /// The body with every value that is to be kept secret as such, whatever gave it and whatever its
  /// type is.
  Value.Mapping guarded(Value.Mapping body) {
    return (Value.Mapping) guarded(body, List.of(), false);
  }

  private Value guarded(Value value, List<String> way, boolean isSecret) {
    return switch (value) {
      case Value.Mapping mapping -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        mapping
            .entries()
            .forEach((name, member) -> {
              List<String> inside = new ArrayList<>(way);
              inside.add(name);
              entries.put(name, guarded(member, inside, isSecret || isSecret(inside)));
            });
        yield Value.Mapping.of(entries);
      }
      case Value.Items items ->
          Value.items(items.items().stream().map(item -> guarded(item, way, isSecret)).toList());
      case Value.Text text when isSecret && !text.text().isEmpty() ->
          new Value.Secret(new Typed(text.text()), Origin.LIVE);
      case Value.Num number when isSecret -> new Value.Num(number.number(), HIDDEN);
      case Value.Bool flag when isSecret -> new Value.Bool(flag.flag(), HIDDEN);
      case Value.Text text -> text;
      case Value.Num number -> number;
      case Value.Bool flag -> flag;
      case Value.Null nothing -> nothing;
      case Value.Absent absent -> absent;
      case Value.Secret secret -> secret;
      case Value.Reference reference -> reference;
    };
  }

  private boolean isSecret(List<String> way) {
    boolean isDeclared =
        operation
            .map(known -> known.fields().get(String.join(".", way)) == Declared.SECRET)
            .orElse(false);
    return isDeclared
        || SECRET.matcher(way.getLast()).matches()
        || isConfig(way) && config.isSecret(way);
  }

  private boolean isConfig(List<String> way) {
    boolean hasServices =
        operation
            .map(known ->
                known.template().contains("connections")
                    || known.template().contains("destinations"))
            .orElse(true);
    return hasServices && (way.getFirst().equals("config") || way.getFirst().equals("auth"));
  }

  /// A secret that the command line or a file gave.
  private record Typed(String text) implements SecretSource {
    @Override
    public String name() {
      return "literal";
    }

    @Override
    public Optional<String> reveal() {
      return Optional.of(text);
    }

    @Override
    public String toString() {
      return "(secret)";
    }
  }
}
