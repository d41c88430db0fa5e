/// What depends on what a plan breaks: the models, tests, exposures and owners of dbt that read a
/// table which a change takes away or alters. It reads dbt's manifest and nothing else, and must
/// not know any kind by name.
@NullMarked
package dev.ftctl.impact;

import org.jspecify.annotations.NullMarked;
