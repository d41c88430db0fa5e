package dev.ftctl.fivetran.pacing;

import dev.ftctl.fivetran.answer.Verdicts;
import dev.ftctl.model.CallSort;
import feign.Request;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Which quotas a request counts for (fivetran-quirks 1.6).
public final class CallSorts {

  private static final String WRITES = "POST|PATCH|PUT";
  private static final String ROOT = " (/[^ ]*)?/v1/";
  private static final String CONNECTIONS = "(connections|connectors)";

  private static final Pattern CREATED = Pattern.compile("POST" + ROOT + CONNECTIONS);
  private static final Pattern INVITED = Pattern.compile("POST" + ROOT + "users");
  private static final Pattern LINKED = Pattern.compile("POST" + ROOT + "private-links");
  private static final Pattern TESTED =
      Pattern.compile("POST" + ROOT + "(connections|connectors|destinations)/[^/]+/test");
  private static final Pattern CONNECTION =
      Pattern.compile("(" + WRITES + ")" + ROOT + CONNECTIONS + "(/[^/]+)?");
  private static final Pattern DESTINATION =
      Pattern.compile("(" + WRITES + ")" + ROOT + "destinations(/[^/]+)?");
  private static final Pattern SOURCE_ASKED =
      Pattern.compile(
          "POST"
              + ROOT
              + CONNECTIONS
              + "/[^/]+/schemas/reload|GET"
              + ROOT
              + CONNECTIONS
              + "/[^/]+/schemas/[^/]+/tables/[^/]+/columns");

  private CallSorts() {}

  public static Set<CallSort> of(Request request) {
    String call = request.httpMethod().name() + " " + Verdicts.path(request);
    var sorts = EnumSet.of(CallSort.REQUEST);
    if (CREATED.matcher(call).matches()) {
      sorts.add(CallSort.CONNECTION_CREATION);
    }
    if (INVITED.matcher(call).matches()) {
      sorts.add(CallSort.USER_CREATION);
    }
    if (LINKED.matcher(call).matches()) {
      sorts.add(CallSort.PRIVATE_LINK_CREATION);
    }
    if (runsTests(call, request)) {
      sorts.add(CallSort.SETUP_TEST);
      sorts.add(CallSort.SOURCE_INTERACTION);
    }
    if (SOURCE_ASKED.matcher(call).matches()) {
      sorts.add(CallSort.SOURCE_INTERACTION);
    }
    return sorts;
  }

  /// Writes of connections run setup tests unless they say no, those of destinations when they say
  /// yes.
  private static boolean runsTests(String call, Request request) {
    return TESTED.matcher(call).matches()
        || (CONNECTION.matcher(call).matches() && !says(request, "false"))
        || (DESTINATION.matcher(call).matches() && says(request, "true"));
  }

  /// Bodies are ours, without blanks between tokens; inside of a text the quotation marks would be
  /// escaped.
  private static boolean says(Request request, String flag) {
    byte[] body = request.body();
    return body != null
        && new String(body, StandardCharsets.UTF_8).contains("\"run_setup_tests\":" + flag);
  }
}
