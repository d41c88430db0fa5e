package dev.ftctl.fivetran.http;

import dev.ftctl.fivetran.answer.ValueJson;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import feign.Response;
import feign.interceptor.Invocation;
import feign.interceptor.MethodInterceptor;

/// Tells an observer of every write of one step: once for each call, however often it is repeated.
public record StepWatch(Address address, WriteObserver observer, Redaction redaction)
    implements MethodInterceptor {

  @Override
  public Object intercept(Invocation call, Chain chain) throws Throwable {
    String method = call.requestTemplate().method();
    if (method.equals("GET")) {
      return chain.next(call);
    }
    String path = call.requestTemplate().path();
    WriteObserver.Ending ending = observer.begun(address, method, path, body(call));
    Object result;
    try {
      result = chain.next(call);
    } catch (ApiException failed) {
      ending.failed(failed.failure());
      throw failed;
    }
    Response response = call.response();
    ending.answered(response == null ? 200 : response.status());
    return result;
  }

  private String body(Invocation call) {
    return call.body() instanceof Value.Mapping body ? redaction.mask(ValueJson.masked(body)) : "";
  }
}
