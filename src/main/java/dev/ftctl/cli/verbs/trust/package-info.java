/// `ftctl certificate` and `ftctl fingerprint`: which keys of hosts are trusted, told before they
/// are.
@NullMarked
package dev.ftctl.cli.verbs.trust;

import org.jspecify.annotations.NullMarked;
