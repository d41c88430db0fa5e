/// The commands of `ftctl playground`: the practice API. No rules live here.
@NullMarked
package dev.ftctl.cli.playground;

import org.jspecify.annotations.NullMarked;
