/// How Fivetran reaches what it has to: private links, proxy agents, hybrid deployment agents. It
/// must not know other families.
@NullMarked
package dev.ftctl.sandbox.networking;

import org.jspecify.annotations.NullMarked;
