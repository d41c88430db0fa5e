package dev.ftctl.cli.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.cli.doctor.Finding.Result;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.render.English;
import dev.ftctl.render.Json;
import dev.ftctl.render.Lines;
import dev.ftctl.render.Paint;
import dev.ftctl.render.Tone;
import java.util.ArrayList;
import java.util.List;

/// All that was found, as text and JSON.
record Findings(List<Finding> all) {

  private static final String FORMAT = "ftctl-doctor/v1";

  private static final int NAME_COLUMN = 11;
  private static final int MESSAGE_COLUMN = 24;

  /// The first of these that a failure has is what the command ends with: without a key nobody
  /// knows of the network, and so on.
  private static final List<ExitCode> BY_WEIGHT =
      List.of(ExitCode.DENIED, ExitCode.UNAVAILABLE, ExitCode.INVALID, ExitCode.USAGE);

  Findings {
    all = List.copyOf(all);
  }

  ExitCode code() {
    List<ExitCode> failed =
        all.stream()
            .filter(finding -> finding.result() == Result.FAILED)
            .map(Finding::code)
            .toList();
    return BY_WEIGHT.stream()
        .filter(failed::contains)
        .findFirst()
        .orElseGet(() -> failed.stream().findFirst().orElse(ExitCode.OK));
  }

  String text(Paint paint) {
    var lines = new ArrayList<String>();
    for (Finding finding : all) {
      String word = finding.result().word();
      String name = English.column(word, NAME_COLUMN, 1).substring(word.length()) + finding.name();
      String begin = English.column(word + name, MESSAGE_COLUMN, 2).substring(word.length());
      String told = English.printable(finding.message());
      lines.add(paint.apply(tone(finding), word) + begin + told);
      if (!finding.fix().isEmpty()) {
        lines.add(" ".repeat(MESSAGE_COLUMN) + English.printable(finding.fix()));
      }
    }
    lines.add("");
    lines.add(paint.apply(Tone.STRONG, closing()));
    return Lines.of(lines);
  }

  private static Tone tone(Finding finding) {
    return switch (finding.result()) {
      case OK -> Tone.GOOD;
      case WARNING -> Tone.CHANGED;
      case FAILED -> Tone.BAD;
      case UNKNOWN -> Tone.FAINT;
    };
  }

  private String closing() {
    long failed = count(Result.FAILED);
    long warnings = count(Result.WARNING);
    if (failed + warnings + count(Result.UNKNOWN) == 0) {
      return "Everything is in order.";
    }
    return failed + " failed, " + English.count(warnings, "warning") + ".";
  }

  private long count(Result result) {
    return all.stream().filter(finding -> finding.result() == result).count();
  }

  String json() {
    ObjectNode json = Json.object();
    json.put("format", FORMAT);
    ArrayNode checks = json.putArray("checks");
    for (Finding finding : all) {
      ObjectNode check = checks.addObject();
      check
          .put("name", finding.name())
          .put("result", finding.result().word())
          .put("message", finding.message());
      if (!finding.fix().isEmpty()) {
        check.put("fix", finding.fix());
      }
      if (finding.result() == Result.FAILED) {
        check.put("code", finding.code().number());
      }
    }
    json.put("exit_code", code().number());
    return Json.text(json);
  }
}
