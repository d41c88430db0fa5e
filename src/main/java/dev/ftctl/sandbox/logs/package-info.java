/// Services that logs are sent to: one of each group, and the account's. It must not know other
/// families.
@NullMarked
package dev.ftctl.sandbox.logs;

import org.jspecify.annotations.NullMarked;
