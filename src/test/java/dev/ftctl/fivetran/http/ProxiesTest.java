package dev.ftctl.fivetran.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which proxy an environment means.
class ProxiesTest {

  private static final String HTTPS = "HTTPS_PROXY=http://p:3128";

  /// The URL, the environment, and the proxy that leads there.
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "https://api.fivetran.com      |                                        | none",
        "https://api.fivetran.com      | HTTPS_PROXY=http://p:3128              | p:3128",
        "https://api.fivetran.com      | HTTPS_PROXY=p:3128                     | p:3128",
        "https://api.fivetran.com      | HTTPS_PROXY=http://p                   | p:80",
        "https://api.fivetran.com      | HTTPS_PROXY=http://u:w@p:3128/         | p:3128",
        "https://api.fivetran.com      | https_proxy=http://l:1 HTTPS_PROXY=p:2 | l:1",
        "https://api.fivetran.com      | https_proxy= HTTPS_PROXY=p:2           | p:2",
        "https://api.fivetran.com      | HTTP_PROXY=http://p:3128               | none",
        "https://127.0.0.1:8443        | HTTPS_PROXY=http://p:3128              | none",
        "https://localhost:8443        | HTTPS_PROXY=http://p:3128              | none",
        "http://127.0.0.1:8080         | HTTP_PROXY=p:1 HTTPS_PROXY=p:2         | none",
      })
  void isTheOneOfHttps(String url, String environment, String proxy) {
    assertThat(found(url, environment == null ? "" : environment)).isEqualTo(proxy);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "https://api.fivetran.com      | *                            | none",
        "https://api.fivetran.com      | api.fivetran.com             | none",
        "https://api.fivetran.com      | API.Fivetran.COM             | none",
        "https://api.fivetran.com      | fivetran.com                 | none",
        "https://api.fivetran.com      | .fivetran.com                | none",
        "https://api.fivetran.com      | *.fivetran.com               | none",
        "https://api.fivetran.com      | com                          | none",
        "https://api.fivetran.com      | a.example,.fivetran.com      | none",
        "https://api.fivetran.com      | a.example;b, api.fivetran.com| none",
        "https://api.fivetran.com      | api.fivetran.com:443         | none",
        "https://api.fivetran.com      | api.fivetran.com:8443        | p:3128",
        "https://api.fivetran.com:8443 | .fivetran.com:8443           | none",
        "https://api.fivetran.com      | ivetran.com                  | p:3128",
        "https://notfivetran.com       | fivetran.com                 | p:3128",
        "https://fivetran.com.evil.org | fivetran.com                 | p:3128",
        "https://api.fivetran.com      | api                          | p:3128",
        "https://api.fivetran.com      | 10.0.0.0/8                   | p:3128",
        "https://10.20.30.40           | 10.0.0.0/8                   | none",
        "https://11.20.30.40           | 10.0.0.0/8                   | p:3128",
        "https://10.20.30.40           | 10.20.30.0/23                | none",
        "https://10.20.32.40           | 10.20.30.0/23                | p:3128",
        "https://10.20.30.40           | 0.0.0.0/0                    | none",
        "https://10.20.30.40           | 10.0.0.0/99                  | p:3128",
        "https://10.20.30.40           | 10.0.0.0/x                   | p:3128",
        "https://10.20.30.40           | 10.20.30.40                  | none",
        "https://10.20.30.40           | 10.20.30.4                   | p:3128",
        "https://10.20.30.40           | 20.30.40                     | p:3128",
        "https://10.20.30.40:8443      | 10.20.30.40:8443             | none",
        "https://[2001:db8::7]         | 2001:db8::/32                | none",
        "https://[2001:db9::7]         | 2001:db8::/32                | p:3128",
        "https://[2001:db8::7]         | 2001:db8::7                  | none",
        "https://[2001:db8::7]:8443    | [2001:db8::7]:8443           | none",
        "https://[2001:db8::7]         | 10.0.0.0/8                   | p:3128",
      })
  void noProxyNamesWhatIsReachedWithout(String url, String entries, String proxy) {
    assertThat(found(url, HTTPS + "|NO_PROXY=" + entries)).isEqualTo(proxy);
    assertThat(found(url, HTTPS + "|NO_PROXY=elsewhere|no_proxy=" + entries)).isEqualTo(proxy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://p:1080",
        "https://hunter2:hunter2@p:443",
        "http://",
        "http://u:hunter2@:80",
        "http://p: 3128 hunter2",
        "p:hunter2"
      })
  void whatIsNoneIsToldWithoutItsText(String proxy) {
    assertThatThrownBy(() -> found("https://api.fivetran.com", "HTTPS_PROXY=" + proxy))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageNotContaining("hunter2");
  }

  private static String found(String url, String environment) {
    Map<String, String> variables = new HashMap<>();
    for (String variable :
        environment.contains("|")
            ? environment.split("[|]", -1)
            : environment.split(" (?=[A-Za-z]+_)", -1)) {
      String[] parts = variable.split("=", 2);
      variables.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    return Proxies.to(URI.create(url), name -> variables.getOrDefault(name, ""))
        .map(proxy -> proxy.host() + ":" + proxy.port())
        .orElse("none");
  }
}
