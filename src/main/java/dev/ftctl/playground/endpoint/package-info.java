/// The endpoints of the practice API, a class for each way of reading. They must not know the
/// server that calls them.
@NullMarked
package dev.ftctl.playground.endpoint;

import org.jspecify.annotations.NullMarked;
