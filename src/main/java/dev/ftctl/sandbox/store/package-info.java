/// The simulated account: collections of JSON nodes, ids, time, quotas, and how it is kept on disk.
/// It must not know HTTP or any collection.
@NullMarked
package dev.ftctl.sandbox.store;

import org.jspecify.annotations.NullMarked;
