package dev.ftctl.cli;

import dev.ftctl.accept.Asked.Fresh;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import picocli.CommandLine.Option;

/// What `drift --accept` takes into the manifests.
final class AcceptFlags {

  @Option(
      names = "--accept",
      description =
          "Write what the account has into the manifests: of the addresses that are given, else,"
              + " with --base, all that was changed in the account alone.")
  boolean isAccept;

  @Option(
      names = "--unmanaged",
      description = "With --accept: also settings that no manifest declares.")
  boolean isUnmanaged;

  @Option(
      names = "--new",
      description = "With --accept: a line for each new schema, table or column, as it is.")
  boolean isNew;

  @Option(
      names = "--block",
      description = "With --accept: a line for each of them that keeps it out.")
  boolean isBlock;

  @Option(
      names = "--diff",
      description = "With --accept: write nothing, print how the files would change.")
  boolean isDiff;

  /// What becomes of new elements.
  Fresh fresh() {
    return isBlock ? Fresh.BLOCKED : isNew ? Fresh.TAKEN : Fresh.LEFT;
  }

  /// Refuses what makes no sense together.
  ///
  /// @param hasBase whether a base revision is named
  /// @param hasAddresses whether objects are
  /// @param hasMemory whether a file of an earlier run is
  void requireSense(boolean hasBase, boolean hasAddresses, boolean hasMemory) {
    if (!isAccept && (isUnmanaged || isNew || isBlock || isDiff)) {
      String flag = isUnmanaged ? "--unmanaged" : isNew ? "--new" : isBlock ? "--block" : "--diff";
      throw usage(flag + " says what --accept does, which is not there", "Add --accept.");
    }
    if (isAccept && !hasBase && !hasAddresses) {
      throw usage(
          "--accept needs --base REVISION, or the addresses of what is to be taken: without them"
              + " what was merged and not yet applied would be taken for a click and turned back",
          "Give --base auto where `apply --record` is used, else a revision that was applied, or"
              + " name objects: ftctl drift --accept connector/orders@analytics.");
    }
    if (isNew && isBlock) {
      throw usage("--new and --block are two answers to one question", "Give one of them.");
    }
    if ((isNew || isBlock) && !hasMemory) {
      throw usage(
          (isNew ? "--new" : "--block") + " needs --since FILE, which says what is not new",
          "Give the FILE of the nightly `ftctl drift --since FILE`.");
    }
  }

  private static RefusedException usage(String what, String next) {
    return new RefusedException(Refusal.USAGE, what, next);
  }
}
