/// Writes the reference of commands and fields as Markdown: from the commands' own description, and
/// from the JSON Schemas.
@NullMarked
package dev.ftctl.site.reference;

import org.jspecify.annotations.NullMarked;
