/// Secrets managers: where connections and destinations find what they log in with, outside of
/// Fivetran. It must not know who uses them.
@NullMarked
package dev.ftctl.kinds.secretsmanager;

import org.jspecify.annotations.NullMarked;
