/// `ftctl generate`: files for other tools, made of what manifests and account say.
@NullMarked
package dev.ftctl.cli.generate;

import org.jspecify.annotations.NullMarked;
