/// The scripts of CI jobs (`src/ci`, `src/release/publish`), run as scripts against forges on
/// loopback. It must not know how the program works inside, only what it prints and ends with.
@NullMarked
package dev.ftctl.ci;

import org.jspecify.annotations.NullMarked;
