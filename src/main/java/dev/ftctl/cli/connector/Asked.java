package dev.ftctl.cli.connector;

import dev.ftctl.export.copy.ConnectorCopy;
import dev.ftctl.export.copy.SetField;
import dev.ftctl.model.address.Address;
import java.util.List;

/// What a copy is to be.
///
/// @param name of its document
/// @param groups that get one, by the names that manifests call them
/// @param fields that it says otherwise
/// @param withSchema whether its schema settings are copied
record Asked(String name, List<String> groups, List<SetField> fields, boolean withSchema) {

  Address address() {
    return Address.of("connector", name);
  }

  ConnectorCopy copy() {
    return new ConnectorCopy(name, groups, fields);
  }
}
