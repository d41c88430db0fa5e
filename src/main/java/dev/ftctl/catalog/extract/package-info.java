/// Makes the catalogue's lines from Fivetran's OpenAPI document and our supplement to it. Whoever
/// has a newer document runs it again; the program at run time only reads its lines. It must not
/// know how the lines are read, nor copy any prose of the document.
@NullMarked
package dev.ftctl.catalog.extract;

import org.jspecify.annotations.NullMarked;
