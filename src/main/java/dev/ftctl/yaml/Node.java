package dev.ftctl.yaml;

import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.CompactMap;
import dev.ftctl.model.value.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A piece of a YAML document that knows its place. Scalars stay text until the field that they
/// fill says what type they have: `0012`, `1.10` and `no` are all that was written.
///
/// Aliases are resolved, so one node may be met in several places of a tree; a tree has at most
/// [TreeReader#DEEPEST] levels and never contains itself.
public sealed interface Node {

  SourceLocation place();

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

    /// Never the text: it may be a secret.
    @Override
    public String toString() {
      return "scalar at " + place;
    }
  }

  record Sequence(List<Node> items, SourceLocation place) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// A mapping in the order of the file; what `<<` merges in comes last.
  record Mapping(SequencedMap<String, Entry> entries, SourceLocation place) implements Node {
    public Mapping {
      entries = CompactMap.copyOf(entries);
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
      return entries.entrySet().stream().anyMatch(Mapping::isTorn);
    }

    /// Whether an entry stands for one whose key was refused.
    public static boolean isTorn(Map.Entry<String, Entry> entry) {
      return entry.getValue().value() instanceof Refused && entry.getKey().contains("${");
    }

    public Mapping without(String key) {
      return new Mapping(CompactMap.<Entry>copyOf(entries).without(key), place);
    }
  }

  /// What was refused already, and told: a value, or an entry whose key can't be said. It stands in
  /// a tree so that nobody complains of what is missing there.
  record Refused(SourceLocation place) implements Node {}

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
