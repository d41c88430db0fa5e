/// Rollouts: tables or items of a list that are switched on batch by batch, each batch synced
/// before the next. What a killed run left is found by its progress file and a look at the account.
/// It prints nothing.
@NullMarked
package dev.ftctl.operate.rollout;

import org.jspecify.annotations.NullMarked;
