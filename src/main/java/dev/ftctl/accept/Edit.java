package dev.ftctl.accept;

import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;

/// A change of one place of a file. Equal edits are one, whoever asks for them.
sealed interface Edit {

  /// Canonical.
  String file();

  /// Where it is made, as it is shown.
  SourceLocation place();

  /// Another value where one begins.
  ///
  /// @param now what the manifests make of the one that stands there, for lists
  record Exchange(String file, SourceLocation place, Value value, Value now) implements Edit {}

  /// A value below a mapping, whatever of the way is there already.
  ///
  /// @param place where the mapping begins; nowhere for the file's first document
  /// @param isThere whether the whole way must be there
  record Put(String file, SourceLocation place, Way way, Value value, Value now, boolean isThere)
      implements Edit {}

  /// An entry or item goes.
  record Take(String file, SourceLocation place, Way way) implements Edit {}

  /// A list of names becomes a mapping, so that one of them can be said more of.
  record Widen(String file, SourceLocation place, Way way, Value value) implements Edit {}

  /// A cell of a CSV file.
  record Cell(String file, SourceLocation place, String text) implements Edit {}

  /// A document of its own, or more of one.
  ///
  /// @param head `kind` and `metadata`
  record Document(String file, SourceLocation place, Value.Mapping head, Value.Mapping spec)
      implements Edit {}
}
