package dev.ftctl.render.graph;

import dev.ftctl.render.English;
import dev.ftctl.render.graph.Picture.Arrow;
import dev.ftctl.render.graph.Picture.Box;
import dev.ftctl.render.graph.Picture.Cluster;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A picture as SVG: clusters as columns of boxes, each put where there is most room, so that a
/// page of them stays as wide as a screen.
public final class Svg {

  private static final int MARGIN = 24;
  private static final int NARROW = 280;
  private static final int WIDE = 440;
  private static final int BOX = 40;
  private static final int GAP = 10;
  private static final int HEAD = 34;
  private static final int PADDING = 8;

  /// A letter of 13 pixels in a wide face: which one a page shows is not known here.
  private static final int LETTER = 8;

  private record Spot(int x, int y, int width, int height) {
    int middle() {
      return y + height / 2;
    }
  }

  private final Picture picture;
  private final Map<String, Spot> spots = new HashMap<>();
  private final int columns;
  private final int[] filled;
  private final int wide;
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private Svg(Picture picture) throws XMLStreamException {
    this.picture = picture;
    this.columns = Math.max(1, Math.min(5, picture.clusters().size()));
    this.filled = new int[columns];
    this.wide = Math.clamp(longest(picture), NARROW, WIDE);
    this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
  }

  public static String of(Picture picture) {
    try {
      return new Svg(picture).drawn();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a text of our own is always written", impossible);
    }
  }

  /// So wide that the longest name has room.
  private static int longest(Picture picture) {
    int letters = 0;
    for (Cluster cluster : picture.clusters()) {
      letters = Math.max(letters, length(cluster.title()));
      for (Box box : cluster.boxes()) {
        letters = Math.max(letters, Math.max(length(box.text()), length(box.detail())));
      }
    }
    return letters * LETTER + 2 * (GAP + PADDING);
  }

  private static int length(String words) {
    return English.length(English.printable(words));
  }

  private String drawn() throws XMLStreamException {
    picture.clusters().forEach(this::place);
    int height = MARGIN;
    for (int one : filled) {
      height = Math.max(height, one + MARGIN);
    }
    int width = columns * (wide + 2 * MARGIN) + MARGIN;
    open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 " + width + " " + height);
    attributes("width", width, "height", height, "font-family", "sans-serif", "font-size", 13);
    empty("rect", "width", width, "height", height, "fill", "#ffffff");
    for (Cluster cluster : picture.clusters()) {
      Spot spot = spot(cluster.id());
      rectangle(spot, "#f7f9fc", "#9aa7b8");
      write(spot.x() + GAP, spot.y() + 22, cluster.title(), "#33415c", "bold");
    }
    for (Arrow arrow : picture.arrows()) {
      curve(spot(arrow.from()), spot(arrow.to()));
    }
    for (Cluster cluster : picture.clusters()) {
      for (Box box : cluster.boxes()) {
        draw(box);
      }
    }
    xml.writeEndElement();
    xml.flush();
    return text + "\n";
  }

  private void place(Cluster cluster) {
    int least = 0;
    for (int at = 1; at < columns; at++) {
      least = filled[at] < filled[least] ? at : least;
    }
    int x = MARGIN + least * (wide + 2 * MARGIN);
    int y = filled[least] + MARGIN;
    int height = HEAD + cluster.boxes().size() * (BOX + GAP);
    spots.put(cluster.id(), new Spot(x, y, wide, height));
    filled[least] = y + height;
    int below = y + HEAD;
    for (Box box : cluster.boxes()) {
      spots.put(box.id(), new Spot(x + GAP, below, wide - 2 * GAP, BOX));
      below += BOX + GAP;
    }
  }

  private Spot spot(String id) {
    return Objects.requireNonNull(spots.get(id), id);
  }

  private void draw(Box box) throws XMLStreamException {
    Spot spot = spot(box.id());
    open("g");
    xml.writeStartElement("title");
    xml.writeCharacters(English.printable(box.text() + " " + box.detail()));
    xml.writeEndElement();
    rectangle(spot, box.look().fill, box.look().line);
    int first = box.detail().isEmpty() ? spot.middle() + 5 : spot.y() + 17;
    write(spot.x() + PADDING, first, box.text(), "#1b1b1b", "normal");
    if (!box.detail().isEmpty()) {
      write(spot.x() + PADDING, spot.y() + 33, box.detail(), "#5a6475", "normal");
    }
    xml.writeEndElement();
  }

  /// From side to side; within one column around its right.
  private void curve(Spot from, Spot to) throws XMLStreamException {
    boolean isRight = to.x() >= from.x() + wide;
    boolean isLeft = to.x() + wide <= from.x();
    int start = isLeft ? from.x() : from.x() + from.width();
    int end = isRight ? to.x() : to.x() + to.width();
    int bend = Math.max(30, Math.abs(end - start) / 2);
    int out = isLeft ? start - bend : start + bend;
    int in = isRight ? end - bend : end + bend;
    String path =
        "M%d %d C%d %d %d %d %d %d"
            .formatted(start, from.middle(), out, from.middle(), in, to.middle(), end, to.middle());
    empty("path", "d", path, "fill", "none", "stroke", "#7a8699", "stroke-opacity", "0.7");
    empty("circle", "cx", end, "cy", to.middle(), "r", 3, "fill", "#7a8699");
  }

  private void rectangle(Spot spot, String fill, String line) throws XMLStreamException {
    open("rect", "x", spot.x(), "y", spot.y(), "width", spot.width(), "height", spot.height());
    attributes("rx", 6, "fill", fill, "stroke", line);
    xml.writeEndElement();
  }

  private void write(int x, int y, String words, String fill, String weight)
      throws XMLStreamException {
    open("text", "x", x, "y", y, "fill", fill, "font-weight", weight);
    String shown = English.printable(words);
    xml.writeCharacters(cut(shown, (wide - 2 * (GAP + PADDING)) / LETTER));
    xml.writeEndElement();
  }

  private static String cut(String words, int letters) {
    if (English.length(words) <= letters) {
      return words;
    }
    var cut = new StringBuilder();
    int left = letters - 1;
    for (int point : words.codePoints().toArray()) {
      left -= English.columns(point);
      if (left < 0) {
        break;
      }
      cut.appendCodePoint(point);
    }
    return cut.append('…').toString();
  }

  private void open(String name, Object... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    attributes(attributes);
  }

  private void empty(String name, Object... attributes) throws XMLStreamException {
    open(name, attributes);
    xml.writeEndElement();
  }

  private void attributes(Object... pairs) throws XMLStreamException {
    for (var at = List.of(pairs).iterator(); at.hasNext(); ) {
      xml.writeAttribute(at.next().toString(), at.next().toString());
    }
  }
}
