package dev.ftctl.cli.verbs.status;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import dev.ftctl.address.Directory;
import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.LabelFlag;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.cli.verbs.ObjectFlags;
import dev.ftctl.cli.verbs.StateFlags;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.operate.status.ConnectionStatus;
import dev.ftctl.operate.status.Fleet;
import dev.ftctl.operate.status.Health;
import dev.ftctl.operate.status.History;
import dev.ftctl.operate.status.Judge;
import dev.ftctl.operate.status.Targets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ftctl status`: how connections are, what needs somebody most first. Sends GETs only.
@Command(
    name = "status",
    description = "Tell how connections are: what is broken and why, how old their data is.")
public final class StatusCommand implements Callable<Integer>, CommonFlags.WithFormats {

  private static final Set<String> KINDS = Set.of("connector");

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin ObjectFlags objects = new ObjectFlags();
  @Mixin LabelFlag labels = new LabelFlag();
  @Mixin StateFlags states = new StateFlags();
  @Mixin FailOn failOn = new FailOn();
  @Mixin HistoryFlag history = new HistoryFlag();
  @Mixin WatchFlag watch = new WatchFlag();

  private final Run run;

  public StatusCommand(Run run) {
    this.run = run;
  }

  @Override
  public Set<Format> formats() {
    return StatusFormat.formats();
  }

  @Override
  public Optional<String> stopped(Format format, List<Problem> problems) {
    return StatusFormat.unread(format, now(), problems.getFirst().said());
  }

  @Override
  public Integer call() {
    failOn.states();
    history.require();
    requireText();
    objects.warned(run).about(run.kinds().get(), KINDS);
    try (var live = LiveObjects.open(run, common, accounts, project, false, KINDS)) {
      Targets targets = Freshness.of(run, live.described(), failOn.states());
      List<Address> unwatched = unwatched(live.directory(), targets);
      return watch.isGiven()
          ? watching(live, targets)
          : once(live, fleet(live, live.directory(), targets), unwatched);
    }
  }

  /// A connection that is not found is not fresh.
  private List<Address> unwatched(Directory directory, Targets targets) {
    if (objects.isGiven(labels, states)) {
      return List.of();
    }
    List<Address> unwatched =
        targets.unwatched(directory.all().stream().map(Named::address).collect(toSet()));
    if (!unwatched.isEmpty()) {
      run.output()
          .tell(
              "warning: no connection of the account is known to be "
                  + unwatched.stream().map(Address::toString).collect(joining(", "))
                  + ", so that nobody watches the freshness of its document; ftctl drift tells"
                  + " more");
    }
    return unwatched;
  }

  private void requireText() {
    if (watch.isGiven() && (!StatusFormat.isForPeople(common.format) || history.isGiven())) {
      throw new RefusedException(
          Refusal.USAGE,
          "--watch prints lines for people, without histories",
          "Run ftctl status by a timer for other formats and for --history.");
    }
  }

  private Instant now() {
    return run.console().clock().instant();
  }

  private Fleet fleet(LiveObjects live, Directory directory, Targets targets) {
    Instant now = now();
    var judge = new Judge(now, targets);
    var info = live.account().info();
    String account = info.name().isEmpty() ? info.id() : info.name();
    return new Fleet(
        now,
        account,
        objects.ofAll(directory, labels, states).stream().map(judge::of).toList(),
        Optional.empty());
  }

  private int once(LiveObjects live, Fleet looked, List<Address> unwatched) {
    boolean isSelected = objects.isGiven(labels, states);
    Fleet fleet = history.with(run, live.account(), accounts.parallelism, looked, isSelected);
    List<ConnectionStatus> found = failOn.found(fleet);
    boolean isFound = !found.isEmpty() || !unwatched.isEmpty() && failOn.is(Health.STALE);
    ExitCode code = codeOf(fleet, isFound);
    run.summary().of(fleet.account());
    run.summary().differs(isFound);
    run.summary().closes(new StatusFormat(run, common).text().closing(fleet));
    new StatusFormat(run, common).print(fleet, code.number());
    failOn.tell(run, found);
    return code.number();
  }

  /// What could not be read comes before what was found: it may hold more.
  private static ExitCode codeOf(Fleet fleet, boolean isFound) {
    return fleet.connections().stream()
        .flatMap(each -> each.history().stream())
        .filter(History.Unread.class::isInstance)
        .map(unread -> ExitCode.ofFailure(((History.Unread) unread).why().failure()))
        .findFirst()
        .orElse(isFound ? ExitCode.FOUND : ExitCode.OK);
  }

  private int watching(LiveObjects live, Targets targets) {
    var watching = new Watching(run, new StatusFormat(run, common).text(), failOn);
    return watching
        .run(
            fleet(live, live.directory(), targets),
            () -> fleet(live, live.again(), targets),
            new Pace(live.account(), live.directory().all().size()).of(run, watch.pause))
        .number();
  }
}
