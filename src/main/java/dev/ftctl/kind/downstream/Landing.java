package dev.ftctl.kind.downstream;

import dev.ftctl.catalog.NamingFamily;
import dev.ftctl.catalog.ServiceFacts;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Where the tables of a connection lie inside its warehouse, which follows from the connection's
/// name and the naming family of its service (fivetran-quirks 2.4.1).
///
/// @param schema of the warehouse, or the prefix of several
/// @param second what follows the schema in the name: a table, or the name of a group of tables;
///   may be empty
/// @param names that the schema may have there
public record Landing(Form form, String schema, String second, Set<String> names) {

  public Landing {
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  /// How the name says it.
  public enum Form {
    /// All tables lie in one schema.
    SCHEMA,
    /// Each schema of the source is one of its own, behind the prefix.
    PREFIX,
    /// One table of a schema.
    TABLE,
    /// Some tables of a schema; which ones the name does not say.
    TABLE_GROUP,
    /// Nobody knows the service: the schema of that name, and those that begin with it.
    UNKNOWN
  }

  /// @param facts of the service, where the catalogue knows it
  /// @param name of the connection: the API's root `schema`
  public static Landing of(Optional<ServiceFacts> facts, String name) {
    int dot = name.indexOf('.');
    String schema = dot < 0 ? name : name.substring(0, dot);
    String second = dot < 0 ? "" : name.substring(dot + 1);
    return new Landing(form(facts, !second.isEmpty()), schema, second, WarehouseName.all(schema));
  }

  private static Form form(Optional<ServiceFacts> facts, boolean hasSecond) {
    if (facts.isEmpty()) {
      return hasSecond ? Form.TABLE_GROUP : Form.UNKNOWN;
    }
    NamingFamily family = facts.get().naming();
    return switch (family) {
      case SCHEMA_PREFIX -> Form.PREFIX;
      case SCHEMA, SCHEMA_TABLE -> hasSecond ? Form.TABLE : Form.SCHEMA;
      case SCHEMA_TABLE_GROUP_NAME -> hasSecond ? Form.TABLE_GROUP : Form.SCHEMA;
      case NONE -> Form.UNKNOWN;
    };
  }

  /// The likeliest name of the schema that holds a schema of the source.
  public String schemaOf(String sourceSchema) {
    String own = WarehouseName.of(schema);
    return switch (form) {
      case PREFIX -> own + "_" + WarehouseName.of(sourceSchema);
      case SCHEMA, TABLE, TABLE_GROUP, UNKNOWN -> own;
    };
  }

  /// Whether a schema of the warehouse holds a schema of the source.
  public boolean isSchemaOf(String sourceSchema, String there, Letters letters) {
    return switch (form) {
      case PREFIX -> isBehindPrefix(sourceSchema, there, letters);
      case SCHEMA, TABLE, TABLE_GROUP -> isItself(there, letters);
      case UNKNOWN -> isItself(there, letters) || isBehindPrefix(sourceSchema, there, letters);
    };
  }

  private boolean isItself(String there, Letters letters) {
    return names.stream().anyMatch(name -> letters.isSame(name, there));
  }

  private boolean isBehindPrefix(String sourceSchema, String there, Letters letters) {
    return names.stream()
        .anyMatch(prefix ->
            there.length() > prefix.length() + 1
                && letters.isSame(prefix + "_", there.substring(0, prefix.length() + 1))
                && WarehouseName.isSurely(
                    sourceSchema, there.substring(prefix.length() + 1), letters));
  }

  /// How far a schema of the warehouse is surely this connection's: the length of what its name has
  /// in common with it; 0 where it is not.
  public int claim(String there, Letters letters) {
    int most = 0;
    for (String name : names) {
      most = Math.max(most, claim(name, there, letters));
    }
    return most;
  }

  private int claim(String own, String there, Letters letters) {
    boolean isWhole = letters.isSame(own, there);
    boolean isPrefix =
        there.length() > own.length() + 1
            && letters.isSame(own + "_", there.substring(0, own.length() + 1));
    return switch (form) {
      case SCHEMA, TABLE, TABLE_GROUP -> isWhole ? own.length() : 0;
      case PREFIX -> isPrefix ? own.length() : 0;
      case UNKNOWN -> isWhole || isPrefix ? own.length() : 0;
    };
  }
}
