package dev.ftctl.sandbox;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.catalog.FieldFacts;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.sandbox.code.PackageFileRoutes;
import dev.ftctl.sandbox.connections.ConnectionActions;
import dev.ftctl.sandbox.connections.ConnectionRoutes;
import dev.ftctl.sandbox.connections.ConnectionTests;
import dev.ftctl.sandbox.connections.DestinationRoutes;
import dev.ftctl.sandbox.connections.GroupRoutes;
import dev.ftctl.sandbox.connections.TrustRoutes;
import dev.ftctl.sandbox.control.ControlDesk;
import dev.ftctl.sandbox.control.Faults;
import dev.ftctl.sandbox.control.SandboxControl;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Doorkeeper;
import dev.ftctl.sandbox.http.Incoming;
import dev.ftctl.sandbox.http.Reception;
import dev.ftctl.sandbox.http.RequestMask;
import dev.ftctl.sandbox.http.RouteTable;
import dev.ftctl.sandbox.http.Routes;
import dev.ftctl.sandbox.keys.EntityRoutes;
import dev.ftctl.sandbox.keys.SecretsManagerRoutes;
import dev.ftctl.sandbox.keys.SystemKeyRoutes;
import dev.ftctl.sandbox.logs.LogRoutes;
import dev.ftctl.sandbox.networking.HybridRoutes;
import dev.ftctl.sandbox.networking.LinkRoutes;
import dev.ftctl.sandbox.networking.ProxyRoutes;
import dev.ftctl.sandbox.others.AccountRoutes;
import dev.ftctl.sandbox.others.MetadataRoutes;
import dev.ftctl.sandbox.others.WebhookRoutes;
import dev.ftctl.sandbox.people.ApiKeyRoutes;
import dev.ftctl.sandbox.people.GroupUserRoutes;
import dev.ftctl.sandbox.people.RoleRoutes;
import dev.ftctl.sandbox.people.TeamRoutes;
import dev.ftctl.sandbox.people.UserRoutes;
import dev.ftctl.sandbox.schemas.SchemaActionRoutes;
import dev.ftctl.sandbox.schemas.SchemaRoutes;
import dev.ftctl.sandbox.store.AccountData;
import dev.ftctl.sandbox.store.ChangeLog;
import dev.ftctl.sandbox.store.DataFile;
import dev.ftctl.sandbox.store.Nodes;
import dev.ftctl.sandbox.store.QuotaGate;
import dev.ftctl.sandbox.store.RequestLog;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.sandbox.store.SandboxClock;
import dev.ftctl.sandbox.store.Seed;
import dev.ftctl.sandbox.store.Store;
import dev.ftctl.sandbox.syncs.NextSync;
import dev.ftctl.sandbox.syncs.SyncEngine;
import dev.ftctl.sandbox.syncs.SyncRoutes;
import dev.ftctl.sandbox.transformations.PackageRoutes;
import dev.ftctl.sandbox.transformations.ProjectRoutes;
import dev.ftctl.sandbox.transformations.TransformationRoutes;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A running simulator of the Fivetran API: one account, on loopback. Safe for many threads.
public final class Sandbox implements AutoCloseable {
  // Held here, since the logging system keeps only weak references and would forget the level.
  private static final Logger SERVER_LOG = Logger.getLogger("io.helidon");

  private static final long LARGEST_BODY_BYTES = 256L * 1024 * 1024;

  private final WebServer server;
  private final Store store;
  private final SandboxControl control;

  private Sandbox(WebServer server, Store store, SandboxControl control) {
    this.server = server;
    this.store = store;
    this.control = control;
  }

  /// Starts a simulator. Waits when another process has the data file open.
  ///
  /// @throws IOException when the data file or the port cannot be used
  /// @throws IllegalArgumentException when faults, quotas or seed are not what they should be
  public static Sandbox start(SandboxOptions options) throws IOException {
    var journal =
        switch (options.storage()) {
          case SandboxOptions.Storage.Memory memory -> new ChangeLog.None();
          case SandboxOptions.Storage.File file -> DataFile.open(file.path(), options.notice());
        };
    try {
      return started(options, journal);
    } catch (UncheckedIOException unusable) {
      journal.abandon();
      throw new IOException(unusable.getMessage(), unusable);
    } catch (RuntimeException | Error failed) {
      journal.abandon();
      throw failed;
    }
  }

  private static Sandbox started(SandboxOptions options, ChangeLog journal) {
    var clock = new SandboxClock(options.clock());
    var quotas = new QuotaGate(clock);
    var faults = new Faults();
    var account = new AccountData(Catalog.bundled(), clock, quotas);
    var seed = new Seed(options.systemKey());
    journal.load(account);
    account.resumeClock();
    var engine = new SyncEngine();
    var store = new Store(account, journal, engine);
    var isNew = store.run(AccountData::info).isEmpty();
    store.change(seed::plant);
    var requests = new RequestLog(journal);
    var control =
        new SandboxControl(
            store, faults, quotas, requests, seed, options.given().seed(), NextSync::set);
    taken("the fault rules", () -> control.faults(options.given().faults()));
    taken("the quotas", () -> control.quotas(options.given().quotas()));
    taken(
        "the seed",
        () -> {
          if (isNew) {
            control.mergeAccount(options.given().seed());
          }
        });
    var door =
        new HttpDoor(
            new Doorkeeper(options.hosts()),
            new Reception(routes(engine), store, quotas),
            new ControlDesk(control),
            faults,
            requests,
            new RequestMask(
                name -> config(store.run(AccountData::catalog), name),
                path -> service(store, path)),
            clock,
            options.latency());
    return new Sandbox(serving(door, options.port()), store, control);
  }

  private static void taken(String what, Runnable deed) {
    try {
      deed.run();
    } catch (ApiError refused) {
      throw new IllegalArgumentException(what + ": " + refused.text(), refused);
    }
  }

  /// `http://127.0.0.1:PORT`; serves `/v1/…`, and the same paths without that prefix.
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /// The one key that is accepted. Harmless: it opens nothing but a simulator.
  public String apiKey() {
    return Reception.API_KEY;
  }

  /// The secret of [#apiKey].
  public String apiSecret() {
    return Reception.API_SECRET;
  }

  /// The requests answered so far, oldest first, those of earlier runs on the same data file
  /// included.
  public List<RequestRecord> requests() {
    return control.requests();
  }

  public SandboxControl control() {
    return control;
  }

  /// Stops serving, compacts the data file and lets go of it.
  @Override
  public void close() {
    server.stop();
    store.close();
  }

  private static RouteTable routes(SyncEngine engine) {
    var table = new RouteTable();
    var collections =
        List.<Routes>of(
            new AccountRoutes(),
            new MetadataRoutes(),
            new GroupRoutes(),
            new GroupUserRoutes(),
            new DestinationRoutes(),
            new ConnectionRoutes(engine),
            new ConnectionActions(engine),
            new SyncRoutes(engine, ConnectionTests::tryAgain),
            new TrustRoutes(),
            new UserRoutes(),
            new TeamRoutes(),
            new RoleRoutes(),
            new SchemaRoutes(),
            new SchemaActionRoutes(),
            new TransformationRoutes(),
            new PackageRoutes(),
            new ProjectRoutes(),
            new WebhookRoutes(),
            new LogRoutes(),
            new ProxyRoutes(),
            new HybridRoutes(),
            new LinkRoutes(),
            new SecretsManagerRoutes(),
            new EntityRoutes(),
            new SystemKeyRoutes(),
            new PackageFileRoutes(),
            new ApiKeyRoutes());
    for (var routes : collections) {
      routes.addTo(table);
    }
    return table;
  }

  private static WebServer serving(HttpDoor door, int port) {
    SERVER_LOG.setLevel(Level.OFF);
    var server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(port)
            .shutdownHook(false)
            .featuresDiscoverServices(false)
            .shutdownGracePeriod(Duration.ofMillis(20))
            .maxPayloadSize(LARGEST_BODY_BYTES)
            // Else the second packet of an answer waits 40 ms for the first to be acknowledged.
            .connectionOptions(socket -> socket.tcpNoDelay(true))
            .routing(routing -> routing.any(door::handle))
            .build();
    server.start();
    // A port that is taken is only logged by the library; no exception tells it.
    if (!server.isRunning()) {
      var why = "cannot serve on port " + port + " of 127.0.0.1; is it in use?";
      throw new UncheckedIOException(why, new IOException(why));
    }
    return server;
  }

  private static Map<String, FieldFacts> config(Catalog catalog, String service) {
    return catalog
        .connection(service)
        .or(() -> catalog.destination(service))
        .or(() -> catalog.log(service))
        .or(() -> catalog.privateLink(service))
        .<Map<String, FieldFacts>>map(ServiceFacts::config)
        .orElse(Map.of());
  }

  /// The service of the connection or destination that a path names.
  private static Optional<String> service(Store store, String rawPath) {
    var segments = new Incoming("", rawPath, "", Map.of(), "", "", "", new byte[0]).segments();
    if (segments.size() < 2) {
      return Optional.empty();
    }
    var collection =
        switch (segments.get(0)) {
          case "external-logging" ->
              segments.get(1).equals("account")
                  ? AccountData.ACCOUNT_LOG_SERVICES
                  : AccountData.LOG_SERVICES;
          case "private-links" -> "private_links";
          case String same -> same;
        };
    return store
        .run(account ->
            collection.equals(AccountData.ACCOUNT_LOG_SERVICES)
                ? account.all(collection).stream().findFirst()
                : account.find(collection, segments.get(1)))
        .flatMap(node -> Nodes.text(node, "service"));
  }
}
