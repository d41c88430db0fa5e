package feign.querymap;

import feign.QueryMapEncoder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Stands where Feign has a class of this name, which the packaged program leaves out. Feign makes
/// one as soon as it starts and uses it only for interfaces that say so; ours don't. Its own needs
/// `java.beans`, and with that the module of windows and fonts, 20 MB of each download (decision
/// 092).
public final class BeanQueryMapEncoder implements QueryMapEncoder {

  @Override
  public Map<String, Object> encode(@Nullable Object bean) {
    throw new UnsupportedOperationException("queries from beans");
  }
}
