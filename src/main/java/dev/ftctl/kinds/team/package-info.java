/// Teams: users that share access. It must not know users, groups and connections beyond their
/// addresses.
@NullMarked
package dev.ftctl.kinds.team;

import org.jspecify.annotations.NullMarked;
