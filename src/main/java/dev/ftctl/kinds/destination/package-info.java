/// Destinations: where the data of a group goes; one for each group. It must not know groups beyond
/// their addresses, nor connections.
@NullMarked
package dev.ftctl.kinds.destination;

import org.jspecify.annotations.NullMarked;
