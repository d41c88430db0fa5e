package dev.ftctl.cli;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.flags.Wire;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.model.Live;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.model.value.Value;
import dev.ftctl.walk.Walk;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl connect`: a link for the person whom a connection waits for.
@Command(
    name = "connect",
    description = "Print a fresh link with which a person authorises a connection in the browser.")
public final class ConnectCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin AccountFlags accounts = new AccountFlags();

  @Parameters(
      paramLabel = "ADDRESS",
      description = "Of a connection that manifests describe: connector/crm@analytics_prod.")
  String address = "";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Project file (default: ftctl.yaml, looked for upwards).")
  String config = "";

  @Option(
      names = "--env",
      paramLabel = "NAME",
      defaultValue = "",
      description = "The environment: its account, variables and overlays.")
  String environment = "";

  @Option(
      names = "--redirect",
      paramLabel = "URL",
      defaultValue = "https://fivetran.com/dashboard/connectors",
      description = "Where the browser goes when the person is done (default: ${DEFAULT-VALUE}).")
  String redirect = "";

  private final Run run;

  public ConnectCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    if (!run.console().terminals().out()) {
      throw new RefusedException(
          Refusal.USAGE,
          "the link is a token, and the output is no terminal",
          "Run ftctl connect "
              + ShellWord.of(address)
              + " on a terminal, not in CI and not into a file.");
    }
    Desired desired =
        Manifests.read(
            manifests().request(run, run.console().clock().instant()), run.kinds().get());
    Address connector = only(desired);
    try (AccountFlags.Opened opened =
        accounts.open(run, true, Wire.of(run, common), desired.project().environment())) {
      Account account = opened.account();
      Live live = live(desired, account, connector);
      run.output().result(link(account, live.id()) + "\n");
      run.output()
          .tell("Whoever has this link can set up " + connector + ": give it to nobody else.");
      return ExitCode.OK.number();
    }
  }

  private ManifestFlags manifests() {
    var flags = new ManifestFlags();
    flags.config = config;
    flags.environment = environment;
    flags.targets = List.of(address);
    return flags;
  }

  /// One connection: a document of several groups means as many.
  private Address only(Desired desired) {
    var pattern = new AddressPattern(address);
    List<Address> asked =
        desired.planned().stream()
            .map(resource -> resource.address())
            .filter(one -> one.kind().equals("connector") && pattern.covers(one))
            .toList();
    if (asked.size() == 1) {
      return asked.getFirst();
    }
    throw new RefusedException(
        Refusal.USAGE,
        asked.isEmpty()
            ? address + " is no connection"
            : address + " means " + asked.size() + " connections",
        asked.isEmpty()
            ? "Give an address such as connector/crm@analytics_prod."
            : "Give one of " + Near.list(asked.stream().map(Address::toString).toList()) + ".");
  }

  private String link(Account account, RemoteId connection) {
    var config = Value.Mapping.EMPTY.with("redirect_uri", Value.text(redirect));
    return account
        .api(ConnectionsApi.class)
        .connectCard(connection.value(), Value.Mapping.EMPTY.with("connect_card_config", config))
        .mapping("connect_card")
        .text("uri");
  }

  private Live live(Desired desired, Account account, Address connector) {
    Live live =
        new Walk(run.kinds().get())
            .look(desired, account, ReadingObserver.NONE)
            .find(connector)
            .orElseThrow(() ->
                new RefusedException(
                    Refusal.USAGE,
                    connector + " is not in the account yet",
                    "Create it with ftctl apply."));
    if (live.fields().mapping("status").text("setup_state").equalsIgnoreCase("connected")) {
      throw new RefusedException(
          Refusal.USAGE,
          connector + " is connected: it waits for nobody",
          "Nothing is to be done.");
    }
    return live;
  }
}
