package dev.ftctl.kind.table;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// One field of a kind.
///
/// @param name as manifests write it
/// @param apiName as the API writes it, where that differs (`group` is `group_id`)
public record Field(String name, String apiName, Shape shape, Set<Trait> traits) {

  /// What else is to be known of a field. One joins when three kinds need it.
  public enum Trait {
    /// Must be said, also by a document that only says `existing`.
    REQUIRED,
    /// Part of the natural key, so never compared.
    IDENTITY,
    /// Can't be changed in the API: a change is a replacement.
    IMMUTABLE,
    /// Masked in answers, so never compared, and never printed.
    SECRET,
    /// Its change makes the resource's secrets be sent again.
    LOGIN,
    /// Made by the server, never sent.
    READ_ONLY,
    /// Sent, but never answered.
    WRITE_ONLY,
    /// Speaks to ftctl alone, never sent and never compared.
    LOCAL,
    /// The API can't clear it: `null` in a manifest is an error.
    NOT_CLEARABLE,
    /// The object that this one is a part of: its parts run after it was created and before it is
    /// finished.
    PART_OF,
    /// Sent with the creation only.
    CREATE_ONLY,
    /// Names something, so that no foreign text ([dev.ftctl.model.value.Mark]) may stand in it.
    NAMES,
    /// A reference that manifests may also write by its name in the API (`project_id`).
    API_NAME
  }

  private static final String ID = "_id";

  public Field {
    traits = traits.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(traits));
  }

  /// What manifests may write for its name: a reference to what only has an id in the API is called
  /// without `_id` as well. Empty where that is no other name.
  public String shortName() {
    return shape instanceof Shape.Ref && name.equals(apiName) && name.endsWith(ID)
        ? name.substring(0, name.length() - ID.length())
        : "";
  }

  /// What manifests may write for its name besides: the short name, or that of the API. Empty where
  /// there is no other.
  public String otherName() {
    return is(Trait.API_NAME) ? apiName : shortName();
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  public Field required() {
    return with(Trait.REQUIRED);
  }

  public Field identity() {
    return with(Trait.IDENTITY).names();
  }

  public Field immutable() {
    return with(Trait.IMMUTABLE);
  }

  public Field login() {
    return with(Trait.LOGIN);
  }

  public Field readOnly() {
    return with(Trait.READ_ONLY);
  }

  public Field writeOnly() {
    return with(Trait.WRITE_ONLY);
  }

  public Field local() {
    return with(Trait.LOCAL).names();
  }

  public Field notClearable() {
    return with(Trait.NOT_CLEARABLE);
  }

  public Field partOf() {
    return with(Trait.PART_OF);
  }

  public Field createOnly() {
    return with(Trait.CREATE_ONLY);
  }

  public Field names() {
    return with(Trait.NAMES);
  }

  public Field orAsApi() {
    return with(Trait.API_NAME);
  }

  public Field with(Trait trait) {
    var more = EnumSet.of(trait);
    more.addAll(traits);
    return new Field(name, apiName, shape, more);
  }

  public static Field text(String name) {
    return of(name, new Shape.TextShape());
  }

  public static Field secret(String name) {
    return of(name, new Shape.TextShape()).with(Trait.SECRET);
  }

  public static Field integer(String name) {
    return of(name, new Shape.IntegerShape()).notClearable();
  }

  public static Field number(String name) {
    return of(name, new Shape.NumberShape()).notClearable();
  }

  public static Field bool(String name) {
    return of(name, new Shape.BooleanShape()).notClearable();
  }

  /// An enumeration of Fivetran's, which may have got more values since.
  public static Field oneOf(String name, String... members) {
    return of(name, new Shape.OneOf(List.of(members), true)).notClearable();
  }

  /// An enumeration of which ftctl has to understand every value: its own ones, and those that say
  /// what syncs.
  public static Field choice(String name, String... members) {
    return of(name, new Shape.OneOf(List.of(members), false)).notClearable();
  }

  public static Field oneOfNumbers(String name, Integer... members) {
    return of(name, new Shape.OneOfNumbers(List.of(members))).notClearable();
  }

  /// A set of texts, out of an enumeration of Fivetran's where there are members.
  public static Field set(String name, String... members) {
    Shape.Item item =
        members.length == 0 ? new Shape.TextShape() : new Shape.OneOf(List.of(members), true);
    return of(name, new Shape.SetOf(item));
  }

  public static Field ref(String name, String apiName, String slug) {
    return new Field(name, apiName, new Shape.Ref(slug, false), Set.of());
  }

  /// A reference to a kind with instances; it fans out with them.
  public static Field instances(String name, String apiName, String slug) {
    return new Field(name, apiName, new Shape.Ref(slug, true), Set.of());
  }

  /// A list of references, complete as a set.
  ///
  /// @param isFannedOut whether the kind has instances; the document is not expanded along with
  ///   them
  public static Field refs(String name, String apiName, String slug, boolean isFannedOut) {
    Shape item = new Shape.SetOf(new Shape.Ref(slug, isFannedOut));
    return new Field(name, apiName, item, Set.of());
  }

  /// A role of the resource itself.
  public static Field role(String name, RoleScope scope) {
    return of(name, new Shape.RoleName(scope));
  }

  /// Memberships with their roles, which have the scope of what is entered.
  public static Field roles(String name, String slug, boolean isFannedOut, RoleScope scope) {
    return of(name, new Shape.RoleMap(slug, isFannedOut, scope));
  }

  /// A list of references of which each means one instance.
  public static Field refsToOne(String name, String apiName, String slug) {
    Shape item = new Shape.SetOf(new Shape.Ref(slug, true, true));
    return new Field(name, apiName, item, Set.of());
  }

  public static Field nested(String name, Field... fields) {
    return of(name, new Shape.Nested(FieldTable.of(fields)));
  }

  public static Field hoisted(String name, String slug) {
    return of(name, new Shape.Hoisted(slug)).local();
  }

  public static Field tree(String name, Field... element) {
    return of(name, new Shape.Tree(FieldTable.of(element)));
  }

  public static Field of(String name, Shape shape) {
    return new Field(name, name, shape, Set.of());
  }
}
