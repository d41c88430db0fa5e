package dev.ftctl.cli.verbs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.operate.Result;
import dev.ftctl.render.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What became of each object, told one by one.
public final class Results {

  private final Run run;
  private final CommonFlags common;
  private final Map<String, ObjectNode> details = new ConcurrentHashMap<>();

  public Results(Run run, CommonFlags common) {
    this.run = run;
    this.common = common;
  }

  /// What the document has of an object beside its result. Called by many threads.
  public void add(Named object, String name, JsonNode detail) {
    details.computeIfAbsent(key(object), address -> Json.object()).set(name, detail);
  }

  private static String key(Named object) {
    return object.address() + " " + object.id();
  }

  /// As it comes, but in JSON, which is one document at the end. Called by many threads.
  public void tell(Result result) {
    String address = result.object().address().toString();
    boolean isGood = result instanceof Result.Done || result instanceof Result.Unneeded;
    String line = words(address, result);
    if (common.isJson()) {
      run.output().note(line);
    } else if (isGood) {
      run.output().outcome(line);
    } else {
      run.output().tell(line);
    }
  }

  private static String words(String address, Result result) {
    return switch (result) {
      case Result.Done done -> address + ": " + done.what();
      case Result.Unneeded unneeded -> address + ": " + unneeded.why();
      case Result.Failed failed -> "error: " + address + ": " + message(failed);
      case Result.Unfinished left -> "error: " + address + ": " + left.what();
      case Result.NotBegun left -> address + ": not begun, since the run was stopped";
    };
  }

  /// The closing line, or the document.
  public ExitCode end(List<Result> results) {
    ExitCode code = whole(run.stop().isAsked() ? run.stop().signal() : codeOf(results), results);
    if (common.isJson()) {
      run.output().document(Json.text(document(results, code)));
    } else if (results.size() > 1) {
      run.output().tell(closing(results));
    }
    return whole(code, results);
  }

  private ExitCode whole(ExitCode code, List<Result> results) {
    boolean hasWrites = results.stream().anyMatch(Result.Done.class::isInstance);
    return run.output().isWhole() ? code : code.whenLost(hasWrites);
  }

  /// All done, some, or none; no signal and nothing that could not be printed is in it.
  public static ExitCode codeOf(List<Result> results) {
    if (results.stream().anyMatch(Result.Unfinished.class::isInstance)) {
      return ExitCode.TIMED_OUT;
    }
    List<Result.Failed> failed =
        results.stream()
            .filter(Result.Failed.class::isInstance)
            .map(Result.Failed.class::cast)
            .toList();
    if (failed.isEmpty()) {
      return ExitCode.OK;
    }
    boolean isAnyDone = results.stream().anyMatch(Result.Done.class::isInstance);
    if (!isAnyDone && failed.stream().allMatch(Results::isBlocked)) {
      return ExitCode.BLOCKED;
    }
    if (failed.size() < results.size()) {
      return ExitCode.PARTIAL;
    }
    return failed.stream().allMatch(Results::isDenied) ? ExitCode.DENIED : ExitCode.FAILED;
  }

  private static boolean isBlocked(Result.Failed failed) {
    return failed.cause() instanceof RefusedException refused
        && refused.reason() == Refusal.BLOCKED;
  }

  private static boolean isDenied(Result.Failed failed) {
    return switch (failed.cause()) {
      case ApiException refused -> refused.failure().isDenied();
      case RefusedException refused -> refused.reason() == Refusal.DENIED;
      default -> false;
    };
  }

  private static String closing(List<Result> results) {
    long done = results.stream().filter(Result.Done.class::isInstance).count();
    long unneeded = results.stream().filter(Result.Unneeded.class::isInstance).count();
    long failed = results.stream().filter(Result.Failed.class::isInstance).count();
    long open = results.stream().filter(Result.Unfinished.class::isInstance).count();
    long left = results.size() - done - unneeded - failed - open;
    return "%d done, %d needed nothing, %d failed%s%s."
        .formatted(
            done,
            unneeded,
            failed,
            open == 0 ? "" : ", " + open + " not ended",
            left == 0 ? "" : ", " + left + " not begun");
  }

  private ObjectNode document(List<Result> results, ExitCode code) {
    ObjectNode document = Json.object();
    ArrayNode items = document.putArray("items");
    results.forEach(result -> items.add(item(result)));
    return document.put("exit_code", code.number());
  }

  private ObjectNode item(Result result) {
    ObjectNode item = result(result);
    return item.setAll(details.getOrDefault(key(result.object()), Json.object()));
  }

  private static ObjectNode result(Result result) {
    ObjectNode item =
        Json.object()
            .put("address", result.object().address().toString())
            .put("id", result.object().id());
    return switch (result) {
      case Result.Done done -> item.put("result", "done").put("text", done.what());
      case Result.Unneeded unneeded -> item.put("result", "unneeded").put("text", unneeded.why());
      case Result.Failed failed -> item.put("result", "failed").put("text", message(failed));
      case Result.Unfinished left -> item.put("result", "not ended").put("text", left.what());
      case Result.NotBegun left -> item.put("result", "not begun");
    };
  }

  private static String message(Result.Failed failed) {
    return String.valueOf(failed.cause().getMessage());
  }
}
