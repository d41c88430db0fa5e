/// What each service's config holds: names, types, enums, secrets, login fields and naming keys.
/// Facts only, read from the lines under `schemas/catalog` that `extract` makes from the API
/// document. It must not know manifests, HTTP, kinds or the simulator; everybody may ask it, it
/// asks nobody.
@NullMarked
package dev.ftctl.catalog;

import org.jspecify.annotations.NullMarked;
