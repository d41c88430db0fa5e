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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Beside a document of group `prod`, service `postgres` and schema name `orders`.
class LookalikeTest {

  @ParameterizedTest(name = "{0} ≟ {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{host: 'db', database: 'shop'} | {host: 'db', database: 'shop'} | true",
        "{host: 'db', database: 'shop'} | {host: 'DB', database: 'Shop'} | true",
        "{host: 'db', database: 'shop'} | {host: 'db', database: 'other'} | false",
        "{host: 'db', database: 'shop'} | {host: 'other', database: 'shop'} | false",
        "{host: 'db', database: 'shop'} | {database: 'shop'} | false",
        "{database: 'shop'} | {host: 'db', database: 'shop'} | false",
        "{host: '', database: 'shop'} | {host: '', database: 'shop'} | false",
        "{host: 'db'} | {host: 'db', database: null} | true",
        "{host: 'db'} | {host: 'db', database: 'shop'} | false",
        "{host: 'db', database: 'shop'} | {host: 'db'} | false",
        "{host: 1} | {host: 1} | false",
        "{bucket: 'b', prefix: 'p'} | {bucket: 'b', prefix: 'p', pattern: ''} | true",
        "{bucket: 'b', prefix: 'p'} | {bucket: 'b', prefix: 'q'} | false",
        "{bucket: 'b', pattern: 'x'} | {bucket: 'b', pattern: 'y'} | false",
        "{container_name: 'c'} | {container_name: 'c'} | true",
        "{sheet_id: 's', named_range: 'r'} | {sheet_id: 's', named_range: 't'} | false",
        "{folder_id: 'f'} | {folder_id: 'f'} | true",
        "{host: 'db', bucket: 'b'} | {bucket: 'b'} | true",
        "{host: 'db', bucket: 'b'} | {host: 'other', bucket: 'b'} | false",
        "{user: 'u'} | {user: 'u'} | false",
        "{} | {} | false"
      })
  void ofTheSameGroupReadsFromTheSameSource(String here, String there, boolean isLikely) {
    var lookalike =
        new Lookalike(wanted("prod", "postgres", here), live("g1", "postgres", "other", there));

    assertThat(lookalike.isLikely(ids(), () -> Optional.of("orders"))).isEqualTo(isLikely);
  }

  @ParameterizedTest
  @CsvSource({"orders, true", "sales, false"})
  void ofAnotherGroupHasTheSameSchemaName(String schema, boolean isLikely) {
    var lookalike =
        new Lookalike(wanted("prod", "postgres", "{}"), live("g2", "postgres", schema, "{}"));

    assertThat(lookalike.isLikely(ids(), () -> Optional.of("orders"))).isEqualTo(isLikely);
    assertThat(lookalike.isLikely(ids(), Optional::empty)).isFalse();
  }

  @Test
  void isNeverOfAnotherService() {
    String source = "{host: 'db', database: 'shop'}";
    Resource wanted = wanted("prod", "postgres", source);

    assertThat(
            new Lookalike(wanted, live("g1", "mysql", "orders", source))
                .isLikely(ids(), () -> Optional.of("orders")))
        .isFalse();
    assertThat(
            new Lookalike(wanted, live("g2", "mysql", "orders", source))
                .isLikely(ids(), () -> Optional.of("orders")))
        .isFalse();
  }

  /// Only then are its details read.
  @ParameterizedTest
  @CsvSource({
    "prod, postgres, g1, postgres, true",
    "prod, postgres, g1, mysql, false",
    "prod, postgres, g2, postgres, false",
    "later, postgres, g1, postgres, false",
  })
  void isPossibleInTheSameGroupAndService(
      String group, String service, String liveGroup, String liveService, boolean isPossible) {
    var lookalike =
        new Lookalike(wanted(group, service, "{}"), live(liveGroup, liveService, "x", "{}"));

    assertThat(lookalike.isPossible(ids())).isEqualTo(isPossible);
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
        new RemoteId("c1"),
        group + "/" + schema,
        schema,
        Values.mapping(fields),
        true);
  }
}
