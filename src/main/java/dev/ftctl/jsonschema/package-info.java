/// Makes the JSON Schemas that editors check and complete manifests with, from the tables of the
/// kinds. It must not know any kind by name, how manifests are read, or the account.
@NullMarked
package dev.ftctl.jsonschema;

import org.jspecify.annotations.NullMarked;
