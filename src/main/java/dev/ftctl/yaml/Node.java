package dev.ftctl.yaml;

import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.CompactMap;
import dev.ftctl.model.value.Mark;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;

/// A piece of a YAML document that knows its place. Scalars stay text until the field that they
/// fill says what type they have: `0012`, `1.10` and `no` are all that was written.
///
/// Aliases are resolved, so one node may be met in several places of a tree; a tree has at most
/// [TreeReader#DEEPEST] levels and never contains itself.
public sealed interface Node {

  SourceLocation place();

  /// What is in it, counted once when it is made, so that nobody looks through a tree for what it
  /// can't hold.
  Contents contents();

  /// @param isPlain whether it stands without quotes, so that YAML's own types may apply
  /// @param mark what its text came from; nothing for what stands in a file of manifests
  record Scalar(String text, boolean isPlain, SourceLocation place, Mark mark) implements Node {

    public Scalar(String text, boolean isPlain, SourceLocation place) {
      this(text, isPlain, place, Mark.NONE);
    }

    /// Whether it says null: nothing at all, `~` or `null`, without quotes.
    public boolean isNull() {
      return isPlain && Core.isNull(text);
    }

    @Override
    public Contents contents() {
      return text.contains("${") || !mark.equals(Mark.NONE) ? Contents.REFERRING : Contents.LITERAL;
    }

    /// Never the text: it may be a secret.
    @Override
    public String toString() {
      return "scalar at " + place;
    }
  }

  /// @param contents counted here, whatever is given
  record Sequence(List<Node> items, SourceLocation place, Contents contents) implements Node {
    public Sequence {
      items = List.copyOf(items);
      contents = Contents.of(items);
    }

    public Sequence(List<Node> items, SourceLocation place) {
      this(items, place, Contents.LITERAL);
    }
  }

  /// A mapping in the order of the file; what `<<` merges in comes last.
  ///
  /// @param contents counted here, whatever is given
  record Mapping(SequencedMap<String, Entry> entries, SourceLocation place, Contents contents)
      implements Node {
    public Mapping {
      entries = CompactMap.copyOf(entries);
      contents = Contents.of(entries);
    }

    public Mapping(SequencedMap<String, Entry> entries, SourceLocation place) {
      this(entries, place, Contents.LITERAL);
    }

    public static Mapping empty(SourceLocation place) {
      return new Mapping(CompactMap.copyOf(Map.of()), place);
    }

    public Optional<Entry> entry(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    public Optional<Node> get(String key) {
      return entry(key).map(Entry::value);
    }

    public Mapping with(String key, Entry entry) {
      return new Mapping(CompactMap.<Entry>copyOf(entries).with(key, entry), place);
    }

    /// The same with an entry that stands for one whose key was refused.
    ///
    /// @param written the key with its references, which no field is called by
    public Mapping torn(String written, SourceLocation keyPlace) {
      return with(written, new Entry(keyPlace, new Refused(keyPlace)));
    }

    /// Whether a key in it was refused, so that what it lacks may be what that key meant.
    public boolean isTorn() {
      return !contents.isLiteral() && entries.entrySet().stream().anyMatch(Mapping::isTorn);
    }

    /// Whether an entry stands for one whose key was refused.
    public static boolean isTorn(Map.Entry<String, Entry> entry) {
      return entry.getValue().value() instanceof Refused && entry.getKey().contains("${");
    }

    /// This very mapping where it has no such key.
    public Mapping without(String key) {
      return entries.containsKey(key)
          ? new Mapping(CompactMap.<Entry>copyOf(entries).without(key), place)
          : this;
    }
  }

  /// What was refused already, and told: a value, or an entry whose key can't be said. It stands in
  /// a tree so that nobody complains of what is missing there.
  record Refused(SourceLocation place) implements Node {
    @Override
    public Contents contents() {
      return Contents.REFERRING;
    }
  }

  /// How much is in a node, and whether all of it stands for itself.
  ///
  /// @param values how many, the node itself and what is repeated by aliases included
  /// @param isLiteral whether no value or key in it holds a reference or comes from one, and
  ///   nothing in it was refused
  record Contents(int values, boolean isLiteral) {

    static final Contents LITERAL = new Contents(1, true);
    static final Contents REFERRING = new Contents(1, false);

    /// As many as trees come to; most are small.
    private static final Contents[] SMALL = small();

    private static Contents[] small() {
      var small = new Contents[64];
      Arrays.setAll(small, values -> new Contents(values, true));
      return small;
    }

    private static Contents of(long values, boolean isLiteral) {
      return isLiteral && values < SMALL.length
          ? SMALL[(int) values]
          : new Contents((int) Math.min(Integer.MAX_VALUE, values), isLiteral);
    }

    static Contents of(List<Node> items) {
      long values = 1;
      boolean isLiteral = true;
      for (Node item : items) {
        Contents inner = item.contents();
        values += inner.values;
        isLiteral &= inner.isLiteral;
      }
      return of(values, isLiteral);
    }

    static Contents of(SequencedMap<String, Entry> entries) {
      var sum = new Sum();
      entries.forEach(sum);
      return of(sum.values, sum.isLiteral);
    }

    private static final class Sum implements BiConsumer<String, Entry> {
      private long values = 1;
      private boolean isLiteral = true;

      @Override
      public void accept(String key, Entry entry) {
        Contents inner = entry.value().contents();
        values += inner.values;
        isLiteral = isLiteral && inner.isLiteral && !key.contains("${");
      }
    }
  }

  /// A value and where its key stands.
  record Entry(SourceLocation keyPlace, Node value) {}

  /// What it is, for messages: `a list`, `a mapping`, `null`, `text`.
  default String what() {
    return switch (this) {
      case Sequence sequence -> "a list";
      case Mapping mapping -> "a mapping";
      case Scalar scalar -> Core.what(scalar.text(), scalar.isPlain());
      case Refused refused -> "nothing";
    };
  }
}
