package dev.ftctl.kind;

import dev.ftctl.kind.finding.LiveElement;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;

/// The facet of a kind that is a part of another: it has no id and no list of its own, is read and
/// written with its owner, and goes with it.
public interface PartOf {

  /// The slug of the kind that it is a part of.
  String owner();

  /// The schemas, tables and columns that a resource decides about, as it will leave them.
  ///
  /// @param live fields of the live part; empty where nothing is known of the account
  List<SourceElement> elements(Resource wanted, Value.Mapping live);

  /// What the account has of an owner's part, beside what a document says of it: every schema and
  /// table that nothing above excludes, the columns of the tables whose columns the document lists,
  /// and other columns that are set otherwise than the policy leaves them.
  ///
  /// @param wanted empty where no document describes the part
  /// @param live fields of the live part
  List<LiveElement> found(Optional<Resource> wanted, Value.Mapping live);

  /// Whether what a comparison found wrong concerns one element alone, which the writer leaves out,
  /// so that the rest of the resource can be set without it.
  boolean isOfOneElement(Problem problem);

  /// Whether an owner must not begin its work before what a resource wants was compared with what
  /// the source really has: it excludes or hashes something.
  boolean dependsOnSource(Resource wanted);

  /// The facet of a kind that has parts and whose objects work by themselves, so that what their
  /// parts let through goes out: connections.
  interface Owner {

    /// What an object does once a plan is carried out.
    enum Working {
      /// It stays at rest.
      RESTS,
      /// The plan starts it for the first time.
      BEGINS,
      /// The plan starts it again.
      RESUMES,
      /// It works already, and goes on.
      RUNS
    }

    /// Of an object that is there and that a change is about.
    Working after(Change change, Live live);

    /// Of an object that a plan leaves alone.
    Working now(Live live);
  }

  /// A schema, table or column that a resource decides about.
  ///
  /// @param path its names, or the patterns that a manifest wrote: schema; schema, table; schema,
  ///   table, column
  /// @param isEnabled whether it syncs: neither it nor anything above it is excluded
  /// @param isHashed whether its values are hashed
  /// @param syncMode of a table; empty when nothing is known of it
  /// @param isListed whether the manifest names it, exactly or by a pattern; what it does not name
  ///   is known only from the account
  /// @param place of its key, or of the nearest thing above it that the manifest names
  record SourceElement(
      List<String> path,
      boolean isEnabled,
      boolean isHashed,
      String syncMode,
      boolean isListed,
      SourceLocation place) {

    public SourceElement {
      path = List.copyOf(path);
    }
  }
}
