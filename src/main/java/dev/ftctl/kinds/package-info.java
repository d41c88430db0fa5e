/// The list of all kinds, one line each.
@NullMarked
package dev.ftctl.kinds;

import org.jspecify.annotations.NullMarked;
