package dev.ftctl.cli.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.SandboxFile;
import dev.ftctl.cli.flags.SandboxPlace;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.render.Json;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.store.RequestRecord;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ftctl sandbox show`: what the simulator's account holds, and what it was asked.
@Command(
    name = "show",
    description = "Show what the simulator's account holds, or what it was asked.")
public final class SandboxShowCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin SandboxFile file = new SandboxFile();

  @Option(
      names = "--requests",
      description =
          "The requests, oldest first, with masks for secrets, and what doesn't fit the API"
              + " document.")
  boolean showsRequests;

  private final Run run;

  public SandboxShowCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() throws IOException {
    if (!file.exists(run)) {
      run.output()
          .tell("There is no " + file.shown(run) + " yet; a command with --sandbox makes it.");
      common.print(run.output(), common.isJson() ? "{}\n" : "");
      return ExitCode.OK.number();
    }
    ObjectNode account;
    List<RequestRecord> requests;
    try (Sandbox sandbox = file.open(run)) {
      account = sandbox.control().account();
      requests = sandbox.requests();
    } catch (IOException unusable) {
      throw SandboxPlace.unusable(file.path(run), unusable);
    }
    common.print(run.output(), common.isJson() ? json(account, requests) : text(account, requests));
    return ExitCode.OK.number();
  }

  private String json(ObjectNode account, List<RequestRecord> requests) {
    ObjectNode json = Json.object();
    if (showsRequests) {
      ArrayNode list = json.putArray("requests");
      requests.forEach(request -> list.add(request.toJson()));
    } else {
      json.set("account", account);
      json.put("requests", requests.size());
    }
    return Json.text(json);
  }

  private String text(ObjectNode account, List<RequestRecord> requests) {
    var text = new StringBuilder();
    if (showsRequests) {
      requests.forEach(request -> text.append(line(request)).append('\n'));
      return text.toString();
    }
    account
        .properties()
        .forEach(collection ->
            text.append("%-24s %d%n".formatted(collection.getKey(), collection.getValue().size())));
    return text.append("%-24s %d%n".formatted("requests so far", requests.size())).toString();
  }

  private static String line(RequestRecord request) {
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    String body = request.body().isMissingNode() ? "" : "  " + request.body();
    String violations =
        request.violations().isEmpty() ? "" : "  ! " + String.join("; ", request.violations());
    return "%-6s %s%s → %d%s%s"
        .formatted(request.method(), request.path(), query, request.status(), body, violations);
  }
}
