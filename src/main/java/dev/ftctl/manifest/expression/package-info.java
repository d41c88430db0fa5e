/// `${…}` inside values: parsing, evaluating, what each source may say, confidential texts. It must
/// not know where in a document a value stands.
@NullMarked
package dev.ftctl.manifest.expression;

import org.jspecify.annotations.NullMarked;
