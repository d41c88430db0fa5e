/// Reader and writer of a plain kind: one list tells everything, and one call each creates, changes
/// and deletes an object. It must not know any kind, nor the paths of its calls; it is given the
/// calls as functions.
@NullMarked
package dev.ftctl.kind.plain;

import org.jspecify.annotations.NullMarked;
