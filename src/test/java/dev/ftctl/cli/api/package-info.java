/// Tests of calls that are named by hand.
@NullMarked
package dev.ftctl.cli.api;

import org.jspecify.annotations.NullMarked;
