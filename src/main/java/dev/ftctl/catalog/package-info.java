/// What each service's config holds: types, enums, secrets, login fields, naming keys. Facts only,
/// read from the lines in `schemas/catalog`, which the package `extract` makes. It must not know
/// manifests, HTTP, kinds or the simulator.
@NullMarked
package dev.ftctl.catalog;

import org.jspecify.annotations.NullMarked;
