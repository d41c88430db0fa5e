/// Tests of manifests: what their files say, and how what a plan came to differs from what they
/// expect. It must not know how a plan is made, nor the simulator.
@NullMarked
package dev.ftctl.check;

import org.jspecify.annotations.NullMarked;
