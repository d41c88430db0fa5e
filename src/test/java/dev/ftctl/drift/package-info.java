/// Tests of what drift is made of.
@NullMarked
package dev.ftctl.drift;

import org.jspecify.annotations.NullMarked;
