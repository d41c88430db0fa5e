/// The simulator's conformance: exact status codes, codes, messages and shapes, over real HTTP. One
/// class per API collection. Knows nothing of the reconciler.
@NullMarked
package dev.ftctl.sandbox;

import org.jspecify.annotations.NullMarked;
