/// The sources behind simulated connections: the same in every run, and cheap at any size. Tested
/// without a server. Knows nothing of routes and the store.
@NullMarked
package dev.ftctl.sandbox.source;

import org.jspecify.annotations.NullMarked;
