package dev.ftctl.operate.trust;

import dev.ftctl.address.Named;
import dev.ftctl.operate.tests.TestLine;
import java.util.List;
import java.util.stream.Collectors;

/// What the setup tests of an object came to.
///
/// @param offers of the sort that was asked for
/// @param others of the other sort
public record Tested(Named object, List<Offer> offers, List<Offer> others, List<TestLine> lines) {

  public Tested {
    offers = List.copyOf(offers);
    others = List.copyOf(others);
    lines = List.copyOf(lines);
  }

  /// `4 tests, none failed`, or which did and why.
  public String summary() {
    String count = lines.size() == 1 ? "1 test" : lines.size() + " tests";
    List<TestLine> failed = lines.stream().filter(TestLine::isFailed).toList();
    return failed.isEmpty()
        ? count + ", none failed"
        : failed.size()
            + " of "
            + count
            + " failed: "
            + failed.stream()
                .map(line -> line.title() + (line.message().isEmpty() ? "" : ": " + line.message()))
                .collect(Collectors.joining("; "));
  }
}
