package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.fivetran.pacing.Sleeper;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Calls that fail, or whose answers are lost, in the middle of a rollout.
@TestInstance(Lifecycle.PER_CLASS)
class RolloutFaultsTest {

  private static final String SWITCH = "'method':'PATCH','path':'/schemas$'";
  private static final String SYNC = "'method':'POST','path':'/sync$'";
  private static final String LOOK = "'method':'GET','path':'/connections/c_shop$'";
  private static final String READ = "'method':'GET','path':'/schemas$'";

  private RollingCompany company;

  @BeforeAll
  void open(@TempDir Path folder) {
    company = new RollingCompany(folder);
  }

  @BeforeEach
  void reset() {
    company.reset();
  }

  @AfterAll
  void close() {
    company.close();
  }

  /// @param call which one
  /// @param nth of these
  /// @param then what becomes of it
  private record Fault(String call, int nth, String then) {

    String rule() {
      return "{'match':{%s,'nth':%d},'then':%s}".formatted(call, nth, then);
    }
  }

  /// Some of them in each build, another for each call.
  static List<Fault> faults() {
    var all = new ArrayList<Fault>();
    for (String then : LostAnswers.all()) {
      for (String call : List.of(SWITCH, SYNC, LOOK, READ)) {
        for (int nth = 1; nth <= 3; nth++) {
          all.add(new Fault(call, nth, then));
        }
      }
    }
    int step = Scale.of(11, 1);
    return IntStream.range(0, all.size())
        .filter(index -> index % step == 0)
        .mapToObj(all::get)
        .toList();
  }

  /// A call that is lost once changes nothing: each batch is on once and synced once.
  @ParameterizedTest
  @MethodSource("faults")
  void lostAnswersAreLookedAfter(Fault fault) {
    company.faults(fault.rule());

    Ran ran = company.roll(RollingCompany.SHOP);

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(company.on()).isEqualTo("a b c d e");
    assertThat(company.syncs("SUCCESSFUL")).isEqualTo(3);
  }

  /// The seed's own fault: what can't be read passes for an empty list, and all accounts are gone.
  @Test
  void listThatCannotBeReadIsNeverWritten() {
    company.faults(
        "{'match':{'method':'GET','path':'/connections/c_ads$'},'then':{'status':400,"
            + "'body':{'code':'Nope','message':'no'}}}");

    Ran ran = company.roll(RollingCompany.ADS);

    assertThat(ran.code()).as("%s", ran).isEqualTo(1);
    assertThat(company.deeds()).isEmpty();
    assertThat(company.accounts()).isEqualTo("111");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'method':'PATCH','path':'/schemas$' | 1 | 400 | 1
          'method':'PATCH','path':'/schemas$' | 2 | 400 | 5
          'method':'PATCH','path':'/schemas$' | 1 | 403 | 77
          'method':'POST','path':'/sync$'     | 1 | 403 | 5
          'method':'POST','path':'/sync$'     | 3 | 400 | 5
          """)
  void refusedCallEndsItAndTheNextRunGoesOn(String call, int nth, int status, int code) {
    company.faults(
        "{'match':{%s,'nth':%d},'then':{'status':%d,'body':{'code':'Nope','message':'not so'}}}"
            .formatted(call, nth, status));

    Ran ran = company.roll(RollingCompany.SHOP);

    assertThat(ran.code()).as("%s", ran).isEqualTo(code);
    assertThat(ran.err()).contains("not so").contains("ftctl rollout run rollouts/shop.yaml --yes");
    assertThat(company.roll(RollingCompany.SHOP).code()).isZero();
    assertThat(company.on()).isEqualTo("a b c d e");
    assertThat(company.syncs("SUCCESSFUL")).isEqualTo(3);
  }

  /// A run that began a sync has changed something, be it that it switched nothing on.
  @Test
  void runThatOnlySyncedIsPartialToo() {
    String refused = "{'match':{%s,'nth':%d},'then':{'status':400,'body':{'code':'No'}}}";
    company.faults(refused.formatted(SYNC, 1));
    Ran first = company.roll(RollingCompany.SHOP);
    company.faults(refused.formatted(SWITCH, 1));

    Ran second = company.roll(RollingCompany.SHOP);

    assertThat(first.code()).as("%s", first).isEqualTo(5);
    assertThat(second.code()).as("%s", second).isEqualTo(5);
    assertThat(second.out()).contains("batch 1 of 3: sales.a, sales.b: on, synced");
    assertThat(company.on()).isEqualTo("a b");
  }

  /// An API that doesn't answer while a sync runs never passes for its end.
  @Test
  void blindLooksEndNothing() {
    company.next(",'seconds':60");
    var clock = new AccountClock(company.lab);
    company.workspace.waitingBy(
        new Sleeper() {
          @Override
          public long nanoTime() {
            return clock.nanoTime();
          }

          @Override
          public void sleep(Duration duration) {
            company.faults("{'match':{'method':'GET'},'then':{'status':400}}");
            clock.sleep(duration);
          }
        });

    Ran ran = company.roll(RollingCompany.SHOP, "--wait=10m");

    assertThat(ran.code()).as("%s", ran).isEqualTo(8);
    assertThat(ran.err()).contains("can't look how it goes, and tries again");
    company.faults("");
    company.workspace.waitingBy(clock);
    assertThat(company.deeds()).containsExactly("on a b", "sync");
    assertThat(company.roll(RollingCompany.SHOP).code()).isZero();
    assertThat(company.deeds()).containsExactly("on a b", "sync", "on c d", "sync", "on e", "sync");
  }
}
