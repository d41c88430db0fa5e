/// What connections and destinations are attached to, whether or not manifests describe it: agents,
/// private links, secrets managers. It knows their lists and what they are called; it must not know
/// who is attached.
@NullMarked
package dev.ftctl.kind.attached;

import org.jspecify.annotations.NullMarked;
