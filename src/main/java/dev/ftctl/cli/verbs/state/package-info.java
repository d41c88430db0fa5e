/// `ftctl state`: the states of Function and Connector SDK connections, looked at, compared, kept,
/// changed and restored.
@NullMarked
package dev.ftctl.cli.verbs.state;

import org.jspecify.annotations.NullMarked;
