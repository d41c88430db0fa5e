package dev.ftctl.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.render.Marks;
import dev.ftctl.render.Paint;
import dev.ftctl.render.Tone;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.Scale;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappingTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261129);

  private static final String FAMILIES =
      """
      ftctl plan · account acme_prod · environment production · 31 manifests, 198 resources

      ! connector/orders_db@analytics_eu: is no longer hashed: public.users.email, public.users.phone
      + create   group/finance                                       manifests/finance.yaml:1
      ~ update   connector/orders_db@analytics_eu                    manifests/orders.yaml:12
          sync_frequency               60 → 15
          config.host                  "db-1.internal" → "db-2.internal"   setup tests will run
          config.password              (secret) sent, from env:ORDERS_PASSWORD   asked by --rotate-secrets
          config.a_key_that_is_longer_than_its_column "one" → "another one that is long, too"
          # 11 unchanged
          # warning: manifests/orders.yaml:14: 'pausd' is unknown to the catalogue; did you mean 'paused'?
      -/+ replace connector/ads@analytics_prod                       manifests/ads.yaml:3
          ! blocked: replace is not allowed; allow it with --allow replace:connector/ads@analytics_prod
      Not managed: 4 objects, 2 fields of managed objects differ from their policy (--show-unmanaged)

      error: manifests/orders.yaml:12:3: connector orders_db: unknown field 'pausd' in spec of Connector
         11 |   groups: [analytics_prod]
         12 |   pausd: false
            |   ^^^^^ did you mean 'paused'? It takes true or false, and true where nothing is said.
      error: manifests/orders.yaml:13:61: connector orders_db: no such place, far to the right of the line
         13 |   description: a text that goes on and on until somebody sees ${var:REGION} here, and goes on
            |                                                               ^^^^^^^^^^^^^ define it
      error: the API can't be reached: https://api.fivetran.com/v1/a/path/longer/than/any/terminal/in/this/test
        Check --api-url and FIVETRAN_API_URL, and whether a proxy or a login page answers in place of Fivetran.
      failed       connector/clickstream@analytics_prod: update of a thing with a long name
          400 InvalidInput: The request was refused, and these are the words that the server has for it.
      """;

  @ParameterizedTest
  @ValueSource(ints = {60, 100})
  void eachFamilyOfMessagesHasItsLook(int columns) {
    Golden.check("cli/wrapped-" + columns + ".txt", Wrapping.of(FAMILIES, columns));
  }

  @Test
  void whatFitsStaysAsItIs() {
    assertThat(Wrapping.of(FAMILIES, 200)).isEqualTo(FAMILIES);
  }

  @Test
  void coloursTakeNoRoomAndWideLettersTwo() {
    String painted = Paint.COLOURED.apply(Tone.BAD, "x".repeat(20)) + " " + "y".repeat(9);
    String wide = "\u8868".repeat(10) + " " + "\ud83d\ude00".repeat(5) + " z";

    assertThat(Marks.shown(Wrapping.of(painted, 30)))
        .isEqualTo("\u001b[31m" + "x".repeat(20) + "\u001b[0m " + "y".repeat(9));
    assertThat(Wrapping.of(wide, 32)).isEqualTo(wide.replace(" z", "\n  z"));
  }

  /// Words, their order and what stands in a line of its own survive whatever the width; a line is
  /// too long only for a word that is.
  @Test
  void noWordIsLostOrBroken() {
    var random = new Random(SEED);
    for (int i = 0; i < Scale.of(2_000, 100_000); i++) {
      String line = line(random);
      int columns = random.nextInt(24, 130);

      List<String> wrapped = Wrapping.of(line + "\nend", columns).lines().toList();

      assertThat(words(String.join(" ", wrapped))).as(line).isEqualTo(words(line + " end"));
      assertThat(wrapped.getLast()).isEqualTo("end");
      assertThat(wrapped)
          .as("%d: %s", columns, line)
          .allMatch(one -> Letters.width(one) <= columns || words(one).size() <= 2);
    }
  }

  private static String line(Random random) {
    var line = new StringBuilder(" ".repeat(random.nextInt(3) * 4));
    if (random.nextBoolean()) {
      line.append(List.of("# ", "! ", "~ update   ", "error: ").get(random.nextInt(4)));
    }
    for (int words = random.nextInt(1, 30); words > 0; words--) {
      int longest = random.nextInt(10) == 0 ? 60 : 12;
      line.append("w".repeat(random.nextInt(1, longest)));
      line.append(random.nextInt(6) == 0 ? " ".repeat(random.nextInt(2, 20)) : " ");
    }
    return line.toString().stripTrailing();
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
