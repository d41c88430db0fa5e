/// The plausible sources behind simulated connections: schemas, tables and columns, made lazily
/// from a seed, the same in every run. Used by the routes of schema settings. It must not know
/// HTTP, the store, or what anybody has selected for syncing.
@NullMarked
package dev.ftctl.sandbox.source;

import org.jspecify.annotations.NullMarked;
