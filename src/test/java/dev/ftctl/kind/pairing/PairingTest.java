package dev.ftctl.kind.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.cli.Workbench;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Fields that count only together, as `validate` tells them: what contradicts itself is an error,
/// what lacks its partner a warning, all else nothing.
final class PairingTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sync_frequency: 1440, daily_sync_time: "07:00" |
          sync_frequency: 60, daily_sync_time: "07:00" | error: daily_sync_time counts only with sync_frequency 1440, and sync_frequency is 60
          daily_sync_time: "07:00" | warning: daily_sync_time counts only with sync_frequency 1440, which is not written here
          sync_frequency: 60, daily_sync_time: null |
          data_delay_sensitivity: CUSTOM, data_delay_threshold: 30 |
          data_delay_sensitivity: HIGH, data_delay_threshold: 30 | error: data_delay_threshold counts only with data_delay_sensitivity CUSTOM
          data_delay_sensitivity: HIGH, data_delay_threshold: 0 |
          data_delay_threshold: 30 | warning: data_delay_threshold counts only with
          data_delay_sensitivity: CUSTOM | warning: data_delay_sensitivity is "CUSTOM", and no data_delay_threshold is written
          schedule: {schedule_type: INTERVAL, interval: 60} |
          schedule: {schedule_type: TIME_OF_DAY, time_of_day: "03:00", days_of_week: [MONDAY]} |
          schedule: {schedule_type: CRON, cron: "5 3 * * 1"} |
          schedule: {schedule_type: MANUAL} |
          schedule: {schedule_type: MANUAL, interval: 60} | error: schedule.interval counts only with schedule.schedule_type INTERVAL
          schedule: {schedule_type: INTERVAL, interval: 60, time_of_day: "03:00"} | error: schedule.time_of_day counts only with
          schedule: {schedule_type: CRON, cron: "5 3 * * 1", days_of_week: [MONDAY]} | error: schedule.days_of_week counts only with
          schedule: {schedule_type: TIME_OF_DAY, time_of_day: "03:00", cron: "5 3 * * 1"} | error: schedule.cron counts only with
          schedule: {interval: 60} | warning: schedule.interval counts only with
          schedule: {schedule_type: INTERVAL} | warning: schedule.schedule_type is "INTERVAL", and no schedule.interval is written
          networking_method: PrivateLink, private_link_id: link_a |
          networking_method: PrivateLink | warning: networking_method is "PrivateLink", and no private_link_id is written
          networking_method: Directly, private_link_id: link_a | error: private_link_id counts only with networking_method PrivateLink
          private_link_id: link_a | warning: private_link_id counts only with networking_method PrivateLink
          networking_method: ProxyAgent, proxy_agent_id: agent_a |
          networking_method: ProxyAgent | warning: networking_method is "ProxyAgent", and no proxy_agent_id is written
          networking_method: SshTunnel, proxy_agent_id: agent_a, config: {tunnel_host: b} | error: proxy_agent_id counts only with networking_method ProxyAgent
          networking_method: SshTunnel, config: {tunnel_host: bastion, tunnel_port: 22, tunnel_user: me} |
          networking_method: SshTunnel | warning: networking_method is "SshTunnel", and no config.tunnel_host is written
          networking_method: Directly, config: {tunnel_host: bastion} | error: config.tunnel_host counts only with networking_method SshTunnel, and networking_method is "Directly"
          networking_method: Directly, config: {tunnel_host: null} |
          config: {tunnel_host: bastion} |
          networking_method: Directly, config: {connection_type: SshTunnel} | error: config.connection_type is "SshTunnel" and networking_method is "Directly"
          networking_method: Directly, config: {connection_type: Directly} |
          """)
  void toldOfConnections(String fields, String told) {
    String config =
        "schema_prefix: a, host: h, port: 5432, database: d, user: u, password: \"${env:P}\"";
    String text =
        """
        kind: Group
        metadata: {name: g}
        ---
        kind: Connector
        metadata: {name: one}
        spec: {template: t, %s}
        ---
        kind: Template
        metadata: {name: t}
        spec: {service: postgres, groups: [g], paused: true, config: {%s}}
        """
            .formatted(fields, config);

    told(text, told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          networking_method: PrivateLink, private_link_id: link_a |
          networking_method: PrivateLink | warning: networking_method is "PrivateLink", and no private_link_id
          networking_method: Directly, proxy_agent_id: agent_a | error: proxy_agent_id counts only with networking_method ProxyAgent
          networking_method: Directly, config: {tunnel_host: bastion} | error: config.tunnel_host counts only with
          networking_method: PrivateLink, private_link_id: l, config: {connection_type: Directly} | error: config.connection_type is "Directly"
          networking_method: SshTunnel | warning: networking_method is "SshTunnel", and no config.tunnel_host
          """)
  void toldOfDestinations(String fields, String told) {
    String text =
        """
        kind: Group
        metadata: {name: g}
        ---
        kind: Destination
        metadata: {name: g}
        spec: {template: t, group: g, %s}
        ---
        kind: Template
        metadata: {name: t}
        spec: {service: redshift, region: GCP_US_EAST4, time_zone_offset: "0", config: {host: h, port: 5439, database: d, user: u, password: "${env:P}"}}
        """
            .formatted(fields);

    told(text, told);
  }

  private void told(String manifest, String told) {
    Workbench.Ran ran = new Workbench(folder).holding("manifests/a.yaml", manifest).run("validate");

    // Offline nobody knows whether the account has a link of that name.
    String err = ran.err().replaceAll("(?ms)^note: .*?(?=^(?:error|warning|note): |\\z)", "");
    if (told == null) {
      assertThat(err).isEmpty();
      return;
    }
    int colon = told.indexOf(": ");
    assertThat(err)
        .startsWith(told.substring(0, colon))
        .contains(told.substring(colon + 2))
        .containsPattern("manifests/a.yaml:\\d+:\\d+")
        .doesNotContain("2 errors");
    assertThat(ran.code()).isEqualTo(told.startsWith("error") ? 65 : 0);
  }
}
