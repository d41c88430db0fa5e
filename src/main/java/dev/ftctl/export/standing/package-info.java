/// Documents that stand in files already, brought to what the account has. It must not know how
/// files are read or written.
@NullMarked
package dev.ftctl.export.standing;

import org.jspecify.annotations.NullMarked;
