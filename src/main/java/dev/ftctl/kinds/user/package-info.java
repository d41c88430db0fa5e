/// Users: who may log in, and what they may do. It must not know teams, nor groups and connections
/// beyond their addresses.
@NullMarked
package dev.ftctl.kinds.user;

import org.jspecify.annotations.NullMarked;
