/// Which keys of hosts are trusted: what is approved, what setup tests meet, approving and
/// revoking. Nothing is approved that was not shown first. It prints nothing.
@NullMarked
package dev.ftctl.operate.trust;

import org.jspecify.annotations.NullMarked;
