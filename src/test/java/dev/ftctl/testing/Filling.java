package dev.ftctl.testing;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Fills the placeholders of a scaffold with made-up values, and uncomments everything.
public final class Filling {

  private static final Pattern COMMENTED = Pattern.compile("^( +)# (.*)$");
  private static final Pattern PLACEHOLDER = Pattern.compile("\"\\$\\{(var|env):(\\w+)}\"");

  private final Random random;

  public Filling(long seed) {
    random = new Random(seed);
  }

  /// @param group that the placeholder of the group becomes
  public String in(String scaffold, String service, String group) {
    // A tunnel beside another way to connect would contradict itself.
    String consistent =
        scaffold.contains("tunnel_host")
            ? scaffold.replaceAll(
                "connection_type: \\w+(?=.* SshTunnel)", "connection_type: SshTunnel")
            : scaffold;
    return consistent
            .lines()
            .map(line -> line(line, service, group))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private String line(String line, String service, String group) {
    Matcher commented = COMMENTED.matcher(line);
    String active = commented.matches() ? commented.group(1) + commented.group(2) : line;
    boolean isNumber = active.contains("whole number") || active.endsWith("# number");
    boolean isNaming = active.contains("# names the connection");
    Matcher places = PLACEHOLDER.matcher(active);
    return places.replaceAll(place -> {
      String name = place.group(2);
      if (place.group(1).equals("env")) {
        String said = isNumber ? number() : "secret" + number();
        return Matcher.quoteReplacement("\"${env:" + name + ":-" + said + "}\"");
      }
      String value =
          name.equals("group")
              ? group
              : isNaming ? name + "_" + service : isNumber ? number() : "v" + number();
      return "\"" + value + "\"";
    });
  }

  private String number() {
    return String.valueOf(1000 + random.nextInt(9000));
  }
}
