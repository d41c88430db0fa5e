/// `ftctl` as a process of its own, from the classes under test.
@NullMarked
package dev.ftctl.testing.program;

import org.jspecify.annotations.NullMarked;
