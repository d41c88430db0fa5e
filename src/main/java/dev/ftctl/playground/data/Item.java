package dev.ftctl.playground.data;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A record of the practice API: a person that there isn't.
///
/// @param id a random UUID
/// @param address street, line break, `City, ST 12345`
public record Item(
    String id,
    String name,
    String email,
    String address,
    String company,
    String job,
    Instant createdAt,
    Instant updatedAt)
    implements Dated {

  /// The same under another id.
  public Item withId(String newId) {
    return new Item(newId, name, email, address, company, job, createdAt, updatedAt);
  }

  /// By name, in the order in which pages have them.
  public SequencedMap<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("id", id);
    fields.put("name", name);
    fields.put("email", email);
    fields.put("address", address);
    fields.put("company", company);
    fields.put("job", job);
    fields.put(Order.CREATED, createdAt.toString());
    fields.put(Order.UPDATED, updatedAt.toString());
    return fields;
  }
}
