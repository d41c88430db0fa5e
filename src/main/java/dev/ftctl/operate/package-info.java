/// Verbs on live objects: what a person or a job does to an account beside its manifests. It knows
/// nothing of manifests and command lines, and prints nothing.
@NullMarked
package dev.ftctl.operate;

import org.jspecify.annotations.NullMarked;
