package dev.ftctl.model.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearProductTest {

  private static final TreeSet<String> ALL = new TreeSet<>(Catalog.bundled().connectionServices());

  @ParameterizedTest
  @CsvSource({
    "postgers, postgres",
    "postgresql, postgres",
    "mongodb, mongo",
    "googel_ads, google_ads",
    "google-ads, google_ads",
    "Salesforce, salesforce",
    "slaesforce, salesforce",
  })
  void slipIsTheProduct(String wrong, String product) {
    assertThat(NearProduct.of(wrong, ALL)).contains(product);
  }

  @ParameterizedTest
  @CsvSource({
    "google_analytics_5",
    "facebook_adverts",
    "gitea",
    "zendesk_guide",
    "new_s3_datalake",
    "heroku_mysql",
    "openai_usage",
  })
  void otherProductIsNoSlip(String unknown) {
    assertThat(NearProduct.of(unknown, ALL)).isEmpty();
  }

  /// Each service of the catalogue, as if it were newer than it: who writes it is hardly ever led
  /// to another.
  @Test
  void newServiceIsSeldomTakenForAnother() {
    List<String> led = new ArrayList<>();
    for (String service : ALL) {
      var others = new TreeSet<>(ALL);
      others.remove(service);
      NearProduct.of(service, others).ifPresent(other -> led.add(service + " → " + other));
    }

    assertThat(led).hasSizeLessThan(ALL.size() / 40);
  }

  @Test
  void slipOfOneLetterIsMostlyUnderstood() {
    var random = new Random(7);
    int slips = 0;
    int understood = 0;
    for (String service : ALL) {
      if (service.length() < 5) {
        continue;
      }
      int at = random.nextInt(1, service.length() - 1);
      String wrong = service.substring(0, at) + service.substring(at + 1);
      if (!ALL.contains(wrong)) {
        slips++;
        understood += NearProduct.of(wrong, ALL).filter(service::equals).isPresent() ? 1 : 0;
      }
    }

    assertThat(understood).isGreaterThan(slips * 9 / 10);
  }
}
