/// What a comparison found: changed fields, risks, notes, problems. It must not know how they were
/// found, nor what will be done about them.
@NullMarked
package dev.ftctl.kind.finding;

import org.jspecify.annotations.NullMarked;
