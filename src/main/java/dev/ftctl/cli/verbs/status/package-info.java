/// `ftctl status`: the health of connections, once or again and again.
@NullMarked
package dev.ftctl.cli.verbs.status;

import org.jspecify.annotations.NullMarked;
