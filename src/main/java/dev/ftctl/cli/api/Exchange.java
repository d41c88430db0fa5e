package dev.ftctl.cli.api;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.answer.Envelope;
import dev.ftctl.fivetran.api.AnyCallApi;
import dev.ftctl.model.problem.ApiException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/// Sends a call and tells what came of it: `Call:` and `Response:` beside the result.
record Exchange(Run run, CommonFlags common, Account account) {

  /// @param isShown whether the call was shown before
  /// @throws ApiException when it is refused, or not answered
  ExitCode of(Call call, Paging paging, Target target, boolean isShown) {
    if (!isShown) {
      tell("Call: " + call.shown());
    }
    Instant begun = run.console().clock().instant();
    Envelope answer = answer(call, paging);
    tell("Response: " + said(answer, Duration.between(begun, run.console().clock().instant())));
    target.write(answer, call);
    return run.output().isWhole() ? ExitCode.OK : ExitCode.OK.whenLost(call.verb().writes());
  }

  private Envelope answer(Call call, Paging paging) {
    try {
      return paging.isAsked() ? paging.read(account) : sent(call);
    } catch (ApiException failed) {
      if (failed.failure().isAmbiguous()) {
        run.output()
            .tell("Nobody knows whether it was carried out: look before you send it again.");
      }
      throw failed;
    }
  }

  private Envelope sent(Call call) {
    AnyCallApi api = account.api(AnyCallApi.class);
    URI url = URI.create(account.url() + call.target());
    return switch (call.verb()) {
      case GET -> api.get(url);
      case DELETE -> api.delete(url);
      case POST -> api.post(url, call.body());
      case PATCH -> api.patch(url, call.body());
      case PUT -> api.put(url, call.body());
    };
  }

  private String said(Envelope answer, Duration time) {
    String code = answer.content().text("code");
    String line = answer.status() + (code.isEmpty() ? "" : " " + code);
    if (!common.isVerbose()) {
      return line;
    }
    String number = answer.requestId().isEmpty() ? "" : ", X-Request-Id " + answer.requestId();
    return line + " in " + time.toMillis() + " ms" + number;
  }

  /// Nothing but the body where a program reads along.
  private void tell(String line) {
    if (!common.isJson() && !common.isQuiet) {
      run.output().tell(line);
    }
  }
}
