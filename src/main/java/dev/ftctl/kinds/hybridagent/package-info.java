/// Hybrid deployment agents, which load data within somebody's own network. It must not know who
/// goes through them, nor where what Fivetran tells of them goes.
@NullMarked
package dev.ftctl.kinds.hybridagent;

import org.jspecify.annotations.NullMarked;
