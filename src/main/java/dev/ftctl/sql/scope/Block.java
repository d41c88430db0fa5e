package dev.ftctl.sql.scope;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A query, or another statement: what its names can mean. Filled while it is read.
public final class Block {

  private final Optional<Block> outer;
  private final List<Relation> relations = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();
  private final Map<String, Relation.Derived> visible = new LinkedHashMap<>();
  private final Map<String, String> reserved = new LinkedHashMap<>();
  private Optional<Block> inner = Optional.empty();
  private boolean isSelect;
  private boolean isUnsure;

  private Block(Optional<Block> outer) {
    this.outer = outer;
  }

  static Block top() {
    return new Block(Optional.empty());
  }

  /// A query inside of this one.
  ///
  /// @param isCorrelated whether it may use this one's columns
  Block within(boolean isCorrelated) {
    return seeing(new Block(isCorrelated ? Optional.of(this) : Optional.empty()));
  }

  /// The next query of a union, or the next statement where nothing stands between them.
  Block beside() {
    return seeing(new Block(outer));
  }

  private Block seeing(Block other) {
    other.visible.putAll(visible);
    other.reserved.putAll(reserved);
    return other;
  }

  /// Whose columns may be meant where its own are not.
  public Optional<Block> outer() {
    return outer;
  }

  /// What it reads from or writes to.
  public List<Relation> relations() {
    return Collections.unmodifiableList(relations);
  }

  /// The columns that it brings, as far as they have names.
  public List<Output> outputs() {
    return Collections.unmodifiableList(outputs);
  }

  /// The query in brackets whose columns are its own.
  public Optional<Block> inner() {
    return inner;
  }

  /// Whether it has columns that nobody follows: those of pivots.
  public boolean isUnsure() {
    return isUnsure;
  }

  /// Whether a clause of it was read already.
  boolean isBegun() {
    return isSelect || !relations.isEmpty();
  }

  void select() {
    isSelect = true;
  }

  void doubt() {
    isUnsure = true;
  }

  void standFor(Block query) {
    inner = Optional.of(query);
  }

  void add(Relation relation) {
    relations.add(relation);
  }

  void add(Output output) {
    outputs.add(output);
  }

  void declare(Relation.Derived expression) {
    visible.put(key(expression.alias()), expression);
    reserved.remove(key(expression.alias()));
  }

  /// A name is left alone where it is used.
  void reserve(String name, String why) {
    reserved.put(key(name), why);
  }

  /// The common table expression that a name means here.
  Optional<Relation.Derived> declared(Chain chain) {
    return chain.size() == 1
        ? Optional.ofNullable(visible.get(key(chain.last().name())))
        : Optional.empty();
  }

  /// Whether a common table expression of that name can be read here.
  public boolean hasDeclared(String name) {
    return visible.containsKey(key(name));
  }

  /// Why a name is left alone; empty where it is not.
  String note(Chain chain) {
    return chain.size() == 1 ? reserved.getOrDefault(key(chain.last().name()), "") : "";
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
