/// `ftctl connector`: manifests made of connections that are there already. No rules live here.
@NullMarked
package dev.ftctl.cli.connector;

import org.jspecify.annotations.NullMarked;
