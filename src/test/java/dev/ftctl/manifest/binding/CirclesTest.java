package dev.ftctl.manifest.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.testing.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CirclesTest {

  static LongStream seeds() {
    return LongStream.range(0, Scale.of(500, 50_000));
  }

  @Test
  void areToldEachFromItsSmallestMember() {
    assertThat(circles("c>a", "a>b", "b>c", "d>a", "x>y", "y>x")).containsExactly("a b c", "x y");
  }

  @Test
  void areOfOneMemberWhereItRefersToItself() {
    assertThat(circles("a>a", "b>a")).containsExactly("a");
  }

  @Test
  void areNoneOfAPartAndItsOwner() {
    assertThat(circles("part>=owner", "other>owner")).isEmpty();
  }

  /// The owner ends after its part, the part waits for another, and that for the owner's end.
  @Test
  void goThroughTheEndOfAnOwner() {
    assertThat(circles("part>=owner", "part>other", "other>owner"))
        .containsExactly("other owner part");
  }

  @Test
  void areOfAPartThatAlsoWaitsForTheEndOfItsOwner() {
    assertThat(circles("part>=owner", "part>owner")).containsExactly("owner part");
  }

  @Test
  void areNotMadeByWhatNoManifestDescribes() {
    assertThat(Circles.in(Map.of(address("a"), List.of(link("b", false))))).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void areToldIffAResourceWaitsForItself(long seed) {
    var random = new SplittableRandom(seed);
    int size = 1 + random.nextInt(8);
    var links = new ArrayList<String>();
    for (int i = random.nextInt(2 * size); i > 0; i--) {
      int from = random.nextInt(size);
      boolean isPart = random.nextInt(5) == 0;
      links.add(from + (isPart ? ">=" : ">") + random.nextInt(size));
    }

    List<String> told = circles(links.toArray(String[]::new));

    assertThat(told.isEmpty()).as("%s of %s", told, links).isEqualTo(!waitsForItself(size, links));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void areMadeOfReferencesThatAreThere(long seed) {
    var random = new SplittableRandom(seed);
    var links = new ArrayList<String>();
    for (int i = 0; i < 8; i++) {
      links.add(random.nextInt(6) + ">" + random.nextInt(6));
    }

    for (String circle : circles(links.toArray(String[]::new))) {
      List<String> members = Arrays.asList(circle.split(" "));
      for (int i = 0; i < members.size(); i++) {
        assertThat(links).contains(members.get(i) + ">" + members.get((i + 1) % members.size()));
      }
    }
  }

  /// By closing the relation, where the other walks: the beginning of `i` is `2 i`, its end the
  /// next.
  private static boolean waitsForItself(int size, List<String> links) {
    var waits = new boolean[2 * size][2 * size];
    for (int i = 0; i < size; i++) {
      waits[2 * i + 1][2 * i] = true;
    }
    for (String link : links) {
      String[] ends = link.split(">=?");
      int from = Integer.parseInt(ends[0]);
      int to = Integer.parseInt(ends[1]);
      if (link.contains("=")) {
        waits[2 * from][2 * to] = true;
        waits[2 * to + 1][2 * from + 1] = true;
      } else {
        waits[2 * from][2 * to + 1] = true;
      }
    }
    for (int by = 0; by < 2 * size; by++) {
      for (int from = 0; from < 2 * size; from++) {
        for (int to = 0; to < 2 * size; to++) {
          waits[from][to] |= waits[from][by] && waits[by][to];
        }
      }
    }
    for (int i = 0; i < 2 * size; i++) {
      if (waits[i][i]) {
        return true;
      }
    }
    return false;
  }

  /// `a>b` for a reference, `a>=b` for a part of its owner.
  private static List<String> circles(String... links) {
    var all = new TreeMap<Address, List<Link>>();
    for (String link : links) {
      String[] ends = link.split(">=?");
      all.computeIfAbsent(address(ends[0]), key -> new ArrayList<>())
          .add(link(ends[1], link.contains("=")));
      all.computeIfAbsent(address(ends[1]), key -> new ArrayList<>());
    }
    return Circles.in(all).stream()
        .map(circle -> String.join(" ", circle.stream().map(Address::name).toList()))
        .toList();
  }

  private static Link link(String target, boolean isPart) {
    return new Link(address(target), SourceLocation.of("m.yaml", 1, 1), isPart);
  }

  private static Address address(String name) {
    return Address.of("parcel", name);
  }
}
