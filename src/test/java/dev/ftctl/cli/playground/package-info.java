/// Tests of `ftctl playground`.
@NullMarked
package dev.ftctl.cli.playground;

import org.jspecify.annotations.NullMarked;
