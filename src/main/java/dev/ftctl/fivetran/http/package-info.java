/// One request: headers, retries, what may be repeated, who watches writes. It must not know which
/// calls the API has.
@NullMarked
package dev.ftctl.fivetran.http;

import org.jspecify.annotations.NullMarked;
