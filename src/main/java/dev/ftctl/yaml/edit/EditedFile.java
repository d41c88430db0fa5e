package dev.ftctl.yaml.edit;

import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.ManifestText;
import dev.ftctl.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// A YAML file with changes to single values. Values are plain: texts, numbers, booleans, lists and
/// mappings of those.
///
/// A change tells whether it could be made; what another place shares (an anchor, an alias) is left
/// alone. Not for several threads.
public final class EditedFile {

  private final String text;
  private final Splices splices;
  private final List<Spot> documents;
  private final SpotIndex places;
  private boolean isOpen;

  private EditedFile(String text, List<Spot> documents) {
    this.text = text;
    this.splices = new Splices(text);
    this.documents = documents;
    this.places = new SpotIndex(documents);
  }

  /// @param name as it is shown to the user
  /// @return empty when the text is no YAML
  public static Optional<EditedFile> of(String name, String text) {
    try {
      var settings =
          LoadSettings.builder()
              .setLabel(name)
              .setSchema(new CoreSchema())
              .setCodePointLimit(Yaml.LARGEST + 1)
              .build();
      var documents = new ArrayList<Spot>();
      new Compose(settings)
          .composeAllFromString(text)
          .forEach(node -> documents.add(Spot.of(node)));
      return Optional.of(new EditedFile(text, List.copyOf(documents)));
    } catch (YamlEngineException broken) {
      return Optional.empty();
    }
  }

  /// From now on a mapping that joins a list stands in lines of its own.
  public EditedFile opening() {
    isOpen = true;
    return this;
  }

  public List<Spot> documents() {
    return documents;
  }

  /// The value of the key that stands in a line, the outermost one of that line.
  public Optional<Spot> keyIn(int line) {
    return documents.stream().flatMap(root -> keyIn(root, line).stream()).findFirst();
  }

  /// The value that begins at a place, counted from 1; of a mapping in a block, its first key.
  public Optional<Spot> at(int line, int column) {
    return places.at(line, column);
  }

  private static Optional<Spot> keyIn(Spot mapping, int line) {
    for (String key : mapping.keys()) {
      Spot value = mapping.get(key).orElseThrow();
      if (value.line() == line) {
        return Optional.of(value);
      }
      Optional<Spot> below = value.isAlias() ? Optional.empty() : keyIn(value, line);
      if (below.isPresent()) {
        return below;
      }
    }
    return Optional.empty();
  }

  /// The document that has a key in a line at its top.
  public Optional<Spot> documentOf(int line) {
    return documents.stream()
        .filter(root -> root.keys().stream().anyMatch(key -> isIn(root, key, line)))
        .findFirst();
  }

  /// The document that a line lies in.
  public Optional<Spot> around(int line) {
    return documents.stream().filter(root -> root.line() <= line).reduce((one, next) -> next);
  }

  private static boolean isIn(Spot root, String key, int line) {
    return root.get(key).orElseThrow().line() == line;
  }

  /// Puts a value in place of another.
  public boolean set(Spot spot, Value value) {
    if (spot.isAlias()) {
      return spot.from().isPresent()
          && splices.alias(Spot.end(spot.from().get()), ManifestText.flow(value));
    }
    if (spot.isShared()) {
      return false;
    }
    if (isFlow(spot.node())) {
      boolean isNothing = Spot.start(spot.node()) == Spot.end(spot.node());
      splices.replace(spot.node(), (isNothing ? " " : "") + likeBefore(spot.node(), value));
      return true;
    }
    return block(spot, value);
  }

  /// In the quotes of what stood there.
  private static String likeBefore(Node node, Value value) {
    String plain = ManifestText.flow(value);
    if (!(node instanceof ScalarNode scalar)
        || !(value instanceof Value.Text)
        || plain.startsWith("\"")) {
      return plain;
    }
    return switch (scalar.getScalarStyle()) {
      case DOUBLE_QUOTED -> '"' + plain + '"';
      case SINGLE_QUOTED -> "'" + plain.replace("'", "''") + "'";
      case PLAIN, LITERAL, FOLDED, JSON_SCALAR_STYLE -> plain;
    };
  }

  /// A block is replaced with the key that leads to it.
  private boolean block(Spot spot, Value value) {
    if (spot.from().isEmpty()) {
      return false;
    }
    Node key = spot.from().get();
    String lines = entry("k", value, column(key));
    splices.replace(
        Spot.end(key), splices.contentEnd(spot.node()), lines.strip().substring("k".length()));
    return true;
  }

  /// Adds an entry to a mapping, behind the one of another key where there is one, else at its end.
  public boolean put(Spot mapping, String key, Value value, Optional<String> after) {
    if (mapping.isShared() || !mapping.isMapping()) {
      return false;
    }
    List<NodeTuple> tuples = mapping.tuples();
    if (isFlow(mapping.node())) {
      String entry = ManifestText.scalar(key) + ": " + ManifestText.flow(value);
      splices.addToFlow(mapping.node(), tuples.isEmpty(), entry);
      return true;
    }
    NodeTuple last =
        after
            .flatMap(name -> tuples.stream().filter(tuple -> isKey(tuple, name)).findFirst())
            .orElse(tuples.getLast());
    int column = column(tuples.getFirst().getKeyNode());
    splices.insertLines(entryEnd(last), entry(key, value, column));
    return true;
  }

  private String entry(String key, Value value, int column) {
    return isOpen
        ? ManifestText.openEntry(key, value, column)
        : ManifestText.entry(key, value, column);
  }

  /// Takes an entry out of a mapping.
  public boolean remove(Spot mapping, String key) {
    List<NodeTuple> tuples = mapping.tuples();
    int at = -1;
    for (int i = 0; i < tuples.size(); i++) {
      at = isKey(tuples.get(i), key) ? i : at;
    }
    if (at < 0 || mapping.isShared() || isAnchored(tuples.get(at).getValueNode())) {
      return false;
    }
    NodeTuple entry = tuples.get(at);
    int start = Spot.start(entry.getKeyNode());
    if (isFlow(mapping.node())) {
      splices.takeFromFlow(start, entryEnd(entry), at + 1 < tuples.size());
      return true;
    }
    if (tuples.size() == 1) {
      return false;
    }
    boolean isNext = at + 1 < tuples.size();
    return splices.removeLines(
        start, entryEnd(entry), isNext ? Spot.start(tuples.get(at + 1).getKeyNode()) : -1);
  }

  /// Whether a comment, or what looks like one, stands inside a value.
  public boolean hasComments(Spot spot) {
    int start = spot.from().map(Spot::end).orElse(Spot.start(spot.node()));
    return !spot.isAlias() && splices.has('#', start, splices.contentEnd(spot.node()));
  }

  /// Whether a list stands between brackets in one line, and shares nothing.
  public boolean isInOneLine(Spot list) {
    return isFlow(list.node())
        && !list.isShared()
        && list.items().stream().noneMatch(Spot::isShared)
        && !splices.has('\n', Spot.start(list.node()), Spot.end(list.node()));
  }

  /// Leaves some items of such a list as they are written, and adds others.
  public void keep(Spot list, List<Spot> kept, List<Value> more) {
    splices.flowList(list.node(), kept, more.stream().map(ManifestText::flow).toList());
  }

  /// Adds an item to a list.
  public boolean add(Spot list, Value value) {
    List<Spot> items = list.items();
    if (list.isShared() || !list.isSequence()) {
      return false;
    }
    if (isFlow(list.node())) {
      splices.addToFlow(list.node(), items.isEmpty(), ManifestText.flow(value));
      return true;
    }
    int indent = splices.indentOf(Spot.start(list.node()));
    splices.insertLines(
        splices.contentEnd(items.getLast().node()),
        isOpen ? ManifestText.openItem(value, indent) : ManifestText.item(value, indent));
    return true;
  }

  /// Takes an item out of a list; not the only one of a block.
  public boolean drop(Spot list, int index) {
    List<Spot> items = list.items();
    Node item = items.get(index).node();
    if (list.isShared() || items.get(index).isShared() || isAnchored(item)) {
      return false;
    }
    if (isFlow(list.node())) {
      splices.takeFromFlow(Spot.start(item), Spot.end(item), index + 1 < items.size());
      return true;
    }
    return items.size() > 1
        && splices.removeLines(splices.dashBefore(Spot.start(item)), splices.contentEnd(item), -1);
  }

  private int entryEnd(NodeTuple entry) {
    return Spot.start(entry.getValueNode()) < Spot.start(entry.getKeyNode())
        ? splices.aliasEnd(Spot.end(entry.getKeyNode()))
        : splices.contentEnd(entry.getValueNode());
  }

  private static boolean isAnchored(Node node) {
    return node.getAnchor().isPresent();
  }

  private static boolean isKey(NodeTuple tuple, String name) {
    return Spot.of(tuple.getKeyNode()).scalar().filter(name::equals).isPresent();
  }

  private static int column(Node key) {
    return key.getStartMark().orElseThrow().getColumn();
  }

  /// Whether a node ends where its last letter stands: a collection in brackets, a scalar in a
  /// line.
  private static boolean isFlow(Node node) {
    return node instanceof CollectionNode<?> collection
        ? collection.getFlowStyle() == FlowStyle.FLOW
        : !Splices.isBlockScalar(node);
  }

  public boolean isChanged() {
    return splices.any();
  }

  /// The text with all changes.
  ///
  /// @return empty when the result would be no YAML; then nothing is to be written
  public Optional<String> result() {
    String after = splices.applied();
    byte[] bytes = after.getBytes(StandardCharsets.UTF_8);
    return Yaml.read("edited", bytes).problems().isEmpty() ? Optional.of(after) : Optional.empty();
  }

  /// The text as it was.
  public String before() {
    return text;
  }
}
