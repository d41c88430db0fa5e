package dev.ftctl.playground.endpoint;

import dev.ftctl.playground.data.Credentials;
import dev.ftctl.playground.data.PracticeData;
import dev.ftctl.playground.http.JsonStyle;
import dev.ftctl.playground.http.RouteTable;
import java.time.Clock;
import java.util.regex.Pattern;

/// All endpoints.
public final class PracticeRoutes {

  private static final Pattern DEPARTMENTS = Pattern.compile("/cursors/([^/]+)/departments");

  private PracticeRoutes() {}

  /// @param style of errors and of what `/auth` answers
  /// @param tokenSeconds how long a token of a session lasts
  public static RouteTable over(
      PracticeData data, Clock clock, JsonStyle style, long tokenSeconds) {
    var items = new Items(data.items());
    var export = new CsvExport(data.items());
    var directory = data.directory();
    var table =
        new RouteTable()
            .get("/pagination/next_page_url", new NextPageUrlPagination(items))
            .get("/pagination/page_number", new PageNumberPagination(items))
            .get("/pagination/offset", new OffsetPagination(items))
            .get("/pagination/keyset", new KeysetPagination(items))
            .get("/export/csv", export)
            // The original's own document asks for it like this.
            .get("/export/csv/", export)
            .get("/incremental/timestamp", new TimestampSync(items))
            .get("/incremental/step", new StepSync(data.items()))
            .get("/cursors/companies", new CompaniesCursor(directory))
            .getWithin(DEPARTMENTS, company -> new DepartmentsCursor(directory, company));
    Credentials credentials = data.credentials();
    var behindAuth = new ProtectedData(data.items(), style);
    var tokens = new SessionTokens(credentials.session(), clock, tokenSeconds);
    return table
        .get("/auth/http_basic", HeaderAuth.basic(credentials.basic(), behindAuth))
        .get("/auth/http_bearer", HeaderAuth.bearer(credentials.bearerToken(), behindAuth))
        .get("/auth/api_key", HeaderAuth.apiKey(credentials.apiKey(), behindAuth))
        .post("/auth/session_token/login", new SessionLogin(credentials.session(), tokens, style))
        .get("/auth/session_token/data", new SessionData(tokens, behindAuth));
  }
}
