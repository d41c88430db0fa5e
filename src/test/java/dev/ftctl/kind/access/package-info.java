/// Roles and memberships, compared without an account.
@NullMarked
package dev.ftctl.kind.access;

import org.jspecify.annotations.NullMarked;
