package dev.ftctl.cli.flags;

import dev.ftctl.cli.process.DurationText;
import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.http.AccountOptions;
import dev.ftctl.fivetran.http.AccountUrl;
import dev.ftctl.fivetran.http.Credentials;
import dev.ftctl.fivetran.http.Reach;
import dev.ftctl.fivetran.pacing.Parallelism;
import dev.ftctl.manifest.project.Environment;
import dev.ftctl.model.Quotas;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which account, and how it is reached.
public final class AccountFlags {

  private static final String FIVETRAN = "https://api.fivetran.com";

  @Option(
      names = "--sandbox",
      description = "The embedded simulator, kept in .ftctl/sandbox.json, instead of Fivetran.")
  public boolean isSandbox;

  @Option(
      names = "--api-url",
      paramLabel = "URL",
      defaultValue = "",
      description = "The API's base URL (default: FIVETRAN_API_URL, else " + FIVETRAN + ").")
  String apiUrl = "";

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      defaultValue = "",
      description = "API key and secret as JSON; else FIVETRAN_API_KEY and FIVETRAN_API_SECRET.")
  String credentials = "";

  @Mixin ShownKey shownKey = new ShownKey();

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      defaultValue = "",
      description =
          "Certificates (PEM) of the authorities to trust, in place of Java's (default:"
              + " SSL_CERT_FILE).")
  String caFile = "";

  private ParallelismText.Given inFlight = ParallelismText.Given.AUTO;

  /// How many things may be under way at most.
  public int parallelism = Parallelism.AUTO.most();

  @Option(
      names = "--timeout",
      paramLabel = "D",
      defaultValue = "60s",
      converter = DurationText.class,
      description = "Of one request (default: ${DEFAULT-VALUE}).")
  Duration timeout = Duration.ofSeconds(60);

  @Option(
      names = "--parallelism",
      paramLabel = "N|auto",
      defaultValue = "auto",
      converter = ParallelismText.class,
      description =
          "Requests in flight at most; auto: from 8 to 32, as many as the server answers quickly"
              + " (default: ${DEFAULT-VALUE}).")
  void inFlight(ParallelismText.Given given) {
    inFlight = given;
    parallelism = given.most();
  }

  /// An account that is open, and what stands behind it.
  public record Opened(Account account, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
      account.close();
      closing.run();
    }
  }

  /// Whether anything says by which key the account is to be asked, usable or not.
  public boolean isKeyGiven(Run run, Environment environment) {
    return isSandbox || !credentials.isEmpty() || new KeyRing(run).isGiven(environment);
  }

  /// Whether opening it takes nothing but variables, and tells nothing: so it may be done early.
  public boolean isPlain(Run run, Environment environment) {
    return !isSandbox
        && credentials.isEmpty()
        && !shownKey.isGiven()
        && new KeyRing(run).isPlain(environment);
  }

  /// Opens the account; nothing is sent yet.
  ///
  /// @param environment whose credentials may have names of their own
  /// @throws RefusedException without credentials, or when `FIVETRAN_SCOPE` forbids writing
  public Opened open(Run run, boolean allowsWrites, Wire wire, Environment environment) {
    if (inFlight.most() < 1) {
      throw new RefusedException(
          Refusal.USAGE, "--parallelism is " + inFlight.most(), "Give at least 1, or auto.");
    }
    run.stop().writing(allowsWrites);
    return isSandbox
        ? simulator(run, allowsWrites, wire)
        : fivetran(run, allowsWrites, wire, environment);
  }

  /// The embedded simulator enforces no quota.
  private Opened simulator(Run run, boolean allowsWrites, Wire wire) {
    Quotas quotas = QuotaSetting.of(run.console(), Quotas.NONE);
    Path file = SandboxPlace.dataFile(run.console().folder());
    try {
      Sandbox sandbox = Sandbox.start(SandboxOptions.keptIn(file).withNotice(run.output()::tell));
      var key = new Credentials(sandbox.apiKey(), sandbox.apiSecret());
      AccountOptions options = options(run, sandbox.url(), key, allowsWrites, wire, quotas);
      return new Opened(Account.open(options, run.console().sleeper()), sandbox::close);
    } catch (IOException unusable) {
      throw SandboxPlace.unusable(file, unusable);
    }
  }

  /// Where the API is, without `/v1`; with a simulator inside of the run, which nobody else
  /// reaches, Fivetran's own address.
  ///
  /// @throws RefusedException when the address is none, or unsafe
  public String url(Run run) {
    try {
      return isSandbox ? FIVETRAN : AccountUrl.of(base(run));
    } catch (IllegalArgumentException unsafe) {
      throw unsafe(unsafe);
    }
  }

  /// The key that this account is asked with.
  ///
  /// @param environment whose credentials may have names of their own
  /// @throws RefusedException when there is none, or it can't be one by its look
  public Credentials key(Run run, Environment environment) {
    return shownKey.of(run).orElseGet(() -> new KeyRing(run).find(credentials, environment));
  }

  /// What is set to lie between here and the account, used or not.
  ///
  /// @throws RefusedException when that can't be used
  public Reach reach(Run run) {
    return new Reaching(run.console()).asSet(base(run), caFile);
  }

  private URI base(Run run) {
    String fromEnvironment = run.console().variable("FIVETRAN_API_URL");
    return uri(
        !apiUrl.isEmpty() ? apiUrl : !fromEnvironment.isEmpty() ? fromEnvironment : FIVETRAN);
  }

  private static RefusedException unsafe(IllegalArgumentException unsafe) {
    return new RefusedException(
        Refusal.USAGE,
        String.valueOf(unsafe.getMessage()),
        "Check --api-url and FIVETRAN_API_URL.");
  }

  private Opened fivetran(Run run, boolean allowsWrites, Wire wire, Environment environment) {
    URI base = base(run);
    Quotas quotas = QuotaSetting.of(run.console(), Quotas.PAID);
    var scope = new WriteScope(run.console());
    scope.require(allowsWrites);
    Reach reach = new Reaching(run.console()).to(base, caFile);
    Credentials key = key(run, environment);
    try {
      AccountOptions options =
          options(run, base, key, allowsWrites, wire, quotas).behind(reach, scope.refusesDeletes());
      return new Opened(Account.open(options, run.console().sleeper()), () -> {});
    } catch (IllegalArgumentException unsafe) {
      throw unsafe(unsafe);
    }
  }

  private AccountOptions options(
      Run run, URI url, Credentials key, boolean allowsWrites, Wire wire, Quotas quotas) {
    return new AccountOptions(
        url,
        key,
        allowsWrites,
        inFlight.parallelism(),
        timeout,
        run.redaction(),
        wire,
        quotas,
        run.output()::tell);
  }

  private static URI uri(String text) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      // Told below, like every other text that is no address.
    }
    throw new RefusedException(
        Refusal.USAGE, "the API's URL '" + text + "' is none", "Write it like " + FIVETRAN + ".");
  }
}
