package dev.ftctl.cli.verbs.trust;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.operate.trust.Offer;
import java.util.List;
import picocli.CommandLine.Option;

/// Which of what is offered is approved.
final class ApproveFlags {

  @Option(
      names = "--hash",
      paramLabel = "HASH",
      description = "Approve the one of this SHA-256, without a question; may be repeated.")
  List<String> hashes = List.of();

  @Option(
      names = "--all",
      description = "Approve all that were shown, after one question, or with --yes.")
  boolean isAll;

  @Option(
      names = "--broken",
      description = "Of those meant, only connections that are broken; with --group.")
  boolean isBrokenOnly;

  @Option(
      names = "--allow-invalid",
      description = "Also what has expired, is not valid yet, or doesn't fit its hash.")
  boolean isInvalidAllowed;

  /// @throws RefusedException when they contradict each other
  void check() {
    if (isAll && !hashes.isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE, "--all approves whatever is shown, --hash one of it", "Give one of them.");
    }
  }

  /// Whether it was named, or nothing was.
  boolean isMeant(Offer offer) {
    return hashes.isEmpty() || hashes.stream().anyMatch(offer::isMeant);
  }
}
