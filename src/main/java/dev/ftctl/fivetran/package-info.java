/// The HTTP side of the Fivetran API: Feign set-up, Basic auth, envelope, pages, failures, retry
/// and pacing in one place. It must not know any kind, nor what the calls are for.
@NullMarked
package dev.ftctl.fivetran;

import org.jspecify.annotations.NullMarked;
