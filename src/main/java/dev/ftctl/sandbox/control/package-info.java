/// How a test drives the simulator: faults, clock, seed, quotas, over Java or HTTP. It must not
/// know any collection.
@NullMarked
package dev.ftctl.sandbox.control;

import org.jspecify.annotations.NullMarked;
