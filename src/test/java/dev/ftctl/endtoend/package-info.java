/// Laws of the whole program, shown through the user's door: commands over a simulator. It must not
/// know how any room works inside.
@NullMarked
package dev.ftctl.endtoend;

import org.jspecify.annotations.NullMarked;
