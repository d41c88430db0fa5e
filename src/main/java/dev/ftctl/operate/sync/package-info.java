/// Syncs and re-syncs on demand, followed to their ends: what of two looks at a connection tells
/// that one began, ended, or failed. It prints nothing, and trusts no clock but the account's.
@NullMarked
package dev.ftctl.operate.sync;

import org.jspecify.annotations.NullMarked;
