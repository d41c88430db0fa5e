package dev.ftctl.cli.playground;

import dev.ftctl.playground.data.Credentials;
import java.net.URI;

/// What a practice API prints when it starts: its endpoints, and what opens those that are closed.
/// The layout is that of the original, so that what people have read of it still fits.
final class Banner {

  private static final String RULE = "-".repeat(140);

  private final StringBuilder text = new StringBuilder();
  private final String url;

  private Banner(URI url) {
    this.url = url.toString();
  }

  /// @param capacity of the rate limit; 0 for none
  /// @param documentation where the endpoints are described
  static String of(URI url, Credentials credentials, int capacity, String documentation) {
    var banner = new Banner(url);
    banner.begin(capacity);
    banner.lists();
    banner.authentication(credentials);
    banner.cursors();
    banner.end(documentation);
    return banner.text.toString();
  }

  /// The first line alone, for who wants no more.
  static String shortened(URI url, int capacity) {
    var banner = new Banner(url);
    banner.begin(capacity);
    return banner.text.toString();
  }

  private void begin(int capacity) {
    line("Starting Local API on port " + URI.create(url).getPort() + " ...");
    if (capacity > 0) {
      line("Rate limiting enabled: capacity " + capacity + " tokens, refill 10 tokens/second");
    }
  }

  private void lists() {
    head("Pagination Type", "Endpoint");
    row("Next Page URL Pagination", "GET " + url + "/pagination/next_page_url");
    row("Page Number Pagination", "GET " + url + "/pagination/page_number");
    row("Offset Pagination", "GET " + url + "/pagination/offset");
    row("Keyset Pagination", "GET " + url + "/pagination/keyset");
    line(RULE);
    head("API Endpoint Type", "Endpoint");
    row("Export with CSV", "GET " + url + "/export/csv");
    line(RULE);
    head("Incremental Sync Type", "Endpoint");
    row("Timestamp Incremental Sync", "GET " + url + "/incremental/timestamp");
    row("Step-size Incremental Sync", "GET " + url + "/incremental/step");
    line(RULE);
  }

  private void authentication(Credentials credentials) {
    Credentials.Login basic = credentials.basic();
    Credentials.Login session = credentials.session();
    head("Authentication Endpoint Type", "Endpoint", "Credentials");
    row(
        "Http Basic Auth",
        "GET " + url + "/auth/http_basic",
        "Username: " + basic.username() + " Password: " + basic.password());
    row(
        "HTTP Bearer",
        "GET " + url + "/auth/http_bearer",
        "Bearer Token: " + credentials.bearerToken());
    row("Auth API Key", "GET " + url + "/auth/api_key", "API Key: " + credentials.apiKey());
    row(
        "Session Token Auth Login",
        "POST " + url + "/auth/session_token/login",
        "Username: " + session.username() + "  Password: " + session.password());
    row(
        "Session Token Auth Data",
        "GET " + url + "/auth/session_token/data",
        "Use Token Received from Login endpoint");
    line(RULE);
  }

  private void cursors() {
    head("Cursor Endpoint Type", "Endpoint");
    row("Companies Cursor", "GET " + url + "/cursors/companies");
    row("Departments by Company Cursor", "GET " + url + "/cursors/<company_id>/departments");
    line(RULE);
  }

  private void end(String documentation) {
    line("You can read about the API documentation for each endpoint on:");
    line(documentation);
    line(RULE);
    line("For your observability the API requests will be logged here!");
    line("Keep this process up and running until you finish trying out the API.");
    line("");
    line("Press CTRL+C to quit");
  }

  private void head(String first, String second, String... third) {
    line(RULE);
    row(first, second, third);
    line(RULE);
  }

  /// A text that is wider than its column is not cut.
  private void row(String first, String second, String... third) {
    String row = "%-30s | %-50s".formatted(first, second);
    line((third.length == 0 ? row : row + " | " + third[0]).stripTrailing());
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
