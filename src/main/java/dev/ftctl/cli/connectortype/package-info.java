/// The commands of `ftctl connector-type`: what services exist and what their configuration needs.
/// No rules live here.
@NullMarked
package dev.ftctl.cli.connectortype;

import org.jspecify.annotations.NullMarked;
