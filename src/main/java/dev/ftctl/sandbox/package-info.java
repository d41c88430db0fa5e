/// The simulator of the Fivetran API: a real HTTP server on loopback over a store of JSON nodes. An
/// independent reading of the API's documents; it must satisfy clients that nobody here wrote. It
/// must not know kinds, manifests, diffs or the client in `fivetran`.
@NullMarked
package dev.ftctl.sandbox;

import org.jspecify.annotations.NullMarked;
