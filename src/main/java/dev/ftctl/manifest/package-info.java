/// From files to resources: located tree → variables, defaults, expansion, binding to the kinds'
/// tables; or every problem at once. It must not know any kind by name, the account, or how
/// problems are printed.
@NullMarked
package dev.ftctl.manifest;

import org.jspecify.annotations.NullMarked;
