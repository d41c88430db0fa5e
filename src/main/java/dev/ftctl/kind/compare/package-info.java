/// The shared engine over tables: what differs between wanted and live, which bodies mend it, when
/// secrets are due. It must not know any kind, nor how calls are sent.
@NullMarked
package dev.ftctl.kind.compare;

import org.jspecify.annotations.NullMarked;
