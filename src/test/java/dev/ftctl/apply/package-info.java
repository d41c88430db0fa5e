/// Tests of carrying out plans.
@NullMarked
package dev.ftctl.apply;

import org.jspecify.annotations.NullMarked;
