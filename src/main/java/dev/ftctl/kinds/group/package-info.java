/// Groups: what holds a destination, its connections, and who may see them. It must not know the
/// kinds that live in a group.
@NullMarked
package dev.ftctl.kinds.group;

import org.jspecify.annotations.NullMarked;
