/// Calls and replies, routes, pages, refusals: what all collections share of HTTP. It must not know
/// any collection, nor the server library.
@NullMarked
package dev.ftctl.sandbox.http;

import org.jspecify.annotations.NullMarked;
