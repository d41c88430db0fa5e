package dev.ftctl.address;

import dev.ftctl.model.Live;
import dev.ftctl.model.address.Glob;

/// A text as the name that objects have in the account, or a pattern of such names.
record LiveName(String text) {

  boolean isPattern() {
    return Glob.isGlob(text);
  }

  boolean matches(Live live) {
    return new Glob(text).matches(live.label());
  }
}
