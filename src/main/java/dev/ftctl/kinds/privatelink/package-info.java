/// Private links, which Fivetran makes and changes in its own time, so that what stands on one has
/// to wait. It must not know who that is, nor how long anybody waits.
@NullMarked
package dev.ftctl.kinds.privatelink;

import org.jspecify.annotations.NullMarked;
