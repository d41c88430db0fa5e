package dev.ftctl.cli.accept;

import dev.ftctl.accept.Accepted;
import dev.ftctl.accept.Accepted.Copy;
import dev.ftctl.accept.Accepted.Left;
import dev.ftctl.accept.Accepted.Line;
import dev.ftctl.files.Disk;
import dev.ftctl.files.Reasons;
import dev.ftctl.files.WholeFile;
import dev.ftctl.fivetran.Account;
import dev.ftctl.git.IgnoredFile;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.facet.OfFile;
import dev.ftctl.manifest.input.KeptTree;
import dev.ftctl.model.Ids;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.file.FileHash;
import dev.ftctl.model.file.SpooledFile;
import dev.ftctl.model.problem.ApiException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Files of the repository that become what the account has: each whole or not at all, and none
/// that somebody else changed since it was read, that git ignores, or that lies outside.
///
/// @param ids of the account
public record AcceptedCopies(Account account, Ids ids, KindList kinds, KeptTree tree) {

  /// What could be taken; the rest is left, with the reason.
  ///
  /// @param disk that files are written to; empty where they are only looked at
  public Accepted of(Accepted chosen, Optional<Disk> disk) {
    var lines = new ArrayList<>(chosen.lines());
    var left = new ArrayList<>(chosen.left());
    var copies = new ArrayList<Copy>();
    Map<String, String> taken = new HashMap<>();
    for (Copy copy : chosen.copies()) {
      try {
        String where = taken.getOrDefault(copy.path(), "");
        if (where.isEmpty()) {
          where = taken(copy, disk);
          taken.put(copy.path(), where);
        }
        lines.add(new Line(copy.drift(), where, copy.drift().place(), copy.path()));
        copies.add(copy);
      } catch (RefusedCopyException why) {
        left.add(new Left(copy.drift(), why.reason()));
      }
    }
    return new Accepted(lines, left, chosen.files(), copies, chosen.intended());
  }

  /// In words where it went.
  private String taken(Copy copy, Optional<Disk> disk) throws RefusedCopyException {
    Address address = copy.drift().subject().address();
    Kind kind = kinds.ofSlug(address.kind());
    OfFile facet = kind.definition().ofFile().orElseThrow();
    String shown = copy.shown();
    try {
      Path place = place(copy);
      RemoteId id = ids.find(address).orElseThrow();
      try (SpooledFile file = kind.reader(account).files().orElseThrow().of(id)) {
        Optional<String> unkept = facet.unkept(file.path());
        if (unkept.isPresent()) {
          throw new RefusedCopyException("the account's file " + unkept.get());
        }
        List<String> changes = facet.changes(place, file.path());
        disk.ifPresent(real -> WholeFile.copy(real, place, file.path()));
        String words = changes.isEmpty() ? "" : " (" + String.join("; ", changes) + ")";
        return "the file " + shown + words;
      }
    } catch (IOException unreadable) {
      throw new RefusedCopyException("can't read " + shown + ": " + Reasons.of(unreadable));
    } catch (ApiException broken) {
      throw new RefusedCopyException("can't be downloaded: " + broken.failure());
    } catch (RefusedException unwritable) {
      throw new RefusedCopyException(String.valueOf(unwritable.getMessage()));
    }
  }

  private Path place(Copy copy) throws IOException, RefusedCopyException {
    String shown = copy.shown();
    Optional<Path> place = WritablePlace.of(tree, copy.path());
    if (place.isEmpty()) {
      throw new RefusedCopyException(
          shown + " lies outside of the repository, where nothing is written");
    }
    if (IgnoredFile.isIgnored(place.get())) {
      throw new RefusedCopyException(
          "git ignores "
              + shown
              + ", so that something builds it: carry the change into what it is built from");
    }
    if (!FileHash.of(place.get()).equalsIgnoreCase(copy.hash())) {
      throw new RefusedCopyException(shown + " was changed since it was read: run this again");
    }
    return place.get();
  }

  /// Why one is left.
  private static final class RefusedCopyException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedCopyException(String reason) {
      super(reason);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }
}
