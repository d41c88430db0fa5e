package dev.ftctl.playground.endpoint;

import dev.ftctl.playground.data.Department;
import dev.ftctl.playground.data.Directory;
import dev.ftctl.playground.data.Order;
import dev.ftctl.playground.http.Answer;
import dev.ftctl.playground.http.Asked;
import dev.ftctl.playground.http.Endpoint;
import dev.ftctl.playground.http.JsonStyle;
import dev.ftctl.playground.http.PracticeError;
import dev.ftctl.playground.http.Query;
import dev.ftctl.playground.http.WholeNumber;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/// `/cursors/{company_id}/departments`: the children of one company.
final class DepartmentsCursor implements Endpoint {

  private static final Set<String> PARAMETERS = SortingParameters.and();
  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

  private final Directory directory;
  private final String company;

  /// @param company as the path names it
  DepartmentsCursor(Directory directory, String company) {
    this.directory = directory;
    this.company = company;
  }

  @Override
  public Answer answer(Asked asked) {
    Query query = asked.query();
    query.allowOnly(PARAMETERS);
    Order order = SortingParameters.order(query);
    BigInteger number = number();
    // What is too large for an id is of no company either.
    int id = number.abs().min(MOST).intValueExact() * number.signum();
    List<Department> all =
        directory
            .departments(id)
            .map(order::of)
            .orElseThrow(() -> new PracticeError(404, "company_id '" + number + "' not found"));
    List<Department> found =
        query.time(SortingParameters.SINCE).map(time -> Items.since(all, time)).orElse(all);
    byte[] body = body(found);
    directory.departmentsWereRead(id);
    return Answer.json(200, body);
  }

  private BigInteger number() {
    return WholeNumber.read(company)
        .orElseThrow(() ->
            new PracticeError(
                400, "Invalid value for 'company_id'. 'company_id' must be an integer"));
  }

  private static byte[] body(List<Department> found) {
    return JsonStyle.PAGE.object(json -> {
      json.writeArrayFieldStart("data");
      for (Department department : found) {
        json.writeStartObject();
        json.writeNumberField("department_id", department.id());
        json.writeNumberField("company_id", department.companyId());
        json.writeStringField("department_name", department.name());
        json.writeStringField(Order.CREATED, department.createdAt().toString());
        json.writeStringField(Order.UPDATED, department.updatedAt().toString());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNumberField("total_items", found.size());
    });
  }
}
