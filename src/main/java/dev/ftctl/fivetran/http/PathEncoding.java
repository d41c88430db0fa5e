package dev.ftctl.fivetran.http;

import dev.ftctl.fivetran.answer.AnswerEnvelope;
import feign.Contract;
import feign.DefaultContract;
import feign.MethodMetadata;
import feign.Param;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Feign's own reading of an interface, with every `@Param` percent-encoded in full and the return
/// types checked.
///
/// Left to itself Feign keeps `/` in a path value, and takes a value that looks encoded already
/// (`a%20b`, a legal table name) for one that is.
final class PathEncoding implements Contract {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  // Every step of every account has its own view, over the same few interfaces: reading one takes
  // longer than a call, and nothing changes what was read.
  private static final Map<Class<?>, List<MethodMetadata>> KNOWN = new ConcurrentHashMap<>();

  private final Contract contract = new DefaultContract();

  @Override
  public List<MethodMetadata> parseAndValidateMetadata(Class<?> type) {
    return KNOWN.computeIfAbsent(type, this::read);
  }

  private List<MethodMetadata> read(Class<?> type) {
    List<MethodMetadata> methods = contract.parseAndValidateMetadata(type);
    methods.forEach(PathEncoding::encodeInFull);
    return methods;
  }

  private static void encodeInFull(MethodMetadata method) {
    if (!AnswerEnvelope.canReturn(method.returnType())) {
      throw new IllegalArgumentException(
          method.configKey()
              + " must return a Page, a Value.Mapping, an Envelope, a SpooledFile or nothing");
    }
    method.template().decodeSlash(false);
    var expanders = new HashMap<Integer, Param.Expander>();
    for (Integer index : method.indexToName().keySet()) {
      expanders.put(index, value -> encode(value.toString()));
      method.indexToEncoded().put(index, true);
    }
    method.indexToExpander(expanders);
  }

  static String encode(String text) {
    var encoded = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet > 0 && UNRESERVED.indexOf(octet) >= 0) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(String.format("%02X", octet));
      }
    }
    return encoded.toString();
  }
}
