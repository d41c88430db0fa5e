package dev.ftctl.manifest.expression;

import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.input.Paths;
import dev.ftctl.model.FileTree;
import dev.ftctl.model.value.Mark;
import java.util.Optional;

/// What is foreign to the repository, and what is said where such a text stands in the wrong place.
/// It names nothing: names are printed everywhere, and the same manifests must mean the same things
/// wherever they are read.
///
/// @param folder the repository's top, canonical
public record ForeignTexts(String folder) {

  /// @param projectFolder what counts in a tree that has no top
  public static ForeignTexts of(FileTree tree, String projectFolder) {
    return new ForeignTexts(tree.top().isEmpty() ? projectFolder : tree.top());
  }

  /// The rule that a text breaks which names something and comes from elsewhere.
  public static final String RULE = "secret-in-name";

  private static final String FIX = "use ${var:…}, which 'variables:' or --var sets";

  boolean isOutside(String file) {
    return !Paths.isWithin(file, folder);
  }

  /// The mark of the text of a file.
  ///
  /// @param file canonical
  public Mark ofFile(String file, String source) {
    return isOutside(file) ? Mark.outside(source) : Mark.of(source);
  }

  /// What is wrong with a text that is to mean something to ftctl itself.
  ///
  /// @param what is to be said, `a key`
  public static Optional<Filled.Missing> refusal(Mark mark, String what) {
    return mark.isForeign()
        ? Optional.of(
            new Filled.Missing(
                RULE, what + " can't come from " + mark.sources().getFirst(), FIX, false))
        : Optional.empty();
  }

  /// What is wrong with a text that a call left of a foreign one, in a field that is no secret.
  public static Optional<Filled.Missing> refusalOfAltered(Mark mark, String what) {
    return mark.isAltered()
        ? Optional.of(
            new Filled.Missing(
                RULE,
                what
                    + " can't come from a part of "
                    + mark.sources().getFirst()
                    + ": what replace, split and join leave of such a text is good for a secret"
                    + " alone",
                "give the part a variable of its own: " + FIX,
                false))
        : Optional.empty();
  }
}
