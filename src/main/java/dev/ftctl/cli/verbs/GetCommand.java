package dev.ftctl.cli.verbs;

import dev.ftctl.address.FieldFilter;
import dev.ftctl.address.FieldNames;
import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Run;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.render.English;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl get`: what the account has of a kind. Sends GETs only.
@Command(name = "get", description = "List live objects of a kind, or show some of them.")
public final class GetCommand implements Callable<Integer>, CommonFlags.WithFormats {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin LabelFlag labels = new LabelFlag();
  @Mixin StateFlags states = new StateFlags();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KIND",
      description = "connector, private-link, users, …; without one the kinds are listed.")
  String kind = "";

  @Parameters(
      index = "1..*",
      paramLabel = "NAME",
      description = "An address or pattern, a live name or an id; all of them without any.")
  List<String> names = List.of();

  @Option(
      names = "--filter",
      paramLabel = "K=V",
      split = ",",
      description = "Those with this value in a field: status.setup_state=broken, paused!=true.")
  List<String> filters = List.of();

  @Option(
      names = "--fields",
      paramLabel = "A,B",
      split = ",",
      description = "Print these fields, with dots: service,status.sync_state.")
  List<String> fields = List.of();

  @Option(names = "--limit", paramLabel = "N", description = "Print so many at most.")
  int limit = Integer.MAX_VALUE;

  private final Run run;

  public GetCommand(Run run) {
    this.run = run;
  }

  @Override
  public Set<Format> formats() {
    return Listing.FORMS.formats();
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new RefusedException(
          Refusal.USAGE, "--limit is " + limit, "Give at least 1, or leave it out.");
    }
    KindDefinition definition = KindArgument.of(run.kinds().get(), kind);
    Set<String> slugs = Set.of(definition.slug());
    try (var live = LiveObjects.open(run, common, accounts, project, false, slugs)) {
      List<Named> listed = chosen(live);
      List<FieldFilter> demands = filters.stream().map(FieldFilter::parse).toList();
      var columns = fields.stream().map(FieldFilter::path).toList();
      var known = new FieldNames(definition, live.directory().all());
      if (!live.directory().all().isEmpty()) {
        demands.forEach(demand -> known.require(demand.path()));
        columns.forEach(known::require);
      }
      List<Named> shown =
          detailed(live, definition, listed, demands, columns).stream()
              .filter(
                  named -> demands.stream().allMatch(each -> each.matches(named.live().fields())))
              .limit(limit)
              .toList();
      tellNone(definition, live.directory().all().size(), shown.size());
      if (!shown.isEmpty() || common.format != Format.TEXT) {
        print(new Listing(definition, columns, shown, width()));
      }
      return ExitCode.OK.number();
    }
  }

  private void print(Listing listing) {
    common.print(run.output(), Listing.FORMS.of(common.format, listing));
    List<String> left = common.isText() ? listing.left() : List.of();
    if (!left.isEmpty() && !common.isQuiet) {
      run.output()
          .tell(
              "The window is too narrow for "
                  + English.listed(left, "and")
                  + ": widen it, or choose by --fields.");
    }
  }

  /// Only a window has an edge.
  private int width() {
    Console.Terminals terminals = run.console().terminals();
    return terminals.out() ? terminals.columns() : Integer.MAX_VALUE;
  }

  /// A table without rows would say nothing.
  ///
  /// @param all how many the account has of the kind
  private void tellNone(KindDefinition definition, int all, int shown) {
    if (shown > 0) {
      return;
    }
    String noun = definition.slug();
    run.output()
        .tell(
            all == 0
                ? "The account has no "
                    + noun
                    + "s"
                    + (accounts.isSandbox
                        ? " (the simulator begins empty: ftctl apply --sandbox makes what manifests"
                            + " describe)."
                        : "; ftctl apply makes those that manifests describe.")
                : "None of the account's " + English.count(all, noun) + " fits what was asked.");
  }

  private List<Named> chosen(LiveObjects live) {
    var found = new LinkedHashSet<Named>(names.isEmpty() ? live.directory().all() : List.of());
    names.forEach(name -> found.addAll(live.directory().find(name)));
    return states.of(live.directory().labelled(List.copyOf(found), labels.selectors));
  }

  /// A closer look costs a call for each object: at what is named, where all of it is printed, and
  /// where a filter or a column asks for what the list does not tell.
  private List<Named> detailed(
      LiveObjects live,
      KindDefinition definition,
      List<Named> listed,
      List<FieldFilter> demands,
      List<FieldPath> columns) {
    var asked = new ArrayList<>(columns);
    demands.forEach(demand -> asked.add(demand.path()));
    boolean isBeyond =
        asked.stream().anyMatch(path -> new FieldFilter(path, true, "").isBeyond(listed));
    boolean isWhole = !names.isEmpty() && common.format != Format.TEXT && columns.isEmpty();
    if (listed.isEmpty() || !isBeyond && !isWhole) {
      return listed;
    }
    if (isBeyond && listed.size() > 1) {
      run.output()
          .tell(
              "The list of the API does not tell that: one call for each of "
                  + listed.size()
                  + " is sent.");
    }
    return live.detailed(run.kinds().get().ofSlug(definition.slug()), listed);
  }
}
