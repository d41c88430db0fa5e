/// What people may do: account roles and memberships, which several kinds have in common. It must
/// not know those kinds, nor the paths of their calls; it is given both.
@NullMarked
package dev.ftctl.kind.access;

import org.jspecify.annotations.NullMarked;
