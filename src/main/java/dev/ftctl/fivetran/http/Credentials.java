package dev.ftctl.fivetran.http;

/// An API key and its secret.
///
/// @param look where they come from and what they look like, never their text; may be empty
public record Credentials(String key, String secret, String look) {

  public Credentials(String key, String secret) {
    this(key, secret, "");
  }

  @Override
  public String toString() {
    return "(credentials)";
  }
}
