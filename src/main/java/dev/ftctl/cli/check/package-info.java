/// `ftctl check`: files of tests, the simulated accounts that they begin with, and how their plans
/// are made. No rules of manifests live here.
@NullMarked
package dev.ftctl.cli.check;

import org.jspecify.annotations.NullMarked;
