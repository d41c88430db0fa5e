/// What every test may use: sizes, fixed clocks, recorders. It knows nothing of what is tested: no
/// room of the program is imported here.
@NullMarked
package dev.ftctl.testing;

import org.jspecify.annotations.NullMarked;
