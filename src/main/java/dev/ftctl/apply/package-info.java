/// Carries out a plan: the graph of steps on virtual threads, bounded; outcomes as values; the
/// journal of writes. It must not decide what is right or allowed, nor print.
@NullMarked
package dev.ftctl.apply;

import org.jspecify.annotations.NullMarked;
