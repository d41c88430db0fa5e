/// What only some kinds have, as contracts that stand for themselves: `kind.Facets` has the doors
/// to them. It must not know what else a kind is.
@NullMarked
package dev.ftctl.kind.facet;

import org.jspecify.annotations.NullMarked;
