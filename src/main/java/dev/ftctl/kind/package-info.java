/// What a kind is: its table of fields, its identity, its comparison, its steps, and the engine
/// that tables drive. It must not know any kind by name, nor where manifests come from, nor how a
/// plan is printed.
@NullMarked
package dev.ftctl.kind;

import org.jspecify.annotations.NullMarked;
