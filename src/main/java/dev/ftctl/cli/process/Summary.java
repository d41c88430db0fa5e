package dev.ftctl.cli.process;

/// What a run comes to, in a line, for whoever runs several. The command fills it on the way. Safe
/// for use by many threads.
public final class Summary {

  private volatile String account = "";
  private volatile String line = "";
  private volatile String report = "";
  private volatile boolean hasChanges;
  private volatile boolean hasWrites;

  /// Whose account it is: its name, or its id where it has none.
  public void of(String itsAccount) {
    account = itsAccount;
  }

  /// What it comes to, as its result closes.
  public void closes(String closing) {
    line = closing;
  }

  /// What was done, as JSON.
  public void reports(String json) {
    report = json;
  }

  /// Whether something in the account is not as it is to be.
  public void differs(boolean itDoes) {
    hasChanges = itDoes;
  }

  /// A write reached the account, or may have.
  public void wrote() {
    hasWrites = true;
  }

  /// Empty where the run ended before it knew.
  public String account() {
    return account;
  }

  /// Empty where the run ended without a result.
  public String line() {
    return line;
  }

  /// Empty for a command that reports nothing.
  public String report() {
    return report;
  }

  public boolean hasChanges() {
    return hasChanges;
  }

  public boolean hasWrites() {
    return hasWrites;
  }
}
