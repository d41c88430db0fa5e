package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a plan says that it takes is what its apply tells: steps are steps, and writes are
/// requests.
class FiguresTest {

  private static final Pattern STEPS = Pattern.compile("(?m)^Cost +(\\d+) steps?\\b");
  private static final Pattern DONE = Pattern.compile("(?m)^Apply: (\\d+) done");
  private static final Pattern WRITES = Pattern.compile("(?m); (\\d+) writes?\\.$");
  private static final Pattern READ_BACK =
      Pattern.compile("(?m)^Read back: (?:all (\\d+) writes are|(?:the only|1) write is) as");
  private static final Pattern ACCEPTED = Pattern.compile("accepted (\\d+) more write");

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void applyTellsTheStepsThatThePlanPromised() {
    Workspace workspace = new Workspace(folder).withExamples().reaching(lab.sandbox());
    agree(workspace);

    workspace.edit("manifests/shop/orders.yaml", "sync_frequency: 60", "sync_frequency: 30");
    agree(workspace);
  }

  private void agree(Workspace workspace) {
    Ran planned = workspace.succeed("plan");
    lab.forget();
    Ran applied = workspace.succeed("apply", "--auto-approve");

    assertThat(number(DONE, applied)).as("%s", applied).isEqualTo(number(STEPS, planned));
    assertThat(number(WRITES, applied)).isEqualTo(lab.writes().size());
    int accepted = ACCEPTED.matcher(applied.out()).find() ? number(ACCEPTED, applied) : 0;
    assertThat(number(READ_BACK, applied) + accepted).isEqualTo(lab.writes().size());
  }

  private static int number(Pattern pattern, Ran ran) {
    Matcher found = pattern.matcher(ran.out());
    assertThat(found.find()).as("%s in %s", pattern, ran).isTrue();
    return found.group(1) == null ? 1 : Integer.parseInt(found.group(1));
  }
}
