/// Groups, destinations and connections: their routes, drafts, setup tests and trusted keys. It
/// must not know the reconciler.
@NullMarked
package dev.ftctl.sandbox.connections;

import org.jspecify.annotations.NullMarked;
