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
  private static final int WIDTH = 280;
  private static final int BOX = 40;
  private static final int GAP = 10;
  private static final int HEAD = 34;
  private static final int LONGEST = 34;

  private record Spot(int x, int y, int width, int height) {
    int middle() {
      return y + height / 2;
    }
  }

  private final Picture picture;
  private final Map<String, Spot> spots = new HashMap<>();
  private final int columns;
  private final int[] filled;
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private Svg(Picture picture) throws XMLStreamException {
    this.picture = picture;
    this.columns = Math.max(1, Math.min(5, picture.clusters().size()));
    this.filled = new int[columns];
    this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
  }

  public static String of(Picture picture) {
    try {
      return new Svg(picture).drawn();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a text of our own is always written", impossible);
    }
  }

  private String drawn() throws XMLStreamException {
    picture.clusters().forEach(this::place);
    int height = MARGIN;
    for (int one : filled) {
      height = Math.max(height, one + MARGIN);
    }
    int width = columns * (WIDTH + 2 * MARGIN) + MARGIN;
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
    int x = MARGIN + least * (WIDTH + 2 * MARGIN);
    int y = filled[least] + MARGIN;
    int height = HEAD + cluster.boxes().size() * (BOX + GAP);
    spots.put(cluster.id(), new Spot(x, y, WIDTH, height));
    filled[least] = y + height;
    int below = y + HEAD;
    for (Box box : cluster.boxes()) {
      spots.put(box.id(), new Spot(x + GAP, below, WIDTH - 2 * GAP, BOX));
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
    write(spot.x() + 8, first, box.text(), "#1b1b1b", "normal");
    if (!box.detail().isEmpty()) {
      write(spot.x() + 8, spot.y() + 33, box.detail(), "#5a6475", "normal");
    }
    xml.writeEndElement();
  }

  /// From side to side; within one column around its right.
  private void curve(Spot from, Spot to) throws XMLStreamException {
    boolean isRight = to.x() >= from.x() + WIDTH;
    boolean isLeft = to.x() + WIDTH <= from.x();
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
    int[] points = shown.codePoints().limit(LONGEST).toArray();
    String cut = new String(points, 0, points.length);
    xml.writeCharacters(cut.length() < shown.length() ? cut + "…" : shown);
    xml.writeEndElement();
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
