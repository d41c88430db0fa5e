/// Tests of how the API is reached.
@NullMarked
package dev.ftctl.fivetran.http;

import org.jspecify.annotations.NullMarked;
