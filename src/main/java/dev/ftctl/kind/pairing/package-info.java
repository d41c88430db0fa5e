/// Fields that count only together, as the API documents them: what contradicts itself, what lacks
/// its partner, what has to go with another. It judges what manifests write, offline, and knows no
/// kind.
@NullMarked
package dev.ftctl.kind.pairing;

import org.jspecify.annotations.NullMarked;
