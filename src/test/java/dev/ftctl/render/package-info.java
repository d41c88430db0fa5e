/// Tests of what is printed, on plans, outcomes and problems made by hand.
@NullMarked
package dev.ftctl.render;

import org.jspecify.annotations.NullMarked;
