/// Changes made a plan: steps and their order, risks and guards, limits, the saved plan. It must
/// not talk to the account, nor print.
@NullMarked
package dev.ftctl.plan;

import org.jspecify.annotations.NullMarked;
