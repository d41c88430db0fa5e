/// What Fivetran's own metadata says of services, and of names in manifests that the catalogue
/// lacks. It must not know manifests, plans, or how the catalogue is kept.
@NullMarked
package dev.ftctl.kind.metadata;

import org.jspecify.annotations.NullMarked;
