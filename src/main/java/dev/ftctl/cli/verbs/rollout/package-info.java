/// `ftctl rollout`: tables or items of a list that are switched on batch by batch.
@NullMarked
package dev.ftctl.cli.verbs.rollout;

import org.jspecify.annotations.NullMarked;
