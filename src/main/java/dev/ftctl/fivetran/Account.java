package dev.ftctl.fivetran;

import dev.ftctl.fivetran.api.AccountApi;
import dev.ftctl.fivetran.http.AccountOptions;
import dev.ftctl.fivetran.http.StepWatch;
import dev.ftctl.fivetran.http.Transport;
import dev.ftctl.fivetran.http.WriteObserver;
import dev.ftctl.fivetran.pacing.RequestsLeft;
import dev.ftctl.fivetran.pacing.Sleeper;
import dev.ftctl.fivetran.pacing.Turn;
import dev.ftctl.model.Calls;
import dev.ftctl.model.Live;
import dev.ftctl.model.Quota;
import dev.ftctl.model.Quotas;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.file.SpooledFile;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.value.Value;
import feign.interceptor.MethodInterceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An account of Fivetran (or of the simulator), reached over HTTP. Safe for use by many threads.
public final class Account implements AutoCloseable {

  private final AccountOptions options;
  private final Transport transport;
  private final Owner owner;
  private final SharedReadings shared;
  private final KeptFiles files;
  private final List<MethodInterceptor> watches;
  private final Optional<Turn> turn;

  private Account(
      AccountOptions options,
      Transport transport,
      Owner owner,
      SharedReadings shared,
      KeptFiles files,
      List<MethodInterceptor> watches,
      Optional<Turn> turn) {
    this.options = options;
    this.transport = transport;
    this.owner = owner;
    this.shared = shared;
    this.files = files;
    this.watches = watches;
    this.turn = turn;
  }

  /// Waits as long as it takes.
  public static Account open(AccountOptions options) {
    return open(options, Sleeper.REAL);
  }

  /// Sends nothing yet.
  ///
  /// @param sleeper waits between attempts, and for quotas
  /// @throws IllegalArgumentException when the URL is none, or would carry the credentials in clear
  ///   over a network
  public static Account open(AccountOptions options, Sleeper sleeper) {
    var transport = new Transport(options, sleeper);
    return new Account(
        options,
        transport,
        new Owner(transport),
        new SharedReadings(System::nanoTime),
        new KeptFiles(),
        List.of(),
        Optional.empty());
  }

  /// A Feign interface of this account. Methods return a [Page], a `Value.Mapping` (the envelope's
  /// `data`, empty when a write has none) or nothing, take a `Value.Mapping` as body, and throw
  /// [dev.ftctl.model.problem.ApiException]. Before anything is sent,
  /// [dev.ftctl.model.problem.MissingSecretException] when the body holds a secret that is not set.
  ///
  /// Every `@Param` is percent-encoded in full; one that is null is left out of the query.
  public <T> T api(Class<T> type) {
    return transport.api(type, watches, turn);
  }

  /// Makes what the first request needs, and sends none.
  public void ready() {
    AccountApi unused = owner.api();
  }

  /// Where the API is, without `/v1`.
  public String url() {
    return transport.url();
  }

  /// Whose account this is; read once.
  public AccountInfo info() {
    return owner.info();
  }

  /// The same account, its writes observed on behalf of one step's resource.
  public Account forStep(Address address, WriteObserver observer) {
    var watch = new StepWatch(address, observer, options.redaction());
    return new Account(options, transport, owner, shared, files, List.of(watch), turn);
  }

  /// The same account for the calls of a step for which places in quotas are taken already.
  public Account taking(Turn taken) {
    return new Account(options, transport, owner, shared, files, watches, Optional.of(taken));
  }

  /// What steps that ask at about the same time read together.
  ///
  /// @param what is read, the same for all who may share it
  /// @param age how long before this call the reading may have begun at most; zero for one that
  ///   begins after it
  public List<Live> shared(String what, Duration age, Supplier<List<Live>> reading) {
    return shared.reading(what, age, reading);
  }

  /// The same for who knows the moment.
  ///
  /// @param since when the reading may have begun at the earliest, by [System#nanoTime]
  public List<Live> sharedSince(String what, long since, Supplier<List<Live>> reading) {
    return shared.since(what, since, reading);
  }

  /// Whether each file is downloaded once and kept until this is closed, for who comes back to it.
  public void keepFiles(boolean isKept) {
    files.keep(isKept);
  }

  /// A file of the account, to be closed by who asked.
  ///
  /// @param what it is, the same for all who may share it
  public SpooledFile file(String what, Supplier<SpooledFile> download) {
    return files.of(what, download);
  }

  /// Places in the small quotas that a step's calls count for; empty when there is none now. A step
  /// that begins with them does not wait for a quota in the middle of its work.
  public Optional<Turn> tryTurn(Calls calls) {
    return transport.pacer().tryTurn(calls);
  }

  /// Waits until there may be such places, or [#usedUp] says that nobody waits for them.
  ///
  /// @return false when [#stopWaiting] was called
  public boolean awaitTurn(Calls calls) throws InterruptedException {
    return transport.pacer().awaitTurn(calls);
  }

  /// The quota that has no place for a step's calls now, if it is one that nobody waits for.
  public Optional<Quota> usedUp(Calls calls) {
    return transport.pacer().usedUp(calls);
  }

  /// Lets time go by in which nothing is sent.
  ///
  /// @return false when [#stopWaiting] was called meanwhile
  public boolean pause(Duration pause) throws InterruptedException {
    return transport.pacer().pause(pause);
  }

  /// Nanoseconds since an arbitrary moment, by the clock that pauses go by.
  public long nanoTime() {
    return transport.pacer().nanoTime();
  }

  /// For a run that is to end: no call waits longer than a few seconds for a quota any more, but
  /// fails unsent.
  public void stopWaiting() {
    transport.pacer().stop();
  }

  /// The quotas that requests are paced by.
  public Quotas quotas() {
    return transport.pacer().quotas();
  }

  /// What answers told of the requests left; empty before the first that does.
  public Optional<RequestsLeft> requestsLeft() {
    return transport.pacer().requestsLeft();
  }

  /// What the clock of the last answer showed, in whole seconds; empty where none told it.
  public Optional<Instant> clock() {
    return transport.clock();
  }

  /// Requests sent so far, retries included.
  public long requestCount() {
    return transport.requestCount();
  }

  /// Drops the connections. A process ends a third of a second sooner without the thread that
  /// watches them.
  @Override
  public void close() {
    files.close();
    transport.close();
  }

  /// Reads the account's owner when first asked; a failure is not kept.
  private static final class Owner {
    private final Transport transport;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable AccountInfo info;

    Owner(Transport transport) {
      this.transport = transport;
    }

    AccountInfo info() {
      lock.lock();
      try {
        AccountInfo known = info;
        if (known == null) {
          var said = read();
          known =
              new AccountInfo(
                  said.text("account_id"), said.text("account_name"), said.text("user_id"));
          info = known;
        }
        return known;
      } finally {
        lock.unlock();
      }
    }

    AccountApi api() {
      return transport.api(AccountApi.class, List.of(), Optional.empty());
    }

    /// The first call of a run, whose path Fivetran's API always has: who doesn't know it, or has
    /// nothing to say, is another.
    private Value.Mapping read() {
      try {
        return api().info();
      } catch (ApiException refused) {
        ApiFailure failure = refused.failure();
        boolean hasNoCode = failure.code().isBlank() || failure.code().matches("\\d+");
        boolean isAnother = failure.isNotFound() && hasNoCode || failure.status() / 100 == 2;
        if (failure.isForeign() || !isAnother) {
          throw refused;
        }
        String said = failure.message().isBlank() ? "" : ": " + failure.message();
        throw new ApiException(
            failure.saidByAnother(transport.url() + " is not Fivetran's API" + said));
      }
    }
  }
}
