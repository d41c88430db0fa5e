package dev.ftctl.walk;

import dev.ftctl.testing.BuiltCode;
import java.util.ArrayList;
import java.util.List;

/// Connections that run code of the company's own, each with the package that it runs: in a
/// document of its own, or inside the connector's.
record RandomCode(RandomCompany company, List<String> groups) {

  List<String> documents() {
    var documents = new ArrayList<String>();
    for (String name : List.of("k0", "k1")) {
      if (company.chance(60)) {
        documents.add(connection(name));
      } else if (company.chance(50)) {
        documents.add(absent(name));
      }
    }
    return documents;
  }

  private String connection(String name) {
    String into = String.join(", ", groups.stream().filter(group -> company.chance(60)).toList());
    return document(name, "", into.isEmpty() ? groups.getFirst() : into);
  }

  /// Both of them, since nothing tells which package is meant but the connection that names it.
  private String absent(String name) {
    return document(name, ", absent: true", groups.getFirst());
  }

  private String document(String name, String metadata, String into) {
    String file = company.one(BuiltCode.NAMES.toArray(String[]::new));
    boolean isApart = !metadata.isEmpty() || company.chance(60);
    String apart =
        "kind: SdkPackage\nmetadata: {name: %s%s}\nspec: {file: %s}\n---\n"
            .formatted(name, metadata, file);
    String connector =
        """
        kind: Connector
        metadata: {name: %1$s%2$s}
        spec:
          service: connector_sdk
          groups: [%3$s]
          paused: %4$s
          %5$s
          config: {schema: %1$s%6$s, python_version: "%7$s"}
        """
            .formatted(
                name,
                metadata,
                into,
                company.chance(40),
                isApart ? "sync_frequency: 360" : "sdk_package: {file: " + file + "}",
                isApart ? ", package: " + name : "",
                company.one("3.11", "3.12"));
    return isApart ? apart + connector : connector;
  }
}
