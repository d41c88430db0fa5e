/// The health of connections as a page of HTML that needs nothing beside itself: no network, no
/// script. Decides nothing.
@NullMarked
package dev.ftctl.render.page;

import org.jspecify.annotations.NullMarked;
