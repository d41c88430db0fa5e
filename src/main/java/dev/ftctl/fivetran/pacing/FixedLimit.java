package dev.ftctl.fivetran.pacing;

/// A number that somebody chose.
record FixedLimit(int number) implements Limit {

  private static final Sent ANY = new Sent(0, 0, false);

  @Override
  public boolean admits(int inFlight) {
    return inFlight < number;
  }

  @Override
  public Sent sent(int inFlight) {
    return ANY;
  }

  @Override
  public void ended(Sent request, End end, int waiting) {}
}
