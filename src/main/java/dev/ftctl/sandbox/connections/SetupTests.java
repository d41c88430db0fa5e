package dev.ftctl.sandbox.connections;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.FieldFacts;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.Nodes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the setup tests of a connection or destination find. Nothing is contacted: they fail when a
/// login field is missing, or when a host contains `unreachable`, so that failures can be tried
/// out.
final class SetupTests {
  private static final List<String> HOSTS =
      List.of(
          "host",
          "hosts",
          "server_host_name",
          "sftp_host",
          "tunnel_host",
          "domain",
          "sub_domain",
          "base_url");

  /// Secrets without one of which an account cannot be entered; others belong to options.
  private static final List<String> LOGIN_SECRETS =
      List.of(
          "password",
          "api_key",
          "api_token",
          "access_token",
          "token",
          "secret_key",
          "client_secret",
          "personal_access_token",
          "api_secret",
          "bearer_token",
          "oauth2_secret",
          "sasl_plain_secret");

  /// Services whose API document says that Fivetran's own service account works where no
  /// `secret_key` is given; its destinations of BigQuery are the same product.
  private static final Set<String> OPENED_BY_FIVETRAN =
      Set.of("big_query", "big_query_dts", "managed_big_query", "bigquery_db");

  /// Ways to enter that need a secret in the configuration itself.
  private static final Set<String> BY_SECRET = Set.of("PASSWORD", "CUSTOM_SERVICE_ACCOUNT");

  private static final Set<String> OAUTH =
      Set.of("refresh_token", "client_access", "access_token", "oauth_token");

  private final ServiceFacts facts;
  private final ObjectNode config;
  private final boolean authorized;
  private final boolean secretsElsewhere;
  private final ArrayNode items = JsonNodeFactory.instance.arrayNode();

  private SetupTests(ServiceFacts facts, ObjectNode node) {
    this.facts = facts;
    this.config =
        node.path("config") instanceof ObjectNode object
            ? object
            : JsonNodeFactory.instance.objectNode();
    this.authorized = node.path("_auth").isObject() && !node.path("_auth").isEmpty();
    this.secretsElsewhere = node.hasNonNull("external_secrets_manager_id");
  }

  /// The outcome: items as `{title, status, message}` in the order of their run.
  record Outcome(ArrayNode items) {
    boolean passed() {
      for (var item : items) {
        if (!List.of("PASSED", "WARNING").contains(item.path("status").asText())) {
          return false;
        }
      }
      return true;
    }
  }

  /// What they find in this account: they all pass where it is marked so, for whoever wants to get
  /// behind them.
  static Outcome judged(AccountData account, Outcome outcome) {
    if (account.info().path("pass_setup_tests").asBoolean()) {
      for (var item : outcome.items()) {
        ((ObjectNode) item).put("status", "PASSED").put("message", "");
      }
    }
    return outcome;
  }

  static Outcome ofConnection(
      ServiceFacts facts, ObjectNode connection, Trust trust, boolean hasDestination) {
    var tests = new SetupTests(facts, connection);
    tests.items.addAll(trust.items(tests.config));
    tests.reach();
    tests.login();
    tests.add("Checking destination", hasDestination, "The group has no destination");
    return new Outcome(tests.items);
  }

  static Outcome ofDestination(ServiceFacts facts, ObjectNode destination, Trust trust) {
    var tests = new SetupTests(facts, destination);
    tests.items.addAll(trust.items(tests.config));
    tests.reach();
    tests.login();
    return new Outcome(tests.items);
  }

  private void reach() {
    for (var name : HOSTS) {
      var value = text(name);
      if (value.filter(host -> host.contains("unreachable")).isPresent()) {
        add(
            "Connecting to host",
            false,
            "Could not reach " + value.get() + ": connection timed out");
        return;
      }
    }
    // Of several ways in another one may be that of the host.
    var needsHost = facts.config().containsKey("host") && !facts.config().containsKey("auth_mode");
    add("Connecting to host", !needsHost || text("host").isPresent(), "Host is missing");
  }

  private void login() {
    if (waitsForAPerson()) {
      item("Authorization", "SKIPPED", "Waiting for somebody to authorize the connection");
      return;
    }
    var missing =
        facts.config().containsKey("user")
            && config.path("user").isMissingNode()
            && text("host").isPresent()
            && otherMethod().isEmpty();
    add(
        "Validating credentials",
        !missing && hasLogin(),
        missing ? "User is missing" : "Credentials are missing");
  }

  /// Services that are entered through OAuth, and were given no token: only a person in a browser
  /// can do it.
  private boolean waitsForAPerson() {
    var oauth = facts.auth().keySet().stream().anyMatch(OAUTH::contains);
    var noOtherWay =
        facts.auth().isEmpty()
            && facts.config().isEmpty()
            && facts.naming() != dev.ftctl.catalog.NamingFamily.NONE;
    var serviceAccount = text("auth_type").filter(type -> type.startsWith("Service")).isPresent();
    var bySecret = method().filter(SetupTests::isBySecret).isPresent();
    return (oauth || noOtherWay) && !authorized && !serviceAccount && !bySecret && !hasAnySecret();
  }

  private boolean hasLogin() {
    var needed =
        facts.config().keySet().stream().anyMatch(LOGIN_SECRETS::contains) && !isOpenedByFivetran();
    return !needed || otherMethod().isPresent() || authorized || secretsElsewhere || hasAnySecret();
  }

  /// How the account is entered if not by user and password: a service principal, a key pair, ….
  private Optional<String> otherMethod() {
    return method().filter(method -> !isBySecret(method));
  }

  private Optional<String> method() {
    return text("auth_method").or(() -> text("auth_type"));
  }

  private static boolean isBySecret(String method) {
    return BY_SECRET.contains(method.toUpperCase(Locale.ROOT));
  }

  /// Whether a service account of Fivetran's own opens the door where no key is given: where the
  /// service always lets it in, and where `auth_type` knows it and says nothing else (`gcs`).
  private boolean isOpenedByFivetran() {
    var types = facts.config().get("auth_type");
    return OPENED_BY_FIVETRAN.contains(facts.service())
        || (types != null
            && types.enumValues().contains("FIVETRAN_SERVICE_ACCOUNT")
            && text("auth_type").isEmpty());
  }

  private boolean hasAnySecret() {
    return facts.config().values().stream()
        .filter(FieldFacts::secret)
        .anyMatch(field -> config.hasNonNull(field.name()));
  }

  private Optional<String> text(String name) {
    return Nodes.text(config, name);
  }

  private void add(String title, boolean passed, String failure) {
    item(title, passed ? "PASSED" : "FAILED", passed ? "" : failure);
  }

  private void item(String title, String status, String message) {
    items.addObject().put("title", title).put("status", status).put("message", message);
  }
}
