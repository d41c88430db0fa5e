package dev.ftctl.kind.setuptest;

import dev.ftctl.kind.StepResult;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an answer's `setup_tests` say: `{title, status, message, details}` each (fivetran-quirks
/// 2.3).
public final class TestResults {

  /// Of credentials as a whole, or one of them, in the words of different services.
  private static final Pattern NO_CREDENTIALS =
      Pattern.compile(
          "(?i)\\bcredentials?\\b.*\\b(missing|required|empty|not"
              + " (set|provided|entered|configured))\\b|\\b(missing|no)\\b.*\\bcredentials?\\b");

  private TestResults() {}

  /// Whether tests ran in this call at all.
  public static boolean ran(Value.Mapping answer) {
    return !answer.get("setup_tests").isBlank();
  }

  /// The failed ones, as `Connecting to host: Connection refused`, with the key that one met.
  public static List<String> failures(Value.Mapping answer) {
    return failed(answer).stream()
        .map(test -> test.text("title") + ": " + test.text("message") + met(test))
        .toList();
  }

  /// Whether a test failed because nobody has entered any credentials.
  static boolean lackCredentials(Value.Mapping answer) {
    return failed(answer).stream()
        .anyMatch(test -> NO_CREDENTIALS.matcher(test.text("message")).find());
  }

  /// As the end of a step.
  public static StepResult result(Value.Mapping answer) {
    return result(answer, advice(answer));
  }

  /// The same of what no person sets up in Fivetran.
  public static StepResult resultOfOurs(Value.Mapping answer) {
    return result(answer, "");
  }

  private static StepResult result(Value.Mapping answer, String advice) {
    List<String> failures = failures(answer);
    return failures.isEmpty()
        ? StepResult.DONE
        : new StepResult.Unfinished("setup tests failed: " + String.join("; ", failures) + advice);
  }

  private static String advice(Value.Mapping answer) {
    return lackCredentials(answer)
        ? "\nWhere a person enters them in Fivetran, write `"
            + SetupTesting.BY_HAND
            + "` under metadata: then it waits for that, and no test runs before."
        : "";
  }

  static List<Value.Mapping> failed(Value.Mapping answer) {
    Stream<Value> tests =
        answer.get("setup_tests") instanceof Value.Items items
            ? items.items().stream()
            : Stream.of();
    return tests
        .filter(Value.Mapping.class::isInstance)
        .map(Value.Mapping.class::cast)
        .filter(test -> test.text("status").endsWith("FAILED"))
        .toList();
  }

  private static String met(Value.Mapping test) {
    List<ShownKey> keys = ShownKey.of(test);
    return keys.isEmpty()
        ? ""
        : keys.stream().map(ShownKey::hint).collect(Collectors.joining(", ", " (", ")"));
  }
}
