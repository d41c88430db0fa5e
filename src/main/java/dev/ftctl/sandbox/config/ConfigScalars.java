package dev.ftctl.sandbox.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.http.ApiError;
import dev.ftctl.sandbox.http.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Takes scalar members of a request over into an object. A missing or null member leaves the
/// object as it is; a value of a wrong sort is refused by name. Numbers and booleans may come as
/// texts.
public record ConfigScalars(Call call, ObjectNode target) {
  public void bool(String field) {
    call.bool(field).ifPresent(value -> target.put(field, value));
  }

  public void oneOf(String field, List<String> allowed) {
    matching(field, allowed::contains);
  }

  public void matching(String field, Predicate<String> valid) {
    given(field).ifPresent(value -> target.put(field, checked(field, value, valid)));
  }

  public void integer(String field, Predicate<Integer> valid) {
    given(field)
        .ifPresent(value -> {
          checked(
              field, value, text -> text.matches("\\d{1,9}") && valid.test(Integer.valueOf(text)));
          target.put(field, Integer.parseInt(value));
        });
  }

  /// An id of something else: `""` and null clear it, and what nothing has is refused.
  public void reference(String field) {
    var value = call.body().path(field);
    if (value.isNull() || (value.isTextual() && value.asText().isEmpty())) {
      target.putNull(field);
    } else if (value.isTextual()) {
      Attachment.mustExist(call.account(), field, value.asText());
      target.put(field, value.asText());
    } else if (!value.isMissingNode()) {
      throw refusal(field, value.toString());
    }
  }

  /// A member with structure, replaced whole; null clears it.
  public void object(String field) {
    var value = call.body().path(field);
    if (value.isNull()) {
      target.remove(field);
    } else if (value.isObject()) {
      target.set(field, value);
    } else if (!value.isMissingNode()) {
      throw refusal(field, value.toString());
    }
  }

  private Optional<String> given(String field) {
    JsonNode value = call.body().path(field);
    if (value.isContainerNode()) {
      throw refusal(field, value.toString());
    }
    return call.text(field);
  }

  private static String checked(String field, String value, Predicate<String> valid) {
    if (!valid.test(value)) {
      throw refusal(field, value);
    }
    return value;
  }

  private static ApiError refusal(String field, String value) {
    return ApiError.invalid("Invalid value '" + value + "' for field '" + field + "'");
  }
}
