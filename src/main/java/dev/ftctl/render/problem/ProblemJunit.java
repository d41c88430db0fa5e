package dev.ftctl.render.problem;

import dev.ftctl.model.problem.Problem;
import dev.ftctl.render.English;
import dev.ftctl.render.Paint;
import dev.ftctl.render.ProblemText;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Problems as a JUnit report: each file is a test case, which fails by its errors. So a file keeps
/// its name in a CI system's history whatever is wrong with it.
public final class ProblemJunit {

  private static final String SUITE = "ftctl validate";

  private final ProblemReport report;
  private final ProblemText text;
  private final StringWriter buffer = new StringWriter();
  private final XMLStreamWriter xml;

  private ProblemJunit(ProblemReport report) throws XMLStreamException {
    this.report = report;
    this.text = new ProblemText(report.sources(), Paint.PLAIN);
    this.xml = XMLOutputFactory.newInstance().createXMLStreamWriter(buffer);
  }

  public static String of(ProblemReport report) {
    try {
      return new ProblemJunit(report).write();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a buffer is always written", impossible);
    }
  }

  /// A file, or with an empty name what stands in no file.
  private record Case(String file, List<Problem> problems) {

    List<Problem> errors() {
      return problems.stream().filter(Problem::isError).toList();
    }

    List<Problem> others() {
      return problems.stream().filter(problem -> !problem.isError()).toList();
    }
  }

  private String write() throws XMLStreamException {
    List<Case> cases = cases();
    long failures = cases.stream().filter(one -> !one.errors().isEmpty()).count();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", SUITE);
    xml.writeAttribute("tests", String.valueOf(cases.size()));
    xml.writeAttribute("failures", String.valueOf(failures));
    xml.writeAttribute("errors", "0");
    for (Case one : cases) {
      write(one);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
    return buffer + "\n";
  }

  private List<Case> cases() {
    var cases = report.files().stream().map(this::caseOf).collect(Collectors.toList());
    Case elsewhere = caseOf("");
    if (!elsewhere.problems().isEmpty()) {
      cases.add(elsewhere);
    }
    return cases;
  }

  private Case caseOf(String file) {
    return new Case(
        file,
        report.problems().stream().filter(problem -> problem.place().file().equals(file)).toList());
  }

  private void write(Case one) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", SUITE);
    xml.writeAttribute("name", one.file().isEmpty() ? "project" : English.printable(one.file()));
    if (!one.file().isEmpty()) {
      xml.writeAttribute("file", English.printable(one.file()));
    }
    List<Problem> errors = one.errors();
    if (!errors.isEmpty()) {
      xml.writeCharacters("\n      ");
      xml.writeStartElement("failure");
      xml.writeAttribute("type", errors.getFirst().rule());
      xml.writeAttribute("message", message(errors));
      xml.writeCharacters(allowed(body(errors)));
      xml.writeEndElement();
    }
    if (!one.others().isEmpty()) {
      xml.writeCharacters("\n      ");
      xml.writeStartElement("system-out");
      xml.writeCharacters(allowed(body(one.others())));
      xml.writeEndElement();
    }
    xml.writeCharacters("\n    ");
    xml.writeEndElement();
  }

  private static String message(List<Problem> errors) {
    String first = allowed(ProblemReport.sentence(errors.getFirst()));
    return errors.size() == 1 ? first : first + " (and " + (errors.size() - 1) + " more)";
  }

  private String body(List<Problem> problems) {
    return problems.stream()
        .map(problem -> text.of(problem).stripTrailing() + "\n  rule " + problem.rule() + "\n")
        .collect(Collectors.joining("", "\n", "      "));
  }

  /// Without what XML has no way to say.
  private static String allowed(String text) {
    return text.replaceAll(
        "[^\\t\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "?");
  }
}
