/// What a user names on the command line, and which live objects it means: an address or a pattern,
/// a live name, an id. Ambiguity is an error that lists the candidates. It must not know what is
/// done with them, nor how they are printed.
@NullMarked
package dev.ftctl.address;

import org.jspecify.annotations.NullMarked;
