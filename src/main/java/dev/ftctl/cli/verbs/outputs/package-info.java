/// `ftctl outputs`: ids and keys, for people and for whatever reads JSON or variables of a shell.
@NullMarked
package dev.ftctl.cli.verbs.outputs;

import org.jspecify.annotations.NullMarked;
