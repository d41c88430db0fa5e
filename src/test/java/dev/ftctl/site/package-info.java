/// Makes the documentation's web pages of the Markdown that is committed, of the commands and of
/// the catalogue. It must not know how anything of ftctl works, only what describes itself.
@NullMarked
package dev.ftctl.site;

import org.jspecify.annotations.NullMarked;
