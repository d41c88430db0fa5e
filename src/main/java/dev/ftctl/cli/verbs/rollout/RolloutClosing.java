package dev.ftctl.cli.verbs.rollout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.address.Named;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.Failures;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.operate.rollout.Progress;
import dev.ftctl.operate.rollout.RolloutEnd;
import dev.ftctl.operate.rollout.RolloutEnd.How;
import dev.ftctl.render.English;
import dev.ftctl.render.Json;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Tells how a run ended, and what to leave with.
///
/// @param isConfirmed whether the command line said `--yes`, so that the one that goes on does
record RolloutClosing(
    Run run, RolloutSource source, Named connection, boolean isJson, boolean isConfirmed) {

  /// @param batch that the run was at
  /// @param lasting the lines of a manifest that declare what was switched on; may be empty
  ExitCode of(RolloutEnd end, String batch, Supplier<String> lasting) {
    ExitCode code = code(end);
    ExitCode whole = run.output().isWhole() ? code : code.whenLost(end.hasWritten());
    if (end.how() == How.DONE) {
      done(end, lasting.get(), whole);
      return whole;
    }
    stopped(end, batch);
    if (isJson) {
      String result = end.how().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      print(
          document(end.progress(), result).put("text", end.words()).put("next", next(end)), whole);
    }
    return whole;
  }

  private void done(RolloutEnd end, String lasting, ExitCode code) {
    if (isJson) {
      print(document(end.progress(), "done").put("declared_by", lasting), code);
      return;
    }
    int all = end.progress().done().size();
    int already = end.progress().onAlready().size();
    run.output()
        .outcome(
            "rollout "
                + source.rollout().name()
                + " is done: "
                + English.count(all, source.rollout().noun())
                + " of "
                + connection.address()
                + " on and synced"
                + (already == 0 ? "" : ", " + already + " on already"));
    if (!lasting.isEmpty()) {
      run.output().tell("No manifest names all of them; these lines in a spec do:");
      run.output().document(lasting);
    }
  }

  /// Of a run that began nothing.
  void leftAlone(Progress progress, String words) {
    print(document(progress, "left alone").put("text", words), ExitCode.OK);
  }

  private ObjectNode document(Progress progress, String result) {
    return new RolloutView(source, Optional.of(progress)).json().put("result", result);
  }

  private void print(ObjectNode document, ExitCode code) {
    run.output().document(Json.text(document.put("exit_code", code.number())));
  }

  private void stopped(RolloutEnd end, String batch) {
    if (end.how() == How.LATE || end.how() == How.STOPPED) {
      String words = end.words().isEmpty() ? "" : ": " + end.words();
      run.output().tell("stopped at " + at(batch) + words);
    } else {
      run.output().tell("error: " + connection.address() + ": " + at(batch) + ": " + end.words());
      end.cause()
          .filter(RefusedException.class::isInstance)
          .map(RefusedException.class::cast)
          .filter(refused -> !refused.next().isEmpty())
          .ifPresent(refused -> run.output().tell("  " + refused.next()));
    }
    if (isLeftPaused(end)) {
      run.output().tell("connection LEFT PAUSED: " + connection.address());
    }
    run.output().tell("  " + fate(end));
    run.output().tell("  " + next(end));
  }

  private static String at(String batch) {
    return batch.isEmpty() ? "the first batch" : batch;
  }

  private String fate(RolloutEnd end) {
    return switch (end.how()) {
      case SYNC_FAILED ->
          "The batch is on and not synced; nothing after it is on. To try its sync again and go"
              + " on:";
      case LATE -> "The sync goes on by itself. To follow it and go on:";
      case REFUSED, STOPPED, DONE -> "Nothing that was not reached is on. To go on:";
    };
  }

  private String next(RolloutEnd end) {
    return "ftctl rollout run "
        + ShellWord.of(source.shown())
        + (isLeftPaused(end) ? " --unpause" : "")
        + (isConfirmed ? " --yes" : "");
  }

  /// Who ran out of time, or heard a signal, has left nothing in a state that it should not be in.
  private static boolean isLeftPaused(RolloutEnd end) {
    return end.isLeftPaused() && (end.how() == How.SYNC_FAILED || end.how() == How.REFUSED);
  }

  private ExitCode code(RolloutEnd end) {
    return switch (end.how()) {
      case DONE -> ExitCode.OK;
      case LATE -> ExitCode.TIMED_OUT;
      case STOPPED -> run.stop().signal();
      case SYNC_FAILED -> isLeftPaused(end) ? ExitCode.LEFT_PAUSED : ExitCode.PARTIAL;
      case REFUSED ->
          isLeftPaused(end)
              ? ExitCode.LEFT_PAUSED
              : end.hasWritten() ? ExitCode.PARTIAL : Failures.codeOf(end.cause().orElseThrow());
    };
  }
}
