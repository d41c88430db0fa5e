/// When a request may go: requests in flight, rate limits, quotas and waiting. It must not know
/// what is sent.
@NullMarked
package dev.ftctl.fivetran.pacing;

import org.jspecify.annotations.NullMarked;
