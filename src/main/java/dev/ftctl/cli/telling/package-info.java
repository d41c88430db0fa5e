/// What a command says beside its result: progress, warnings, failures, the question before an
/// apply. It must not know any command.
@NullMarked
package dev.ftctl.cli.telling;

import org.jspecify.annotations.NullMarked;
