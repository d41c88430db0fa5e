/// What the account has otherwise than the manifests, sorted by what that means, and what was told
/// of it before. It must not know how it is printed, nor read or change anything of the account.
@NullMarked
package dev.ftctl.drift;

import org.jspecify.annotations.NullMarked;
