/// Drives the language server of real editors with the shipped schemas. Only the profile `browser`
/// runs it, since it needs node and npm.
@NullMarked
package dev.ftctl.editor;

import org.jspecify.annotations.NullMarked;
