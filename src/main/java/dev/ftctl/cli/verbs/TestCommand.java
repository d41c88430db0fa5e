package dev.ftctl.cli.verbs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.kind.KindList;
import dev.ftctl.operate.Bulk;
import dev.ftctl.operate.tests.TestLine;
import dev.ftctl.operate.tests.TestRun;
import dev.ftctl.render.Json;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ftctl test`: Fivetran runs its tests of connections, destinations, logs, dbt projects and
/// webhooks. A write: what they find becomes the setup state.
@Command(
    name = "test",
    description =
        "Run the setup tests of connections, destinations, logs and dbt projects, try webhooks.")
public final class TestCommand implements Callable<Integer> {

  private static final int WIDEST_STATUS = 7;

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin ObjectFlags objects = new ObjectFlags();
  @Mixin LabelFlag labels = new LabelFlag();
  @Mixin StateFlags states = new StateFlags();
  @Mixin YesFlag yes = new YesFlag();

  @Option(
      names = "--event",
      paramLabel = "NAME",
      defaultValue = "",
      description = "What webhooks are sent (default: the first event that each is for).")
  String event = "";

  private final Run run;

  public TestCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    objects.about(run.kinds().get(), TestRun.KINDS);
    try (var live = LiveObjects.open(run, common, accounts, project, true, kinds())) {
      ObjectFlags.Chosen chosen = objects.warned(run).of(live.directory(), labels, states);
      yes.require(run, "Test", chosen);
      var results = new Results(run, common);
      var bulk = new Bulk(accounts.parallelism, results::tell);
      run.stop().guard(bulk::stop);
      var tests =
          new TestRun(live.account(), event, (object, lines) -> seen(results, object, lines));
      return results.end(bulk.run(chosen.objects(), tests)).number();
    }
  }

  /// The lists that are read: of kinds on demand only those that are named.
  private Set<String> kinds() {
    KindList all = run.kinds().get();
    Set<String> named = objects.kinds(all);
    boolean isAnything = named.containsAll(TestRun.KINDS);
    return TestRun.KINDS.stream()
        .filter(slug ->
            isAnything ? !all.ofSlug(slug).definition().isListedOnDemand() : isTold(named, slug))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Where one is named that has no tests, all that have some are told.
  private static boolean isTold(Set<String> named, String slug) {
    return named.contains(slug) || !TestRun.KINDS.containsAll(named);
  }

  private void seen(Results results, Named object, List<TestLine> lines) {
    ArrayNode items = Json.object().arrayNode();
    var text = new StringBuilder();
    for (TestLine line : lines) {
      items
          .addObject()
          .put("title", line.title())
          .put("status", line.status())
          .put("message", line.message());
      text.append(object.address())
          .append(": ")
          .append(line.status())
          .append(" ".repeat(Math.max(0, WIDEST_STATUS - line.status().length()) + 2))
          .append(line.title())
          .append(line.message().isEmpty() ? "" : ": " + line.message().strip())
          .append('\n');
    }
    results.add(object, "tests", items);
    if (!common.isJson()) {
      run.output().result(text.toString());
    }
  }
}
