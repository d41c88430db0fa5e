package dev.ftctl.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One row of `hostile/answers.tsv`: an answer that no client should trust, and what comes of it.
///
/// @param name what is odd about it
/// @param call that is answered so, as `GET /groups`
/// @param text in the language that `hostile/README.md` tells
/// @param plan exit code of a plan that meets it
/// @param apply exit code of an apply that meets it
/// @param words that the user is told
public record HostileAnswer(
    String name, String call, String text, int plan, int apply, String words) {

  private static final Pattern PART =
      Pattern.compile("\\\\x([0-9A-F]{2})|\\\\([rntzh])|\\{\\{(.*?)}}", Pattern.DOTALL);

  private static final Path CORPUS = Path.of("src/test/resources/hostile/answers.tsv");

  public static List<HostileAnswer> all() {
    try {
      return Files.readAllLines(CORPUS).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t+", -1))
          .map(row ->
              new HostileAnswer(
                  row[0],
                  row[1],
                  row[2],
                  Integer.parseInt(row[3]),
                  Integer.parseInt(row[4]),
                  row[5]))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Whether it is what it says at any place, not about one call.
  public boolean isOfAnyCall() {
    return !text.contains("{{n}}") && !name.startsWith("list:");
  }

  /// Says it, and does with the connection what it says at its end.
  ///
  /// @param names what stands for `{{name}}`
  void say(Socket client, Map<String, String> names) throws IOException {
    OutputStream out = client.getOutputStream();
    String whole = text.matches("(?s)(\\{\\{for ever )?HTTP/.*") ? text : headed(text);
    Matcher part = PART.matcher(whole);
    int from = 0;
    while (part.find()) {
      out.write(whole.substring(from, part.start()).getBytes(StandardCharsets.UTF_8));
      from = part.end();
      if (part.group(1) != null) {
        out.write(Integer.parseInt(part.group(1), 16));
      } else if (part.group(3) != null) {
        generate(out, part.group(3), names);
      } else if (!end(client, part.group(2).charAt(0))) {
        return;
      }
    }
    out.write(whole.substring(from).getBytes(StandardCharsets.UTF_8));
    out.flush();
    client.close();
  }

  /// `STATUS [Name: text; …] | body` as an answer that ends with its connection.
  private static String headed(String brief) {
    String[] parts = brief.split(" \\| ", 2);
    String[] head = parts[0].split(" ", 2);
    String headers = head.length < 2 ? "" : head[1].replace("; ", "\\r\\n") + "\\r\\n";
    String type = headers.contains("Content-Type") ? "" : "Content-Type: application/json\\r\\n";
    return "HTTP/1.1 "
        + head[0]
        + " Said\\r\\nConnection: close\\r\\n"
        + type
        + headers
        + "\\r\\n"
        + (parts.length > 1 ? parts[1] : "");
  }

  private static void generate(OutputStream out, String rule, Map<String, String> names)
      throws IOException {
    Matcher repeat = Pattern.compile("(\\d+|for ever) (.*)", Pattern.DOTALL).matcher(rule);
    if (rule.startsWith("drip ")) {
      while (true) {
        out.write(rule.substring("drip ".length()).getBytes(StandardCharsets.UTF_8));
        out.flush();
        LockSupport.parkNanos(20_000_000);
      }
    }
    if (!repeat.matches()) {
      out.write(names.getOrDefault(rule, "?").getBytes(StandardCharsets.UTF_8));
      return;
    }
    boolean isEndless = repeat.group(1).equals("for ever");
    long times = isEndless ? Long.MAX_VALUE : Long.parseLong(repeat.group(1));
    String text = repeat.group(2).replace("\\r\\n", "\r\n");
    int atOnce = (int) Math.max(1, Math.min(times, 64 * 1024 / text.length()));
    byte[] block = text.repeat(atOnce).getBytes(StandardCharsets.UTF_8);
    for (long said = 0; said < times; said += atOnce) {
      int left = (int) Math.min(atOnce, times - said);
      out.write(block, 0, block.length / atOnce * left);
    }
  }

  /// @return whether more is to be said
  private static boolean end(Socket client, char sign) throws IOException {
    switch (sign) {
      case 'r' -> client.getOutputStream().write('\r');
      case 'n' -> client.getOutputStream().write('\n');
      case 't' -> client.getOutputStream().write('\t');
      case 'z' -> {
        client.getOutputStream().flush();
        client.setSoLinger(true, 0);
        client.close();
        return false;
      }
      default -> {
        client.getOutputStream().flush();
        return false;
      }
    }
    return true;
  }
}
