package dev.ftctl.render.fleet;

import java.util.LinkedHashMap;
import java.util.Map;

/// The sections of a comment as accounts end. No more is kept than a comment has room for, however
/// many accounts there are.
public final class Sections {

  private final Map<String, Section> kept = new LinkedHashMap<>();
  private int whole;
  private int brief;

  /// Of an account that needs somebody; one of an idle account is not kept.
  public void add(FleetRow row, Section section) {
    if (row.isIdle() || brief + section.brief().length() > FleetMarkdown.LONGEST) {
      return;
    }
    brief += section.brief().length();
    boolean fits = whole + section.whole().length() <= FleetMarkdown.LONGEST;
    whole += fits ? section.whole().length() : 0;
    kept.put(row.environment(), fits ? section : section.brieflyOnly());
  }

  public Map<String, Section> kept() {
    return kept;
  }
}
