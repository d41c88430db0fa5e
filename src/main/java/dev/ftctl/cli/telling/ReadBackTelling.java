package dev.ftctl.cli.telling;

import dev.ftctl.apply.Outcomes;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.render.English;
import dev.ftctl.walk.ReadBack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The look back after an apply, in words. Whatever becomes of it, what was done stays done, and is
/// told.
record ReadBackTelling(Run run, CommonFlags common) {

  /// @param result as far as it came
  /// @param text that told it
  /// @param code that the run leaves with
  record Told(ReadBack result, String text, ExitCode code) {}

  /// @param code of the outcomes
  Told tell(Supplier<ReadBack> look, Outcomes outcomes, ExitCode code) {
    try {
      ReadBack result = look.get();
      String text = text(result, outcomes);
      if (common.isText()) {
        run.output().result(text);
      }
      return new Told(result, text, result.isBelied() ? worse(code) : code);
    } catch (ApiException away) {
      failed(outcomes, List.of(away.failure().toString()));
      return new Told(ReadBack.NONE, "", code);
    } catch (ManifestException found) {
      failed(outcomes, found.problems().stream().map(Problem::message).toList());
      return new Told(ReadBack.NONE, "", worse(code));
    } catch (RefusedException refused) {
      failed(outcomes, List.of(String.valueOf(refused.getMessage())));
      return new Told(ReadBack.NONE, "", worse(code));
    } catch (RuntimeException defect) {
      failed(outcomes, List.of("a defect of ftctl"));
      return new Told(ReadBack.NONE, "", new Failures(run, common).tellDefect(defect));
    }
  }

  private static ExitCode worse(ExitCode code) {
    return code == ExitCode.OK ? ExitCode.PARTIAL : code;
  }

  private void failed(Outcomes outcomes, List<String> why) {
    run.output().tell("warning: " + made(outcomes.writes()) + ", and could not be read back:");
    why.forEach(line -> run.output().tell("  " + English.printable(line)));
  }

  private static String made(long writes) {
    return English.count(writes, "write") + (writes == 1 ? " was made" : " were made");
  }

  private static String text(ReadBack result, Outcomes outcomes) {
    if (result.writes() == 0) {
      return "";
    }
    if (result.isAsWanted()) {
      String of = result.writes() < outcomes.writes() ? "of what was done to its end, " : "";
      return "Read back: " + of + asWanted(result) + ".\n";
    }
    var lines = new ArrayList<String>();
    lines.add("Read back: not all is as the manifests say:");
    result.left().forEach(line -> lines.add("  left: " + English.printable(line)));
    for (Problem lost : result.notKept()) {
      lines.add("  " + English.printable(lost.subject() + ": " + lost.message()));
      lines.add("    at " + lost.place());
      lines.add("    " + lost.fix());
    }
    return String.join("\n", lines) + "\n";
  }

  /// What was compared, and what Fivetran took and shows to nobody.
  private static String asWanted(ReadBack result) {
    boolean isNothing = result.compared() == 0;
    var accepted = new ArrayList<String>();
    if (result.accepted() > 0) {
      accepted.add(English.count(result.accepted(), isNothing ? "write" : "more write"));
    }
    if (!result.unshown().isEmpty()) {
      accepted.add(English.count(result.unshown().size(), "value"));
    }
    String unshown =
        "Fivetran accepted " + String.join(" and ", accepted) + ", which it shows to nobody";
    if (isNothing) {
      return "nothing can be compared: " + unshown;
    }
    String compared = all(result.compared(), result.accepted()) + " as the manifests say";
    return accepted.isEmpty() ? compared : compared + "; " + unshown;
  }

  private static String all(long writes, long more) {
    if (writes > 1) {
      return "all " + writes + " writes are";
    }
    return more == 0 ? "the only write is" : "1 write is";
  }
}
