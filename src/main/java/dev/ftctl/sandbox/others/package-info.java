/// Collections of few routes: the account, webhooks, metadata. They must not know one another.
@NullMarked
package dev.ftctl.sandbox.others;

import org.jspecify.annotations.NullMarked;
