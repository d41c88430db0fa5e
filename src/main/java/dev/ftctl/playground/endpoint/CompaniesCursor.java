package dev.ftctl.playground.endpoint;

import dev.ftctl.playground.data.Company;
import dev.ftctl.playground.data.Directory;
import dev.ftctl.playground.data.Order;
import dev.ftctl.playground.http.Answer;
import dev.ftctl.playground.http.Asked;
import dev.ftctl.playground.http.Endpoint;
import dev.ftctl.playground.http.JsonStyle;
import dev.ftctl.playground.http.Query;
import java.util.List;
import java.util.Set;

/// `/cursors/companies`: the parents of a list in a list.
final class CompaniesCursor implements Endpoint {

  private static final Set<String> PARAMETERS = SortingParameters.and();

  private final Directory directory;

  CompaniesCursor(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Answer answer(Asked asked) {
    Query query = asked.query();
    query.allowOnly(PARAMETERS);
    Order order = SortingParameters.order(query);
    List<Company> all = order.of(directory.companies());
    List<Company> found =
        query.time(SortingParameters.SINCE).map(time -> Items.since(all, time)).orElse(all);
    byte[] body =
        JsonStyle.PAGE.object(json -> {
          json.writeArrayFieldStart("data");
          for (Company company : found) {
            json.writeStartObject();
            json.writeNumberField("company_id", company.id());
            json.writeStringField("company_name", company.name());
            json.writeStringField(Order.CREATED, company.createdAt().toString());
            json.writeStringField(Order.UPDATED, company.updatedAt().toString());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeNumberField("total_items", found.size());
        });
    directory.companiesWereRead();
    return Answer.json(200, body);
  }
}
