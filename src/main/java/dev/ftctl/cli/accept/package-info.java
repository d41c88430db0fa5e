/// Files of the repository that are written to say what the account has. It must not know how that
/// is decided.
@NullMarked
package dev.ftctl.cli.accept;

import org.jspecify.annotations.NullMarked;
