/// The entry: what a shell starts, and the one place where outcomes and errors become exit codes.
/// It hands the list of kinds on to the commands. It knows no rule of manifests, plans or the API.
@NullMarked
package dev.ftctl;

import org.jspecify.annotations.NullMarked;
