package dev.ftctl.operate.tests;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.fivetran.api.DestinationsApi;
import dev.ftctl.fivetran.api.LogsApi;
import dev.ftctl.fivetran.api.TransformationProjectsApi;
import dev.ftctl.fivetran.api.WebhooksApi;
import dev.ftctl.kind.Writes;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Deed;
import dev.ftctl.operate.Result;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// Runs the tests of an object. It approves no key that a host shows: that is another verb's work.
/// Tests may be run twice, so a call whose answer is lost is made once more.
///
/// @param event that webhooks are sent; empty for the first that each is for
/// @param seen takes each test's end, before the result; called by many threads
public record TestRun(Account account, String event, BiConsumer<Named, List<TestLine>> seen)
    implements Deed {

  private static final String PROJECT = "transformation-project";

  /// The kinds that there are tests of.
  public static final Set<String> KINDS =
      Set.of("connector", "destination", "webhook", "external-log", "account-log", PROJECT);

  private static final String USUAL_EVENT = "sync_end";

  @Override
  public Result of(Named object) {
    List<TestLine> lines = lines(object);
    seen.accept(object, lines);
    if (lines.isEmpty()) {
      return new Result.Unneeded(object, "has no tests");
    }
    long failed = lines.stream().filter(TestLine::isFailed).count();
    String count = lines.size() == 1 ? "1 test" : lines.size() + " tests";
    if (failed > 0) {
      String message = failed + " of " + count + " failed" + next(object);
      throw new RefusedException(Refusal.FAILED, message, "");
    }
    return new Result.Done(object, count + ", none failed");
  }

  private List<TestLine> lines(Named object) {
    String id = object.id();
    return switch (object.address().kind()) {
      case "connector" ->
          TestLine.all(Writes.repeat(() -> connections().test(id, Value.Mapping.EMPTY)));
      case "destination" ->
          TestLine.all(Writes.repeat(() -> destinations().test(id, Value.Mapping.EMPTY)));
      case "webhook" -> List.of(hook(object));
      case "external-log" ->
          TestLine.all(Writes.repeat(() -> logs().test(id, Value.Mapping.EMPTY)));
      case "account-log" ->
          TestLine.all(Writes.repeat(() -> logs().testForAccount(Value.Mapping.EMPTY)));
      case PROJECT -> TestLine.all(Writes.repeat(() -> projects().test(id)));
      default ->
          throw new RefusedException(
              Refusal.USAGE, "Fivetran has no tests of a " + object.address().kind(), "");
    };
  }

  private static String next(Named object) {
    return object.address().kind().equals(PROJECT)
        ? "; the key that its repository has to let in: ftctl outputs "
            + ShellWord.of(object.address().toString())
        : "";
  }

  private TestLine hook(Named webhook) {
    String sent = event.isEmpty() ? firstEvent(webhook) : event;
    Value.Mapping body = Value.Mapping.EMPTY.with("event", Value.text(sent));
    Value.Mapping answer = Writes.repeat(() -> hooks().test(webhook.id(), body));
    boolean isPassed = answer.get("succeed").equals(Value.bool(true));
    // The url is a token for whoever has it.
    String url = webhook.live().fields().text("url");
    String message = answer.text("message");
    String told = url.isEmpty() ? message : message.replace(url, "the url");
    String said = answer.get("status").asText() + " " + told;
    return new TestLine("Event " + sent, isPassed ? "PASSED" : "FAILED", said.strip());
  }

  private static String firstEvent(Named webhook) {
    return webhook.live().fields().get("events") instanceof Value.Items events
            && !events.items().isEmpty()
        ? events.items().getFirst().asText()
        : USUAL_EVENT;
  }

  private ConnectionsApi connections() {
    return account.api(ConnectionsApi.class);
  }

  private DestinationsApi destinations() {
    return account.api(DestinationsApi.class);
  }

  private LogsApi logs() {
    return account.api(LogsApi.class);
  }

  private TransformationProjectsApi projects() {
    return account.api(TransformationProjectsApi.class);
  }

  private WebhooksApi hooks() {
    return account.api(WebhooksApi.class);
  }
}
