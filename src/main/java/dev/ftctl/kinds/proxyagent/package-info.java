/// Proxy agents: through them connections reach what no other way leads to. It must not know any
/// other kind, nor where secrets go.
@NullMarked
package dev.ftctl.kinds.proxyagent;

import org.jspecify.annotations.NullMarked;
