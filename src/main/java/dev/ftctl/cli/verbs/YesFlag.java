package dev.ftctl.cli.verbs;

import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.Question;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// The confirmation of a verb.
public final class YesFlag {

  private static final int SHOWN = 10;

  @Option(
      names = {"-y", "--yes"},
      description = "Do it without a question.")
  public boolean isGiven;

  /// Asks before something is done to more than one object; one that was named exactly needs no
  /// question.
  ///
  /// @param verb such as `Pause`
  /// @throws dev.ftctl.model.RefusedException when the answer is not yes, or nobody can be asked
  public void require(Run run, String verb, ObjectFlags.Chosen chosen) {
    if (!chosen.isOneByName()) {
      requireAlways(run, verb, chosen, "");
    }
  }

  /// Asks also before something is done to one object.
  ///
  /// @param price what it costs, as a sentence; may be empty
  public void requireAlways(Run run, String verb, ObjectFlags.Chosen chosen, String price) {
    if (isGiven) {
      return;
    }
    List<String> addresses =
        chosen.objects().stream().map(named -> named.address().toString()).toList();
    String shown = addresses.stream().limit(SHOWN).collect(Collectors.joining(", "));
    String more = addresses.size() > SHOWN ? " and " + (addresses.size() - SHOWN) + " more" : "";
    run.output().tell(verb + " " + addresses.size() + ": " + shown + more);
    if (!price.isEmpty()) {
      run.output().tell(price);
    }
    new Question(run).require(verb + " these?", "Give --yes to do it without a question.");
  }
}
