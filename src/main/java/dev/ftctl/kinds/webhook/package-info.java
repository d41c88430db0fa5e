/// Webhooks: which events Fivetran reports, and to whom. It must not know groups beyond their
/// addresses. A webhook's url carries tokens: only its host is ever shown.
@NullMarked
package dev.ftctl.kinds.webhook;

import org.jspecify.annotations.NullMarked;
