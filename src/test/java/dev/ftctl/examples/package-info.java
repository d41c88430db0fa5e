/// Holds the examples and the documentation to what the program really reads. It must not know how
/// manifests are read, only whether they are.
@NullMarked
package dev.ftctl.examples;

import org.jspecify.annotations.NullMarked;
