/// The calls of the Fivetran API: one Feign interface for each of its collections, in the order of
/// its pages, bodies as `Value`. It must not know who makes a call, nor what for; how calls are
/// sent stands in the package above.
@NullMarked
package dev.ftctl.fivetran.api;

import org.jspecify.annotations.NullMarked;
