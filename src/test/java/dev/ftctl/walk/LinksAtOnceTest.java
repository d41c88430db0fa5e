package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.apply.Outcome;
import dev.ftctl.model.Resource;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Links that are made anew in one run. Its steps share a list of links, which may still hold what
/// the next step has deleted by now: that is nobody else's.
class LinksAtOnceTest {

  private static final int LINKS = 8;

  @Test
  void noneIsTakenForSomebodyElses() {
    try (var lab = new Lab().allowing("replace")) {
      for (int turn = 0; turn < 4; turn++) {
        assertThat(lab.apply(links(turn % 2 == 0 ? "AWS_US_EAST_1" : "AWS_EU_WEST_1")).outcomes())
            .hasSize(2 * LINKS)
            .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
      }
    }
  }

  private static Resource[] links(String region) {
    return IntStream.range(0, LINKS)
        .mapToObj(number ->
            Wanted.of(
                "private-link/quay" + number,
                Map.of(
                    "name",
                    "quay" + number,
                    "service",
                    "SOURCE_AWS",
                    "region",
                    region,
                    "config",
                    Map.of("connection_service_name", "vpce-" + number))))
        .toArray(Resource[]::new);
  }
}
