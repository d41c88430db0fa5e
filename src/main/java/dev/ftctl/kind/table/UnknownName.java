package dev.ftctl.kind.table;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.FieldPath;

/// A name of Fivetran's that the catalogue lacks: it may be newer, or misspelt.
///
/// @param path inside `spec`, without the places of list items
/// @param text what was written
/// @param said the same for messages; the source where the text is not to be shown
/// @param near the known name that it resembles most; empty when none does
/// @param known what there is instead, in words; empty where that tells nothing
/// @param owner what the field belongs to: `config of service 'postgres'`
public record UnknownName(
    Sort sort,
    FieldPath path,
    String text,
    String said,
    String near,
    String known,
    String owner,
    SourceLocation place) {

  /// What is unknown, and the rule that finds it.
  public enum Sort {
    FIELD("unknown-field", false),
    VALUE("unknown-value", false),
    SERVICE("unknown-service", true),

    /// A service that Fivetran had once.
    FORMER("former-service", true),

    /// Known to be dropped by the API: the naming field of another family.
    DROPPED("dropped-field", false);

    private final String rule;
    private final boolean isOfService;

    Sort(String rule, boolean isOfService) {
      this.rule = rule;
      this.isOfService = isOfService;
    }

    /// Whether the service itself is what is unknown.
    public boolean isOfService() {
      return isOfService;
    }
  }

  /// What can be said without asking the account: a warning, since the catalogue ages; what is
  /// known to be dropped is an error.
  public Problem offline(String subject) {
    if (sort == Sort.DROPPED) {
      return Problem.error(place, sort.rule, subject, message(), fix());
    }
    return Problem.warning(place, sort.rule, subject, message(), fix());
  }

  /// Unknown to the account's metadata too: an error where it looks like a misspelt name.
  public Problem unknownThereToo(String subject) {
    String message =
        message() + (sort == Sort.FIELD ? ", also to" : ", nor does") + " Fivetran's metadata";
    return near.isEmpty() || sort == Sort.FORMER
        ? Problem.warning(place, sort.rule, subject, message, fix())
        : Problem.error(place, sort.rule, subject, message, meant() + " Else: " + insisting());
  }

  /// The same with another near name.
  public UnknownName near(String name) {
    return new UnknownName(sort, path, text, said, name, known, owner, place);
  }

  private String message() {
    return switch (sort) {
      case FIELD -> "unknown field '" + said + "' in " + owner;
      case VALUE -> "'" + path.leaf() + "' is " + said + ", which the catalogue does not list";
      case SERVICE -> "'" + path.leaf() + "' is " + said + ", which the catalogue does not know";
      case FORMER ->
          "'" + path.leaf() + "' is " + said + ", which Fivetran offers no more under this name";
      case DROPPED ->
          "Fivetran drops '" + said + "' from the " + owner + ", which is named by " + near;
    };
  }

  private String fix() {
    if (sort == Sort.DROPPED) {
      return "write " + near + " alone";
    }
    if (sort == Sort.FORMER) {
      String stays = "connections that exist may keep it";
      return near.isEmpty() ? stays : "its successor is '" + near + "'; " + stays;
    }
    if (!near.isEmpty()) {
      return meant() + " It is sent as written";
    }
    return known.isEmpty() ? "it is sent as written" : "it is sent as written; " + known;
  }

  private String meant() {
    return "did you mean '" + near + "'?";
  }

  private String insisting() {
    return "metadata.unchecked: [" + path + "]";
  }
}
