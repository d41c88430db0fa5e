/// Documents from what Terraform knows: its state, or what it prints of one. It must not know how
/// files are read or written.
@NullMarked
package dev.ftctl.export.terraform;

import org.jspecify.annotations.NullMarked;
