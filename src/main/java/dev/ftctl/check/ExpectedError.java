package dev.ftctl.check;

/// An error that has to come.
///
/// @param code the rule's name; empty for any
/// @param text a part of the message; empty for any
record ExpectedError(String code, String text) {

  boolean covers(SeenError error) {
    return (code.isEmpty() || code.equals(error.code())) && error.text().contains(text);
  }

  String line() {
    return code.isEmpty()
        ? "… " + text + " …"
        : text.isEmpty() ? code : code + ": … " + text + " …";
  }
}
