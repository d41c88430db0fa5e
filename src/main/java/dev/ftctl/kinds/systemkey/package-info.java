/// System keys: what programs may do that ask for nobody. It must not know who uses them, nor what
/// connections, destinations and groups are.
@NullMarked
package dev.ftctl.kinds.systemkey;

import org.jspecify.annotations.NullMarked;
