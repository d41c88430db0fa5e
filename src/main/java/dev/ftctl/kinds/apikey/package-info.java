/// API keys of service accounts: with them machines log in. It must not know any other kind, nor
/// where secrets go.
@NullMarked
package dev.ftctl.kinds.apikey;

import org.jspecify.annotations.NullMarked;
