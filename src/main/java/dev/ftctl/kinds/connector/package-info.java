/// Connections: one document, one connection in each group that it names; created paused, un-paused
/// last. It must not know any other kind; schema settings run between its steps as parts.
@NullMarked
package dev.ftctl.kinds.connector;

import org.jspecify.annotations.NullMarked;
