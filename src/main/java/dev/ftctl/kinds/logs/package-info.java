/// Log services: where Fivetran writes what it logs, of a group or of the account. It must not know
/// groups beyond their addresses.
@NullMarked
package dev.ftctl.kinds.logs;

import org.jspecify.annotations.NullMarked;
