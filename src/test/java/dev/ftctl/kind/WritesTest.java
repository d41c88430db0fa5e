package dev.ftctl.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What happens to a write whose answer is lost.
final class WritesTest {

  private static final ApiException LOST = failure(0, true);
  private static final ApiException REFUSED = failure(400, false);
  private static final ApiException GONE = failure(404, false);

  @Test
  void acceptsWhatALostCreationLeft() {
    var created = Writes.create(answers(LOST), () -> Optional.of("found"));

    assertThat(created).isEqualTo("found");
  }

  @Test
  void createsAgainWhatALostCreationDidNotLeave() {
    var created = Writes.create(answers(LOST, "second"), Optional::empty);

    assertThat(created).isEqualTo("second");
  }

  @Test
  void looksAgainWhenTheSecondCreationIsRefused() {
    var looks = new ArrayDeque<>(List.of(Optional.<String>empty(), Optional.of("late")));

    var created = Writes.create(answers(LOST, failure(409, false)), looks::pop);

    assertThat(created).isEqualTo("late");
  }

  @Test
  void createsOnceWhenRefused() {
    Supplier<String> call = answers(REFUSED);

    assertThatThrownBy(() -> Writes.create(call, () -> Optional.of("never"))).isSameAs(REFUSED);
  }

  @Test
  void repeatsALostPatchOnce() {
    assertThat(Writes.repeat(answers(LOST, "done"))).isEqualTo("done");
    assertThatThrownBy(() -> Writes.repeat(answers(LOST, LOST))).isSameAs(LOST);
  }

  @Test
  void takesGoneForDeleted() {
    Writes.delete(deletion(LOST, GONE));

    assertThatThrownBy(() -> Writes.delete(deletion(REFUSED))).isSameAs(REFUSED);
  }

  private static Runnable deletion(Object... answers) {
    Supplier<String> calls = answers(answers);
    return () -> {
      var unused = calls.get();
    };
  }

  private static Supplier<String> answers(Object... answers) {
    var left = new ArrayDeque<>(List.of(answers));
    return () -> {
      Object answer = left.pop();
      if (answer instanceof ApiException failed) {
        throw failed;
      }
      return (String) answer;
    };
  }

  private static ApiException failure(int status, boolean isAmbiguous) {
    return new ApiException(new ApiFailure("POST", "/v1/x", status, "", "", isAmbiguous));
  }
}
