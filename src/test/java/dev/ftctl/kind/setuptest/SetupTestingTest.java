package dev.ftctl.kind.setuptest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How often setup tests run, and what is approved in between.
class SetupTestingTest {

  private static final String JUMP = "A".repeat(43);
  private static final String HOST = "B".repeat(42) + "A";

  private static final Value.Mapping PASSED = answer("{status: 'PASSED'}");
  private static final Value.Mapping FAILED = answer("{status: 'FAILED', title: 'Connecting'}");
  private static final Value.Mapping MET_JUMP =
      answer("{status: 'FAILED', details: {hash: '%s', public_key: 'ssh'}}".formatted(JUMP));
  private static final Value.Mapping MET_HOST =
      answer("{status: 'FAILED', details: [{hash: '%s', encoded_cert: 'pem'}]}".formatted(HOST));

  private final List<String> made = new ArrayList<>();

  @Test
  void testsThatPassRunOnce() {
    Value.Mapping last = testing("{}", PASSED).runTwice();

    assertThat(made).containsExactly("test {}");
    assertThat(last).isEqualTo(PASSED);
  }

  @Test
  void testsThatFailRunOnceMore() {
    Value.Mapping last = testing("{}", FAILED, PASSED).runTwice();

    assertThat(made).containsExactly("test {}", "test {}");
    assertThat(last).isEqualTo(PASSED);
  }

  @Test
  void testsThatFailTwiceAreLeftAtThat() {
    Value.Mapping last = testing("{}", FAILED, FAILED).runTwice();

    assertThat(made).hasSize(2);
    assertThat(last).isEqualTo(FAILED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Credentials are missing",
        "No credentials were entered",
        "Missing API credentials",
        "The credential is not set",
      })
  void credentialsThatNobodyEnteredAreLookedForOnce(String message) {
    Value.Mapping missing = answer("{status: 'FAILED', message: '" + message + "'}");

    testing("{}", missing, PASSED).runTwice();

    assertThat(made).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Wrong credentials", "Credentials were refused", "Host is missing"})
  void otherFailuresRunOnceMore(String message) {
    Value.Mapping failed = answer("{status: 'FAILED', message: '" + message + "'}");

    testing("{}", failed, PASSED).runTwice();

    assertThat(made).hasSize(2);
  }

  @Test
  void singleRunIsNotRepeatedForAFailure() {
    Value.Mapping last = testing("{}", FAILED).run();

    assertThat(made).hasSize(1);
    assertThat(last).isEqualTo(FAILED);
  }

  @Test
  void answerWithoutFailuresIsTakenAsItIs() {
    Value.Mapping last = testing("{}").again(PASSED);

    assertThat(made).isEmpty();
    assertThat(last).isEqualTo(PASSED);
  }

  @Test
  void pinnedKeyIsApprovedBeforeTheNextRun() {
    testing(pinning("fingerprints", JUMP), PASSED).again(MET_JUMP);

    assertThat(made).containsExactly("approve fingerprints " + JUMP, "test {}");
  }

  @Test
  void keyThatComesToLightBehindAnotherTakesAnotherRun() {
    String pins =
        "{trusted: {fingerprints: ['%s'], certificates: ['%s']}}".formatted(JUMP + "=", HOST + "=");

    Value.Mapping last = testing(pins, MET_HOST, PASSED).again(MET_JUMP);

    assertThat(made)
        .containsExactly(
            "approve fingerprints " + JUMP, "test {}", "approve certificates " + HOST, "test {}");
    assertThat(last).isEqualTo(PASSED);
  }

  @Test
  void keyThatIsMetAgainIsApprovedOnce() {
    Value.Mapping last = testing(pinning("fingerprints", JUMP), MET_JUMP).again(MET_JUMP);

    assertThat(made).containsExactly("approve fingerprints " + JUMP, "test {}");
    assertThat(last).isEqualTo(MET_JUMP);
  }

  @Test
  void keyThatNobodyPinnedIsNotApproved() {
    testing(pinning("certificates", JUMP), MET_JUMP).again(MET_JUMP);

    assertThat(made).containsExactly("test {}");
  }

  @Test
  void testIsToldWhatTheManifestTrustsUnseen() {
    testing("{trust_certificates: true, trust_fingerprints: false}", PASSED).run();

    assertThat(made).containsExactly("test {trust_certificates=true, trust_fingerprints=false}");
  }

  @Test
  void testWhoseAnswerIsLostIsMadeAgain() {
    var lost = new ApiException(new ApiFailure("POST", "/test", 0, "", "reset", true));
    var answers = new ArrayDeque<Value.Mapping>(List.of(PASSED));
    var calls =
        new Scripted(answers) {
          @Override
          public Value.Mapping test(Value.Mapping body) {
            if (made.isEmpty()) {
              made.add("lost");
              throw lost;
            }
            return super.test(body);
          }
        };

    Value.Mapping last = new SetupTesting(calls, wanted("{}")).run();

    assertThat(made).containsExactly("lost", "test {}");
    assertThat(last).isEqualTo(PASSED);
  }

  private SetupTesting testing(String spec, Value.Mapping... answers) {
    return new SetupTesting(new Scripted(new ArrayDeque<>(List.of(answers))), wanted(spec));
  }

  private static Resource wanted(String spec) {
    return new Resource(
        Address.of("destination", "prod"),
        Metadata.named("prod"),
        Values.mapping(spec),
        SourceLocation.NONE);
  }

  private static String pinning(String list, String hash) {
    return "{trusted: {%s: ['%s=']}}".formatted(list, hash);
  }

  private static Value.Mapping answer(String test) {
    return Values.mapping("{setup_tests: [" + test + "]}");
  }

  /// Answers tests one after the other, and notes every call.
  private class Scripted implements SetupTestCalls {
    private final Deque<Value.Mapping> answers;

    Scripted(Deque<Value.Mapping> answers) {
      this.answers = answers;
    }

    @Override
    public Value.Mapping test(Value.Mapping body) {
      var said = new TreeMap<String, String>();
      body.entries().forEach((name, value) -> said.put(name, value.asText()));
      made.add("test " + said);
      return answers.pop();
    }

    @Override
    public Value.Mapping approve(String list, Value.Mapping body) {
      made.add("approve " + list + " " + body.text("hash"));
      return Value.Mapping.EMPTY;
    }
  }
}
