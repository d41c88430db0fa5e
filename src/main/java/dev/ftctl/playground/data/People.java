package dev.ftctl.playground.data;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.providers.base.BaseFaker;

/// Names, addresses and jobs that nobody has. The one class that knows where they come from.
final class People {

  private static final List<String> DOMAINS = List.of("example.com", "example.net", "example.org");

  private final BaseFaker faker;
  private final Random random;

  People(long seed) {
    random = new Random(seed);
    faker = new BaseFaker(Locale.ENGLISH, random);
  }

  String name() {
    return faker.name().fullName();
  }

  /// At a domain that is reserved for examples.
  String email(String name) {
    String local = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".");
    return local.replaceAll("^[.]|[.]$", "") + "@" + DOMAINS.get(random.nextInt(DOMAINS.size()));
  }

  String address() {
    var address = faker.address();
    return address.streetAddress()
        + "\n"
        + "%s, %s %05d".formatted(address.city(), address.stateAbbr(), random.nextInt(100_000));
  }

  String company() {
    return faker.company().name();
  }

  String job() {
    return faker.job().title();
  }
}
