/// Tests of what everything else is made of.
@NullMarked
package dev.ftctl.model;

import org.jspecify.annotations.NullMarked;
