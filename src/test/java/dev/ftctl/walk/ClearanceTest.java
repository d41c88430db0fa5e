package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.kind.Action;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.model.Allowance;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.plan.Plan;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import dev.ftctl.testing.Written;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What of a plan may be carried out.
class ClearanceTest {

  private static final Resource[] OLD = withConnectorOf("postgres");
  private static final Resource NEW = Wanted.of("group/new", Map.of("name", "new"));

  private final Lab lab = new Lab();

  @BeforeEach
  void create() {
    lab.apply(OLD);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void planWithoutABlockIsCarriedOutAsItIs() {
    Plan plan =
        plan(
            List.of(new Allowance(Risk.REPLACE, AddressPattern.ALL)),
            Map.of(),
            withConnectorOf("mysql"));

    assertThat(Clearance.of(plan, false)).isSameAs(plan);
  }

  @Test
  void blockedPlanIsRefused() {
    Plan plan = plan(List.of(), Map.of(), withConnectorOf("mysql"));

    refused(plan, false, "the plan is blocked");
  }

  @Test
  void whatIsBlockedMayBeLeftOut() {
    Plan plan = plan(List.of(), Map.of(), withConnectorOf("mysql"));

    Plan cleared = Clearance.of(plan, true);

    assertThat(cleared.count(Action.CREATE)).isEqualTo(1);
    assertThat(cleared.count(Action.REPLACE)).isZero();
  }

  @Test
  void passedLimitLeavesNothingToCarryOut() {
    Plan plan = plan(List.of(), Map.of("max_deletes", 0), Wanted.absent(OLD[0]), OLD[1]);

    refused(plan, true, "the plan passes a limit");
  }

  private static void refused(Plan plan, boolean skipsBlocked, String why) {
    assertThatThrownBy(() -> Clearance.of(plan, skipsBlocked))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.BLOCKED))
        .hasMessageContaining(why);
  }

  private Plan plan(List<Allowance> allowed, Map<String, Integer> limits, Resource... others) {
    Resource[] wanted = Arrays.copyOf(others, others.length + 1);
    wanted[others.length] = NEW;
    var known = new DesiredSource.Known(Lab.desired(wanted));
    var request = new PlanRequest(known, IntentPatterns.PLAIN, false, allowed, limits);
    return new Walk(Wanted.KINDS)
        .plan(request, desired -> lab.account(false), ReadingObserver.NONE)
        .plan();
  }

  private static Resource[] withConnectorOf(String service) {
    return Written.resources(
        """
        kind: Group
        metadata: {name: prod}
        ---
        kind: Connector
        metadata: {name: orders}
        spec: {service: %s, groups: [prod], paused: true, config: {schema_prefix: orders, host: db.internal, port: 5432, database: app, user: f, password: "${env:FIRST:-harmless-1}"}}
        """
            .formatted(service));
  }
}
