/// Fivetran's own tests of what there is: the setup tests of connections and destinations, and the
/// test event of webhooks. It prints nothing.
@NullMarked
package dev.ftctl.operate.tests;

import org.jspecify.annotations.NullMarked;
