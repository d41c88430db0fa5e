package dev.ftctl.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.testing.Parcels;
import dev.ftctl.testing.Values;
import dev.ftctl.testing.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TargetsFirstTest {

  @Test
  void putsKindsInTheOrderOfPlans() {
    Resource webhook = Wanted.of("webhook/w", Map.of("group", "prod"));
    Resource group = Wanted.of("group/prod", Map.of());

    assertThat(sorted(webhook, group)).containsExactly("group/prod", "webhook/w");
  }

  @Test
  void putsResourcesOfOneKindByTheirReferences() {
    assertThat(sorted(parcel("a", "c"), parcel("b", "a"), parcel("c", "none"), parcel("d", "b")))
        .containsExactly("parcel/c", "parcel/a", "parcel/b", "parcel/d");
  }

  @Test
  void leavesTheOthersAsTheyAre() {
    assertThat(sorted(parcel("z", "none"), parcel("a", "none"), parcel("m", "a")))
        .containsExactly("parcel/z", "parcel/a", "parcel/m");
  }

  @Test
  void endsWhereReferencesGoInACircle() {
    assertThat(sorted(parcel("a", "b"), parcel("b", "a"))).hasSize(2);
  }

  @Test
  void takesLongChainsInItsStride() {
    var chain = new ArrayList<Resource>();
    IntStream.range(0, 20_000).forEach(i -> chain.add(parcel("p" + i, "p" + (i + 1))));

    assertThat(TargetsFirst.of(chain, Parcels.KINDS)).isEqualTo(chain.reversed());
  }

  private static List<String> sorted(Resource... resources) {
    return TargetsFirst.of(List.of(resources), Parcels.KINDS).stream()
        .map(resource -> resource.address().toString())
        .toList();
  }

  private static Resource parcel(String name, String after) {
    return new Resource(
        Address.of("parcel", name),
        Metadata.named(name),
        Values.mapping("{after: ['ref:parcel/" + after + "']}"),
        SourceLocation.NONE);
  }
}
