package dev.ftctl.render.check;

import dev.ftctl.check.TestOutcome;
import dev.ftctl.render.English;
import dev.ftctl.render.Lines;
import dev.ftctl.render.Paint;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Tests as a JUnit report: each file is a suite. It holds no times, so that two runs print the
/// same.
public final class CheckJunit {

  private static final String CLASS = "ftctl check";

  private final StringWriter buffer = new StringWriter();
  private final XMLStreamWriter xml;

  private CheckJunit() throws XMLStreamException {
    this.xml = XMLOutputFactory.newInstance().createXMLStreamWriter(buffer);
  }

  public static String of(CheckReport report) {
    try {
      return new CheckJunit().write(report);
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a buffer is always written", impossible);
    }
  }

  private String write(CheckReport report) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    counts(report.outcomes());
    List<String> files =
        report.outcomes().stream().map(outcome -> outcome.test().file()).distinct().toList();
    for (String file : files) {
      suite(
          file,
          report.outcomes().stream()
              .filter(outcome -> outcome.test().file().equals(file))
              .toList());
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
    return buffer + "\n";
  }

  private void suite(String file, List<TestOutcome> outcomes) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", allowed(English.printable(file)));
    counts(outcomes);
    for (TestOutcome outcome : outcomes) {
      write(outcome);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private void counts(List<TestOutcome> outcomes) throws XMLStreamException {
    long failed = outcomes.stream().filter(outcome -> !outcome.holds()).count();
    xml.writeAttribute("tests", String.valueOf(outcomes.size()));
    xml.writeAttribute("failures", String.valueOf(failed));
    xml.writeAttribute("errors", "0");
  }

  private void write(TestOutcome outcome) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", CLASS);
    xml.writeAttribute("name", allowed(English.printable(outcome.test().name())));
    xml.writeAttribute("file", allowed(English.printable(outcome.test().file())));
    xml.writeAttribute("line", String.valueOf(outcome.test().place().line()));
    if (!outcome.holds()) {
      xml.writeCharacters("\n      ");
      xml.writeStartElement("failure");
      xml.writeAttribute("type", "difference");
      xml.writeAttribute("message", message(outcome));
      String text = Lines.of(CheckText.differences(outcome, Paint.PLAIN));
      xml.writeCharacters("\n" + allowed(text) + "      ");
      xml.writeEndElement();
      xml.writeCharacters("\n    ");
    }
    xml.writeEndElement();
  }

  private static String message(TestOutcome outcome) {
    return outcome.differences().stream()
        .map(difference -> difference.part())
        .collect(Collectors.joining(", ", "not as expected: ", ""));
  }

  /// Without what XML has no way to say.
  private static String allowed(String text) {
    return text.replaceAll(
        "[^\\t\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?");
  }
}
