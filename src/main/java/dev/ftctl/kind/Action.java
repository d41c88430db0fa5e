package dev.ftctl.kind;

import java.util.Locale;

/// What a change does to the account; the symbol stands before the word in every plan.
public enum Action {
  CREATE("+"),
  UPDATE("~"),
  REPLACE("-/+"),
  DELETE("-"),
  MOVE("→"),
  NONE(" ");

  private final String symbol;

  Action(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
