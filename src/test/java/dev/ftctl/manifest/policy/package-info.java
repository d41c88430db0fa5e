/// Proofs of what policies say, without any command.
@NullMarked
package dev.ftctl.manifest.policy;

import org.jspecify.annotations.NullMarked;
