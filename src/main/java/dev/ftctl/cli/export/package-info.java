/// `ftctl export`: what of the account, into which folder. What documents say is the matter of the
/// room `export`.
@NullMarked
package dev.ftctl.cli.export;

import org.jspecify.annotations.NullMarked;
