package dev.ftctl.model.address;

/// The id that Fivetran gave to an object.
public record RemoteId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
