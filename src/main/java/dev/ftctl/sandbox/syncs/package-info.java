/// When connections sync, how each sync ends and what the API tells of it; all of it on the
/// account's clock, without timers. It must not know how connections are configured.
@NullMarked
package dev.ftctl.sandbox.syncs;

import org.jspecify.annotations.NullMarked;
