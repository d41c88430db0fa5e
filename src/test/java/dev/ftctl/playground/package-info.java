/// Tests of the practice API, over HTTP.
@NullMarked
package dev.ftctl.playground;

import org.jspecify.annotations.NullMarked;
