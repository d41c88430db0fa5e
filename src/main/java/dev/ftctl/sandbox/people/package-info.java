/// Users, teams, roles and memberships. It must not know the routes of what they belong to.
@NullMarked
package dev.ftctl.sandbox.people;

import org.jspecify.annotations.NullMarked;
