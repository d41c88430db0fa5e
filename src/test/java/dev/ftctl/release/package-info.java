/// Tests of the program that makes a release (`src/build/java/release`), as far as it is code of
/// its own. It must not make one.
@NullMarked
package dev.ftctl.release;

import org.jspecify.annotations.NullMarked;
