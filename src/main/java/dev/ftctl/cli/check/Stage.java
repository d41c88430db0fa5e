package dev.ftctl.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.http.AccountOptions;
import dev.ftctl.fivetran.http.Credentials;
import dev.ftctl.model.Redaction;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import dev.ftctl.sandbox.control.SandboxControl;
import dev.ftctl.sandbox.store.IdWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// A simulator in memory that plays one account after another. Used by one thread.
final class Stage implements AutoCloseable {

  private static final int IN_FLIGHT = 4;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /// The id of a new account's owner.
  private static final String OWNER = IdWords.id(0);

  private final Sandbox sandbox;
  private final Redaction redaction;
  private Optional<ObjectNode> played = Optional.empty();

  /// Kept from test to test, as far as it may: making one costs more than a small plan.
  private Optional<Account> reader = Optional.empty();

  private String readerOf = "";

  Stage(Redaction redaction) {
    this.redaction = redaction;
    try {
      sandbox = Sandbox.start(SandboxOptions.inMemory());
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  /// Plays an account, for reading. The same again is not set up again, since plans only read, and
  /// whoever asks is known by the id of the account alone.
  Account played(ObjectNode account) {
    if (played.filter(account::equals).isEmpty()) {
      control().replaceAccount(account);
      played = Optional.of(account);
    }
    String id = account.path("account").path("info").path("account_id").asText();
    if (!id.equals(readerOf)) {
      reader.ifPresent(Account::close);
      reader = Optional.of(account(false));
      readerOf = id;
    }
    return reader.orElseThrow();
  }

  /// Plays a new account.
  ///
  /// @param seed what is laid over it
  /// @throws IllegalArgumentException when that is none
  void begin(ObjectNode seed) {
    played = Optional.empty();
    control().begin(withoutOwner(seed));
  }

  /// A seed that brings its own owner leaves none of the simulator's beside it.
  private static ObjectNode withoutOwner(ObjectNode seed) {
    JsonNode owner = seed.path("account").path("info").path("user_id");
    if (owner.isMissingNode() || seed.path("users").has(OWNER)) {
      return seed;
    }
    ObjectNode other = seed.deepCopy();
    other.withObjectProperty("users").putNull(OWNER);
    return other;
  }

  /// Changes what is told of the account itself; null takes a member away.
  void info(Consumer<ObjectNode> change) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    change.accept(patch.putObject("account").putObject("info"));
    control().mergeAccount(patch);
  }

  /// Whether private links need no time, as long as nothing else is said.
  void linksAreThere(boolean atOnce) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    ObjectNode courses = patch.putObject("link_courses");
    if (atOnce) {
      courses.putObject("*").put("looks", 0);
    } else {
      courses.putNull("*");
    }
    control().mergeAccount(patch);
  }

  SandboxControl control() {
    return sandbox.control();
  }

  /// The account that is played; loopback is all that it reaches, whatever proxies there are.
  Account account(boolean allowsWrites) {
    return Account.open(
        new AccountOptions(
            sandbox.url(),
            new Credentials(sandbox.apiKey(), sandbox.apiSecret()),
            allowsWrites,
            IN_FLIGHT,
            TIMEOUT,
            redaction,
            request -> {}));
  }

  @Override
  public void close() {
    reader.ifPresent(Account::close);
    sandbox.close();
  }
}
