/// Manifests from what is there already: documents with their names, references and secrets, the
/// files they go to, and their text. Where the documents come from, an account or a Terraform
/// state, is the matter of sub-rooms; it must not know the command line.
@NullMarked
package dev.ftctl.export;

import org.jspecify.annotations.NullMarked;
