package dev.ftctl.fivetran.pacing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Finds how many requests the server likes: grows while answers don't slow down, falls when it
/// refuses, fails or gets slow, and remembers where that was.
///
/// It goes in rounds. Beside one a few *probes* are sent beyond the limit, once, and until they are
/// answered nothing else goes beyond it; so a server that refuses above some number refuses those
/// few at most. When the answers of a round were quick and the probes were answered, the limit
/// becomes what they reached.
final class AdaptiveLimit implements Limit {

  private static final int PROBES = 5;

  /// So much slower than a level below is slow; than at the start; than at this level before.
  private static final double SLOWER = 1.35;

  private static final double SLOWER_IN_ALL = 1.6;
  private static final double SLOWER_BY_ITSELF = 2;

  /// For how many answers nothing is tried after a refusal, slowness, a failure; doubled by each
  /// further one.
  private static final int LONG_HOLD = 10_000;

  private static final int MIDDLE_HOLD = 1000;
  private static final int SHORT_HOLD = 250;
  private static final int MOST_DOUBLED = 6;

  /// What a refusal counts beside an answer, and how much of it is more than bad luck.
  private static final int TROUBLE = 4;

  private static final int MUCH_TROUBLE = 12;

  private final int start;
  private final int most;
  private final Round round = new Round();
  private final Probing probing = new Probing();
  private int limit;

  /// The highest level that a whole round was answered at, and how slow answers were there.
  private int proven;

  private double provenSlowness;
  private double firstSlowness;
  private long sent;
  private long ended;
  private long heldUntil;
  private int holds;
  private long fallen;
  private int trouble;

  /// The answers of as many requests as may be in flight, the first that were sent since it began.
  private static final class Round {
    private final List<Double> slowness = new ArrayList<>();
    private long from;
    private long until;
    private int expected;

    void begin(long number, int size) {
      slowness.clear();
      from = number;
      until = number + size;
      expected = size;
    }

    boolean has(Sent request) {
      return request.number() >= from && request.number() < until;
    }

    /// Whether the median is known: what is still open takes longer.
    boolean isOver() {
      return slowness.size() * 2 > expected;
    }

    double median() {
      Collections.sort(slowness);
      return slowness.get(Math.min(expected / 2, slowness.size() - 1));
    }
  }

  /// Requests that went beyond the limit together.
  private static final class Probing {
    private int unsent;
    private int open;
    private int good;

    /// Of the probes, or slow; of others in their place, since requests overtake one another.
    private int refused;

    private int others;

    /// The number of the last.
    private long last = -1;

    boolean isOn() {
      return unsent + open > 0;
    }

    void begin(int probes) {
      unsent = probes;
      good = 0;
      refused = 0;
      others = 0;
    }

    /// What is borne, as far as they went. They are together for a moment only, and the server may
    /// not have seen all of them at once; so it is a little less than that.
    int reached(int limit) {
      int borne = good - others;
      int margin = refused + others == 0 && borne > 2 ? 2 : 1;
      return limit + Math.max(0, borne - margin);
    }
  }

  AdaptiveLimit(int start, int most) {
    this.start = start;
    this.most = most;
    this.limit = start;
    round.begin(0, start);
  }

  /// Without probes.
  int limit() {
    return limit;
  }

  @Override
  public boolean admits(int inFlight) {
    return inFlight < limit || probing.unsent > 0;
  }

  @Override
  public Sent sent(int inFlight) {
    boolean isProbe = inFlight > limit;
    if (isProbe) {
      probing.unsent--;
      probing.open++;
      probing.last = sent;
    }
    return new Sent(sent++, inFlight, isProbe);
  }

  @Override
  public void ended(Sent request, End end, int waiting) {
    ended++;
    if (request.isProbe()) {
      probing.open--;
    }
    if (round.has(request) && !(isAtLimit(request) && end instanceof End.Answered)) {
      round.expected--;
    }
    switch (end) {
      case End.Answered answered -> answered(request, answered.slowness());
      case End.Refused refused -> refused(request, refused.isTooMany());
      case End.Unsent unsent -> {}
    }
    if (round.expected == 0) {
      round.begin(sent, limit);
    } else if (!probing.isOn() && round.isOver()) {
      judge(waiting);
    }
  }

  /// Whether it tells how the server bears the limit.
  private boolean isAtLimit(Sent request) {
    return !request.isProbe() && request.level() * 4 >= limit * 3;
  }

  private void answered(Sent request, double slowness) {
    trouble = Math.max(0, trouble - 1);
    if (request.isProbe() && slowness > SLOWER_IN_ALL * firstSlowness) {
      probing.refused++;
      if (probing.refused == 1) {
        hold(MIDDLE_HOLD);
      }
    } else if (request.isProbe()) {
      probing.good++;
    } else if (round.has(request) && isAtLimit(request)) {
      round.slowness.add(slowness);
    }
  }

  /// Beside probes it says how far they could go. Elsewhere the server has its reasons, and only
  /// many refusals speak against the level.
  private void refused(Sent request, boolean isTooMany) {
    boolean isNews = request.number() >= fallen;
    trouble += TROUBLE;
    probing.unsent = 0;
    if (request.isProbe()) {
      probing.refused++;
      fall(limit, isTooMany, isNews);
    } else if (probing.isOn() && request.number() < probing.last) {
      probing.others++;
      fall(limit, isTooMany, isNews);
    } else if (isNews && trouble > MUCH_TROUBLE) {
      fall(Math.max(1, limit / 2), isTooMany, true);
      trouble = 0;
    } else if (isNews && limit > start) {
      fall(Math.max(start, limit - Math.max(1, limit / 8)), isTooMany, true);
    }
  }

  private void fall(int to, boolean isTooMany, boolean isNews) {
    setLimit(to);
    proven = Math.min(proven, to);
    fallen = sent;
    if (isNews) {
      hold(isTooMany ? LONG_HOLD : SHORT_HOLD);
    }
  }

  private void hold(int answers) {
    heldUntil = ended + ((long) answers << Math.min(holds, MOST_DOUBLED));
    holds++;
  }

  private void setLimit(int to) {
    limit = Math.min(most, to);
    round.begin(sent, limit);
  }

  /// After a round: where the limit was borne, it becomes what the probes reached beside it.
  private void judge(int waiting) {
    double slowness = round.median();
    if (limit > proven && proven > 0 && isSlow(slowness)) {
      setLimit(proven);
      probing.begin(0);
      hold(MIDDLE_HOLD);
      return;
    }
    if (limit == proven && limit > start && slowness > SLOWER_BY_ITSELF * provenSlowness) {
      fall(Math.max(start, limit - limit / 4), false, true);
      probing.begin(0);
      return;
    }
    if (limit > proven) {
      firstSlowness = proven == 0 ? slowness : firstSlowness;
      proven = limit;
      provenSlowness = slowness;
    }
    setLimit(probing.reached(limit));
    probing.begin(ended < heldUntil ? 0 : probes(waiting));
  }

  /// None where fewer than that wait.
  private int probes(int waiting) {
    int probes = Math.min(most - limit, PROBES);
    return waiting < probes ? 0 : probes;
  }

  private boolean isSlow(double slowness) {
    return slowness > SLOWER * provenSlowness || slowness > SLOWER_IN_ALL * firstSlowness;
  }
}
