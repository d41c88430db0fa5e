/// Policies: the rules in CEL that a project's manifests and plans must keep. One class speaks the
/// policy language; the others say what rules are about and what was found. Nothing here knows how
/// manifests are read, what a plan blocks, or any kind by name.
@NullMarked
package dev.ftctl.manifest.policy;

import org.jspecify.annotations.NullMarked;
