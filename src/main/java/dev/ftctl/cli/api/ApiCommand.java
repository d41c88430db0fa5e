package dev.ftctl.cli.api;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.flags.Wire;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.Question;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.walk.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ftctl api`: any call of the API. A GET is sent as it is, everything else asks first.
@Command(name = "api", description = "Send any call of the API, and print its answer.")
public final class ApiCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();

  @Parameters(index = "0", paramLabel = "METHOD", description = "GET, POST, PATCH, PUT or DELETE.")
  String method = "";

  @Parameters(
      index = "1",
      paramLabel = "PATH",
      description = "connections/ID, /v1/connections/ID or the whole URL.")
  String path = "";

  @Parameters(
      index = "2..*",
      paramLabel = "K=V",
      description = {
        "A field of the body: k=text, k:=JSON, k=@FILE,",
        "a.b=text inside of a, a[]=text one more item;",
        "k==text is a query parameter."
      })
  List<String> terms = List.of();

  @Option(
      names = "--input",
      paramLabel = "FILE",
      defaultValue = "",
      description = "The whole body as JSON; - for standard input.")
  String input = "";

  @Option(names = "--data", hidden = true, defaultValue = "")
  String data = "";

  @Option(names = "--paginate", description = "All pages of a list, as one.")
  boolean isPaginated;

  @Option(names = "--all", hidden = true)
  boolean isAll;

  @Option(
      names = "-o",
      paramLabel = "FILE",
      defaultValue = "",
      description = "Write the answer into this new file, which only you can read.")
  String file = "";

  @Option(
      names = {"-y", "--yes"},
      description = "Send it without a question.")
  boolean isYes;

  @Option(
      names = "--curl",
      description = "Print the call for curl, without its secrets, and send nothing.")
  boolean isCurl;

  @Option(names = "--dry-run", hidden = true)
  boolean isDryRun;

  @Option(names = "--no-rewrite", description = "Send an old path as it is typed.")
  boolean isAsTyped;

  @Option(names = "--strict", description = "Refuse what the API document does not have.")
  boolean isStrict;

  private final Run run;

  public ApiCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    String base = accounts.url(run);
    var bases = new ArrayList<>(List.of(base));
    if (accounts.isSandbox) {
      bases.add("https://api.fivetran.com");
    }
    String body = input.isEmpty() ? data : input;
    Call call = new CallReader(run, bases, !isAsTyped, body).read(method, path, terms);
    call.doubt().ifPresent(this::doubt);
    var paging = new Paging(call, isPaginated || isAll);
    paging.check();
    if (isCurl || isDryRun) {
      new CurlLine(run, common).print(call, base);
      return ExitCode.OK.number();
    }
    requireFile(call);
    try (Target target = Target.open(run, file)) {
      boolean isShown = confirm(call);
      return send(call, paging, target, isShown).number();
    }
  }

  private ExitCode send(Call call, Paging paging, Target target, boolean isShown) {
    Project settings = Manifests.project(project.request(run), run.kinds().get());
    try (AccountFlags.Opened opened =
        accounts.open(run, call.verb().writes(), Wire.of(run, common), settings.environment())) {
      if (!settings.account().isEmpty()) {
        new Described(settings, List.of(), Optional.empty()).requireAccount(opened.account());
      }
      return new Exchange(run, common, opened.account()).of(call, paging, target, isShown);
    }
  }

  private void doubt(String sentence) {
    if (isStrict) {
      throw new RefusedException(
          Refusal.USAGE, sentence, "Without --strict it is sent all the same.");
    }
    run.output().tell("warning: " + sentence);
  }

  private void requireFile(Call call) {
    if (call.tellsASecretOnce() && file.isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE,
          "the answer of " + call.verb() + " " + call.path().encoded() + " tells a secret, once",
          "Give -o FILE, a new file that only you can read.");
    }
  }

  /// @return whether the call was shown
  private boolean confirm(Call call) {
    if (!call.verb().writes() || isYes) {
      return false;
    }
    run.output().tell("Call: " + call.shown());
    new Question(run).require("Send this?", "Give --yes to send it without a question.");
    return true;
  }
}
