/// Commands on live objects, by name, address, pattern, id or label: what a person or a job does to
/// an account beside its manifests.
@NullMarked
package dev.ftctl.cli.verbs;

import org.jspecify.annotations.NullMarked;
