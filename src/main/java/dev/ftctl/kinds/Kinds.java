package dev.ftctl.kinds;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.kind.KindList;
import java.util.List;

/// THE list of kinds.
public final class Kinds {

  private Kinds() {}

  public static KindList all(Catalog catalog) {
    return new KindList(List.of());
  }
}
