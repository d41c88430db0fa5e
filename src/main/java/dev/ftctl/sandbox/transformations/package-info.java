/// Transformation projects, transformations and what Quickstart packages offer. It must not know
/// other families.
@NullMarked
package dev.ftctl.sandbox.transformations;

import org.jspecify.annotations.NullMarked;
