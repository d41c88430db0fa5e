package dev.ftctl.kinds.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.testing.Values;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Beside a document of group `prod`, service `postgres` and schema name `orders`.
class SimilarConnectionsTest {

  /// What is wanted, what is there, whether it looks like the same.
  @ParameterizedTest(name = "{0} ≟ {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{host: 'db', database: 'shop'} | {host: 'db', database: 'shop'} | true",
        "{host: 'db', database: 'shop'} | {host: 'DB', database: 'Shop'} | true",
        "{host: 'db', database: 'shop'} | {host: 'db', database: 'other'} | false",
        "{host: 'db', database: 'shop'} | {host: 'other', database: 'shop'} | false",
        "{host: 'db', port: 5432} | {host: 'db', port: '5432'} | true",
        "{host: 'db', port: 5432} | {host: 'db', port: 5433} | false",
        "{host: 'db', database: 'shop'} | {database: 'shop'} | true",
        "{host: '', database: 'shop'} | {host: 'db', database: 'shop'} | true",
        "{host: 'db'} | {host: 'db', database: null} | true",
        "{host: 'db'} | {host: 'db', database: 'shop'} | true",
        "{bucket: 'b', prefix: 'p'} | {bucket: 'b', prefix: 'p', pattern: ''} | true",
        "{bucket: 'b', prefix: 'p'} | {bucket: 'b', prefix: 'q'} | false",
        "{bucket: 'b', pattern: 'x'} | {bucket: 'b', pattern: 'y'} | false",
        "{container_name: 'c'} | {container_name: 'd'} | false",
        "{sheet_id: 's', named_range: 'r'} | {sheet_id: 's', named_range: 't'} | false",
        "{folder_id: 'f'} | {folder_id: 'f'} | true",
        "{host: 'db', bucket: 'b'} | {bucket: 'b'} | true",
        "{sub_domain: 'acme'} | {sub_domain: 'bolt'} | false",
        "{account_id: '12'} | {account_id: '13'} | false",
        "{merchant_id: '12'} | {merchant_id: '13'} | false",
        "{base_url: 'https://a.example.com'} | {base_url: 'https://b.example.com'} | false",
        "{s3bucket: 'a'} | {s3bucket: 'b'} | false",
        "{environment: 'sandbox'} | {environment: 'production'} | false",
        "{user: 'u'} | {user: 'v'} | true",
        "{client_id: 'u'} | {client_id: 'v'} | true",
        "{tunnel_host: 'u'} | {tunnel_host: 'v'} | true",
        "{api_key: '******'} | {api_key: 'k'} | true",
        "{account_key: '******'} | {account_key: 'k'} | true",
        "{sync_mode: 'AllAccounts'} | {sync_mode: 'SpecificAccounts'} | true",
        "{update_method: 'XMIN'} | {update_method: 'TELEPORT'} | true",
        "{timeframe_months: 'SIX'} | {timeframe_months: 'ALL_TIME'} | true",
        "{accounts: ['1', '2']} | {accounts: ['3']} | false",
        "{accounts: ['1', '2']} | {accounts: ['2', '3']} | true",
        "{accounts: [1, 2]} | {accounts: ['2']} | true",
        "{accounts: ['1']} | {} | true",
        "{accounts: ['1'], customer_id: 'a'} | {accounts: ['1'], customer_id: 'b'} | true",
        "{app_ids: ['1']} | {app_ids: ['2', '1']} | true",
        "{vendors_id: ['1']} | {vendors_id: ['2']} | false",
        "{repositories: ['a/x']} | {repositories: ['A/X', 'a/y']} | true",
        "{servers: ['k'], topics: ['a']} | {servers: ['k'], topics: ['b']} | false",
        "{metrics: ['a']} | {metrics: ['b']} | true",
        "{bucket: 'b', files: [{file_pattern: 'x', table_name: 't'}]}"
            + " | {bucket: 'b', files: [{file_pattern: 'y', table_name: 't'}]} | false",
        "{bucket: 'b', files: [{file_pattern: 'x', table_name: 't'}]}"
            + " | {bucket: 'b', files: [{file_pattern: 'x', table_name: 'u'}]} | true",
        "{reports: [{table: 'a'}]} | {reports: [{table: 'b'}]} | true",
        "{} | {} | true",
        "{} | {host: 'db'} | true"
      })
  void ofTheSameGroupReadsFromTheSameSource(String here, String there, boolean isAlike) {
    var similar = similar(live("g1", "postgres", "other", there));

    assertThat(similar.alike(wanted("prod", "postgres", here), ids(), 1)).hasSize(isAlike ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "g2, orders, true",
    "g2, Orders, true",
    "g2, sales, false",
    "g1, ORDERS, true",
  })
  void hasTheSameSchemaNameButForLetterCase(String group, String schema, boolean isAlike) {
    var similar = similar(live(group, "postgres", schema, "{host: 'elsewhere'}"));
    Resource wanted = wanted("prod", "postgres", "{host: 'db'}");

    assertThat(similar.alike(wanted, ids(), 1)).hasSize(isAlike ? 1 : 0);
  }

  @Test
  void withoutSchemaNameIsLikeNoneOfAnotherGroup() {
    var similar =
        new SimilarConnections(
            List.of(live("g2", "postgres", "orders", "{}")), wanted -> Optional.empty());

    assertThat(similar.alike(wanted("prod", "postgres", "{}"), ids(), 1)).isEmpty();
  }

  @Test
  void isNeverOfAnotherService() {
    String source = "{host: 'db', database: 'shop'}";
    var similar =
        similar(live("g1", "mysql", "orders", source), live("g2", "mysql", "orders", source));

    assertThat(similar.alike(wanted("prod", "postgres", source), ids(), 1)).isEmpty();
  }

  @Test
  void asManyAreToldAsAreAskedFor() {
    var similar =
        similar(
            live("g1", "postgres", "a", "{}"),
            live("g1", "postgres", "b", "{}"),
            live("g1", "postgres", "c", "{}"));

    assertThat(similar.alike(wanted("prod", "postgres", "{}"), ids(), 2))
        .extracting(live -> live.fields().text("schema"))
        .containsExactly("a", "b");
  }

  /// Only then are its details read.
  @ParameterizedTest
  @CsvSource({
    "prod, postgres, g1, postgres, true",
    "prod, postgres, g1, mysql, false",
    "prod, postgres, g2, postgres, false",
    "later, postgres, g1, postgres, false",
  })
  void isInTheNeighbourhoodOfTheSameGroupAndService(
      String group, String service, String liveGroup, String liveService, boolean isNear) {
    Optional<String> here = SimilarConnections.neighbourhood(wanted(group, service, "{}"), ids());
    String there = SimilarConnections.neighbourhood(live(liveGroup, liveService, "x", "{}"));

    assertThat(here.equals(Optional.of(there))).isEqualTo(isNear);
  }

  /// Filing them loses none: whichever is found by comparing it with each is found.
  @RepeatedTest(60)
  void findsWhatComparingWithEachFinds(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    List<Live> others =
        IntStream.range(0, random.nextInt(1, 12))
            .mapToObj(i -> live("g1", "postgres", "s" + i, config(random)))
            .toList();
    Resource wanted = wanted("prod", "postgres", config(random));

    List<Live> found = similar(others.toArray(Live[]::new)).alike(wanted, ids(), 100);

    Source source = Source.of(wanted.spec().mapping("config"));
    assertThat(found)
        .as("seed %s", repetition.getCurrentRepetition())
        .containsExactlyInAnyOrderElementsOf(
            others.stream()
                .filter(other -> source.isLike(Source.of(other.fields().mapping("config"))))
                .toList());
  }

  /// As many creations as there are connections, each with a place of its own.
  @Test
  @Timeout(10)
  void manyBesideManyAreNotComparedEachWithEach() {
    int many = 20_000;
    String place = "{host: 'db', database: 'd%s', port: 5432}";
    var similar =
        similar(
            IntStream.range(0, many)
                .mapToObj(i -> live("g1", "postgres", "s" + i, place.formatted(i)))
                .toArray(Live[]::new));
    List<Resource> wanted =
        IntStream.range(0, many)
            .mapToObj(i -> wanted("prod", "postgres", place.formatted("x" + i)))
            .toList();

    assertThat(wanted).allMatch(one -> similar.alike(one, ids(), 3).isEmpty());
  }

  private static String config(Random random) {
    var config = new StringBuilder("{x: 1");
    for (String field : List.of("host", "database", "port")) {
      if (random.nextInt(3) > 0) {
        config.append(", ").append(field).append(": '").append(random.nextInt(3)).append('\'');
      }
    }
    if (random.nextBoolean()) {
      config.append(", accounts: ['").append(random.nextInt(3)).append("', '7'], ");
      config.append("topics: ['").append(random.nextInt(2)).append("']");
    }
    return config.append('}').toString();
  }

  private static SimilarConnections similar(Live... others) {
    return new SimilarConnections(List.of(others), wanted -> Optional.of("orders"));
  }

  private static Ids ids() {
    var ids = new Ids();
    ids.put(Address.of("group", "prod"), new RemoteId("g1"));
    return ids;
  }

  private static Resource wanted(String group, String service, String config) {
    String spec =
        "{service: '%s', group: 'ref:group/%s', config: %s}".formatted(service, group, config);
    return new Resource(
        Address.of("connector", "orders").inGroup(group),
        Metadata.named("orders"),
        Values.mapping(spec),
        SourceLocation.NONE);
  }

  private static Live live(String group, String service, String schema, String config) {
    String fields =
        "{group_id: '%s', service: '%s', schema: '%s', config: %s}"
            .formatted(group, service, schema, config);
    return new Live(
        "connector",
        new RemoteId("c1" + schema),
        group + "/" + schema,
        schema,
        Values.mapping(fields),
        true);
  }
}
