/// What of a source syncs: the routes of schemas, tables and columns, and what would have been
/// synced. It must not know the routes of connections.
@NullMarked
package dev.ftctl.sandbox.schemas;

import org.jspecify.annotations.NullMarked;
