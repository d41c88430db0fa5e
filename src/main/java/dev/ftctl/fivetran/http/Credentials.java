package dev.ftctl.fivetran.http;

/// An API key and its secret.
public record Credentials(String key, String secret) {
  @Override
  public String toString() {
    return "(credentials)";
  }
}
