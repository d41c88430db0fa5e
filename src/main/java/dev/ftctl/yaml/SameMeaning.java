package dev.ftctl.yaml;

import java.util.Iterator;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Whether two texts differ in white space only and are the same to a parser: structure, texts,
/// tags, anchors, styles, document marks.
final class SameMeaning {

  private SameMeaning() {}

  static boolean of(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    return withoutBlanks(one).equals(withoutBlanks(other)) && haveSameEvents(one, other);
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("[ \\t\\r\\n]+", "");
  }

  private static boolean haveSameEvents(String one, String other) {
    try {
      Iterator<Event> ones = events(one);
      Iterator<Event> others = events(other);
      while (ones.hasNext() && others.hasNext()) {
        if (!said(ones.next()).equals(said(others.next()))) {
          return false;
        }
      }
      return !ones.hasNext() && !others.hasNext();
    } catch (YamlEngineException broken) {
      return false;
    }
  }

  private static Iterator<Event> events(String text) {
    var settings = LoadSettings.builder().setCodePointLimit(2 * Yaml.LARGEST).build();
    return new Parse(settings).parseString(text).iterator();
  }

  /// All of an event but its place.
  private static Object said(Event event) {
    return switch (event) {
      case ScalarEvent scalar ->
          new Said(
              scalar.getEventId(),
              scalar.getAnchor(),
              scalar.getTag(),
              scalar.getScalarStyle(),
              scalar.getValue());
      case CollectionStartEvent start ->
          new Said(start.getEventId(), start.getAnchor(), start.getTag(), start.getFlowStyle(), "");
      case AliasEvent alias -> new Said(alias.getEventId(), alias.getAlias(), "", "", "");
      case DocumentStartEvent start ->
          new Said(
              start.getEventId(),
              start.isExplicit(),
              start.getTags(),
              Objects.toString(start.getSpecVersion()),
              "");
      case DocumentEndEvent end -> new Said(end.getEventId(), end.isExplicit(), "", "", "");
      case Event other -> other.getEventId();
    };
  }

  private record Said(Event.ID id, Object name, Object tag, Object style, String text) {}
}
