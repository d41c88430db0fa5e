/// How the practice API reads requests and writes answers: parameters, the styles of JSON, error
/// pages, the rate limit. It must not know the endpoints.
@NullMarked
package dev.ftctl.playground.http;

import org.jspecify.annotations.NullMarked;
