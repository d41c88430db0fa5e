package dev.ftctl.cli.verbs.trust;

import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.Question;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.operate.Result;
import dev.ftctl.operate.trust.Offer;
import dev.ftctl.render.English;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which offers are approved: by flags, or by whoever sits at the terminal.
final class Choice {

  private final Run run;
  private final ApproveFlags flags;
  private final boolean isYes;
  private final List<Offer> approved = new ArrayList<>();
  private final Map<Offer, Result> left = new LinkedHashMap<>();

  private Choice(Run run, ApproveFlags flags, boolean isYes) {
    this.run = run;
    this.flags = flags;
    this.isYes = isYes;
  }

  /// Asks where it has to; the offers were shown before.
  ///
  /// @param isYes whether a question for all of them is answered already
  static Choice among(List<Offer> offers, Run run, ApproveFlags flags, boolean isYes) {
    var choice = new Choice(run, flags, isYes);
    choice.take(offers.stream().filter(flags::isMeant).toList());
    return choice;
  }

  List<Offer> approved() {
    return approved;
  }

  /// What becomes of the others that were meant.
  List<Result> left() {
    return List.copyOf(left.values());
  }

  private void take(List<Offer> meant) {
    var open = new ArrayList<Offer>();
    for (Offer offer : meant) {
      List<String> doubts = offer.facts().doubts();
      if (doubts.isEmpty() || flags.isInvalidAllowed) {
        open.add(offer);
      } else {
        refuse(offer, heads(doubts) + "; --allow-invalid approves it all the same");
      }
    }
    if (open.isEmpty()) {
      return;
    }
    if (!flags.hashes.isEmpty() || flags.isAll && isYes) {
      approved.addAll(open);
    } else if (!new Question(run).isPossible()) {
      open.forEach(offer -> refuse(offer, "nobody can be asked, since this is no terminal"));
      run.output()
          .tell(
              flags.isAll
                  ? "Give --yes with --all to approve them without a question."
                  : "Give --hash HASH to approve one, or --all --yes for all that are shown.");
    } else {
      ask(open);
    }
  }

  private void ask(List<Offer> open) {
    var question = new Question(run);
    if (flags.isAll) {
      boolean isConfirmed = question.isYes("Approve " + all(open.size()) + "?");
      open.forEach(offer -> decide(offer, isConfirmed));
    } else {
      for (Offer offer : open) {
        run.output().tell(offer.hash() + " for " + offer.object().address() + ":");
        decide(offer, question.isYes("Approve it?"));
      }
    }
    if (!approved.isEmpty()) {
      // Somebody chose: what he left out is no failure.
      left.replaceAll((offer, result) ->
          result instanceof Result.Failed && open.contains(offer)
              ? new Result.Unneeded(offer.object(), "not approved, as you said: " + offer.hash())
              : result);
    }
  }

  /// Without what was shown before.
  private static String heads(List<String> doubts) {
    return String.join(", ", doubts.stream().map(doubt -> doubt.replaceFirst(":.*", "")).toList());
  }

  private static String all(int number) {
    return number == 1 ? "this" : "all " + English.count(number, "offer");
  }

  private void decide(Offer offer, boolean isConfirmed) {
    if (isConfirmed) {
      approved.add(offer);
    } else {
      refuse(offer, "not confirmed");
    }
  }

  private void refuse(Offer offer, String why) {
    left.put(
        offer,
        new Result.Failed(
            offer.object(),
            new RefusedException(
                Refusal.BLOCKED, "did not approve " + offer.hash() + ": " + why, "")));
  }
}
