package dev.ftctl.apply;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.http.WriteObserver;
import dev.ftctl.fivetran.pacing.Turn;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepResult;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.problem.MissingSecretException;
import dev.ftctl.plan.Plan;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Runs one step and turns whatever happens into an outcome.
final class StepRun {

  private static final int CONFLICT = 409;

  private final Plan plan;
  private final KindList kinds;
  private final Account account;
  private final ApplyObserver observer;
  private final Freshness freshness;
  private final AtomicLong numbers = new AtomicLong();

  StepRun(Plan plan, KindList kinds, Account account, ApplyObserver observer, Freshness freshness) {
    this.plan = plan;
    this.kinds = kinds;
    this.account = account;
    this.observer = observer;
    this.freshness = freshness;
  }

  /// One attempt.
  ///
  /// @param turn places in quotas for the step's calls
  /// @param writes of the attempts before; this one adds its own
  Attempt run(Step step, Turn turn, List<String> writes) {
    try {
      Optional<Outcome> unbegun = refusedByObserver(step).or(() -> overtaken(step));
      if (unbegun.isPresent()) {
        return Attempt.over(unbegun.get());
      }
      Account observed = account.taking(turn).forStep(step.address(), new Noting(step, writes));
      StepResult result =
          kinds.ofSlug(step.address().kind()).writer(observed).run(step, plan.ids(), plan.intent());
      return attempt(step, result, writes);
    } catch (ApiException refused) {
      ApiFailure failure = refused.failure();
      return Attempt.over(
          new Outcome.Failed(
              step,
              failure.toString(),
              writes,
              failure.isAway(),
              failure.isDenied(),
              failure.status() == CONFLICT,
              failure.isWithheld()));
    } catch (RefusedException refused) {
      return Attempt.over(unkept(step, refused.getMessage() + ". " + refused.next(), writes));
    } catch (MissingSecretException unset) {
      return Attempt.over(
          new Outcome.Failed(step, String.valueOf(unset.getMessage()), writes, false, false));
    } catch (UnkeptException unkept) {
      return Attempt.over(unkept(step, String.valueOf(unkept.getMessage()), writes));
    } catch (RuntimeException | Error defect) {
      // One resource's trouble, even a defect of ours, must not take the others' outcomes with it;
      // and nobody would wait for a thread that ended without any.
      return Attempt.over(new Outcome.Broken(step, defect, writes));
    }
  }

  private static Attempt attempt(Step step, StepResult result, List<String> writes) {
    return result instanceof StepResult.NotYet notYet
        ? new Attempt(outcome(step, notYet.otherwise(), writes), notYet.why())
        : Attempt.over(outcome(step, result, writes));
  }

  private static Outcome outcome(Step step, StepResult result, List<String> writes) {
    return switch (result) {
      case StepResult.Done done -> new Outcome.Done(step, done.notes(), writes);
      case StepResult.Held held -> new Outcome.Held(step, held.why(), writes);
      case StepResult.Waiting waiting ->
          new Outcome.Waiting(step, waiting.why(), waiting.holdsBack(), writes);
      case StepResult.Unfinished unfinished ->
          new Outcome.Unfinished(step, unfinished.why(), writes);
      case StepResult.Failed failed -> new Outcome.Failed(step, failed.why(), writes, false, false);
      case StepResult.NotYet notYet -> outcome(step, notYet.otherwise(), writes);
      case StepResult.Overtaken overtaken -> new Outcome.Overtaken(step, overtaken.why(), writes);
    };
  }

  /// Where the account is not what the step was planned for any more.
  private Optional<Outcome> overtaken(Step step) {
    return freshness.objection(step).map(why -> new Outcome.Overtaken(step, why, List.of()));
  }

  private Optional<Outcome> refusedByObserver(Step step) {
    try {
      keep(() -> observer.started(step));
      return Optional.empty();
    } catch (UnkeptException unkept) {
      return Optional.of(unkept(step, String.valueOf(unkept.getMessage()), List.of()));
    }
  }

  /// What could not be kept, a write or what it would tell, was not sent; those before it were.
  private static Outcome unkept(Step step, String why, List<String> writes) {
    return writes.isEmpty()
        ? new Outcome.Skipped(step, why.strip())
        : new Outcome.Unfinished(step, why.strip(), writes);
  }

  /// What an observer could not keep of a write; any other failure of files is a defect.
  private static final class UnkeptException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnkeptException(UncheckedIOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  private static void keep(Runnable telling) {
    try {
      telling.run();
    } catch (UncheckedIOException unwritable) {
      throw new UnkeptException(unwritable);
    }
  }

  /// Every write of a step, told to the observer and listed for the outcome.
  private final class Noting implements WriteObserver {

    private final Step step;
    private final List<String> writes;

    Noting(Step step, List<String> writes) {
      this.step = step;
      this.writes = writes;
    }

    @Override
    public Ending begun(Address address, String method, String path, String body) {
      var write = new WriteRecord(numbers.incrementAndGet(), step, method, path, body);
      keep(() -> observer.writing(write));
      return new Ending() {
        @Override
        public void answered(int status) {
          writes.add(write.toString());
          keep(() -> observer.wrote(write, new WriteRecord.End.Answered(status)));
        }

        @Override
        public void failed(ApiFailure failure) {
          // Nobody knows whether it happened: counted as a write, so that nobody says "nothing was
          // changed".
          if (failure.isAmbiguous()) {
            writes.add(write + " (no answer)");
          }
          keep(() -> observer.wrote(write, new WriteRecord.End.Failed(failure)));
        }
      };
    }
  }
}
