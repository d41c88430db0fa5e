package dev.ftctl.cli.verbs.state;

import dev.ftctl.model.value.Value;
import dev.ftctl.operate.state.Difference;
import dev.ftctl.render.English;
import dev.ftctl.render.Paint;
import dev.ftctl.render.Tone;
import java.util.List;
import java.util.stream.Collectors;

/// What changes from one state to another, a line for each place.
record Differences(List<Difference> all, Paint paint) {

  static Differences between(Value.Mapping before, Value.Mapping after, Paint paint) {
    return new Differences(Difference.between(before, after), paint);
  }

  String text() {
    int width = all.stream().mapToInt(each -> each.path().toString().length() + 2).max().orElse(0);
    return all.stream().map(each -> line(each, width)).collect(Collectors.joining());
  }

  private String line(Difference difference, int width) {
    String path = English.printable(difference.path().toString());
    return "    "
        + path
        + " ".repeat(Math.max(1, width - path.length()))
        + paint.apply(
            Tone.CHANGED,
            English.printable(difference.before().display())
                + " → "
                + English.printable(difference.after().display()))
        + "\n";
  }
}
