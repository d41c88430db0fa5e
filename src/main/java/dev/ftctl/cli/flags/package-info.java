/// The flags that commands share, as picocli reads them, and the plain requests that they become.
/// It must not know any command, and prints nothing.
@NullMarked
package dev.ftctl.cli.flags;

import org.jspecify.annotations.NullMarked;
