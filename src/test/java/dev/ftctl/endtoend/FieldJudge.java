package dev.ftctl.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.endtoend.FieldPlaces.Place;
import dev.ftctl.endtoend.FieldRun.Seen;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Judges whether what was seen of a field is what its traits say.
final class FieldJudge {

  /// The objects that the API merges at their top level; all others it replaces whole.
  private static final Set<String> MERGED =
      Set.of(
          "destination config",
          "connector config",
          "external-log config",
          "account-log config",
          "transformation-project project_config");

  /// What steers a request, and is no field.
  private static final Set<String> OF_REQUESTS = Set.of("run_setup_tests", "run_tests");

  /// What the API changes by itself along with a field, below its collection.
  private static final Map<String, String> FOLLOWS =
      Map.of(
          "destination networking_method", "config/connection_type",
          "destination config.connection_type", "networking_method",
          "destination hybrid_deployment_agent_id", "local_processing_agent_id",
          "connector config.connection_type", "networking_method",
          "connector paused", "status/.*|succeeded_at|",
          "transformation transformation_config.excluded_models", "output_model_names",
          "sdk-package file", "_file|file_sha256_hash",
          "schema-settings schema_change_handling", "quiet_columns");

  /// The same along with any field of a kind.
  private static final Map<String, String> ALWAYS =
      Map.of(
          "connector", "schedule_type|sync_frequency|daily_sync_time",
          "private-link", "account_id");

  private FieldJudge() {}

  /// What is wrong with it, in words; nothing when all is right.
  static List<String> wrong(Seen seen) {
    var wrong = new ArrayList<String>();
    String action = seen.plan().path("action").asText("none");
    FieldOutcome outcome = FieldOutcome.of(seen.place());
    String expected =
        switch (outcome) {
          case UPDATED -> "update";
          case REPLACED -> "replace";
          case ANOTHER -> "create";
          case NOTHING -> "none";
          case REFUSED, ELSEWHERE -> throw new IllegalArgumentException(outcome.toString());
        };
    if (!action.equals(expected)) {
      wrong.add("is told as " + action + ", not as " + expected);
    }
    switch (outcome) {
      case UPDATED -> updated(seen, wrong);
      case REPLACED -> {
        if (!seen.plan().path("blocks").findValuesAsText("reason").toString().contains("replace")) {
          wrong.add("is not blocked");
        }
      }
      default -> {}
    }
    String shown = String.join(" ", seen.plan().path("fields").findValuesAsText("shown"));
    boolean isThere = action.equals("update") || action.equals("replace");
    if (isThere
        && isReference(seen.place().field().shape())
        && shown.matches(".*\"[a-z]+_[a-z]+\".*")) {
      wrong.add("shows an id: " + shown);
    }
    boolean isSent = outcome == FieldOutcome.UPDATED || outcome == FieldOutcome.ANOTHER;
    if (!isSent && !seen.writes().isEmpty()) {
      wrong.add("is sent");
    }
    if (outcome == FieldOutcome.ANOTHER
        && seen.writes().stream()
            .anyMatch(write -> !write.path("method").asText().equals("POST"))) {
      wrong.add("changes the one that it meant");
    }
    return wrong;
  }

  private static boolean isReference(Shape shape) {
    return (shape instanceof Shape.SetOf set ? set.item() : shape) instanceof Shape.Ref;
  }

  private static void updated(Seen seen, List<String> wrong) {
    if (seen.writes().size() != 1) {
      wrong.add("comes to " + seen.writes().size() + " writes");
      return;
    }
    Place place = seen.place();
    String first =
        place.field().shape() instanceof Shape.RoleMap ? "role" : place.sent().getFirst();
    boolean isMerged =
        MERGED.contains(place.kind().slug() + " " + first) && place.sent().size() > 1;
    JsonNode body = seen.writes().getFirst().path("body");
    body.fieldNames()
        .forEachRemaining(name -> {
          boolean isSecret = name.equals("auth") && place.is(Trait.LOGIN);
          if (!name.equals(first) && !OF_REQUESTS.contains(name) && !isSecret) {
            wrong.add("sends " + name);
          }
        });
    if (isMerged) {
      body.path(first)
          .properties()
          .forEach(inner -> {
            boolean isSecret = inner.getValue().toString().contains("(secret)");
            if (!inner.getKey().equals(place.sent().get(1)) && !isSecret) {
              wrong.add("sends " + first + "." + inner.getKey());
            }
          });
    }
    if (seen.changed().stream().noneMatch(path -> isOf(place, member(path)))) {
      wrong.add("is not another afterwards");
    }
    seen.changed().stream()
        .map(FieldJudge::member)
        .filter(member -> !isOf(place, member) && !follows(place, member))
        .forEach(member -> wrong.add("changes " + member));
  }

  /// The path below collection and id.
  private static String member(String path) {
    return path.replaceFirst("^/[^/]*/[^/]*/?", "");
  }

  private static boolean isOf(Place place, String member) {
    return switch (place.field().shape()) {
      case Shape.RoleMap roles -> member.equals("role");
      default -> {
        String own = String.join("/", place.sent());
        yield member.equals(own)
            || member.startsWith(own + "/")
            || place.sent().getFirst().equals("file");
      }
    };
  }

  private static boolean follows(Place place, String member) {
    return member.equals("updated_at")
        || place.sent().getFirst().equals("schedule") && member.startsWith("schedule/")
        || member.matches(FOLLOWS.getOrDefault(place.key(), "-"))
        || member.matches(ALWAYS.getOrDefault(place.kind().slug(), "-"));
  }
}
