/// Makes a commented document of each kind to start from, out of `schemas/examples.yaml`, the words
/// of the JSON Schemas and the tables of the kinds. It must not know any kind by name, how
/// manifests are read, or the account.
@NullMarked
package dev.ftctl.example;

import org.jspecify.annotations.NullMarked;
