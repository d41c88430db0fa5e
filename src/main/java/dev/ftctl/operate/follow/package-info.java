/// Waiting for the ends of what was begun and takes time at Fivetran, whatever it is. It prints
/// nothing.
@NullMarked
package dev.ftctl.operate.follow;

import org.jspecify.annotations.NullMarked;
