package dev.ftctl.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A small account that answers well, but for one call, to which it says one hostile answer; over
/// raw sockets, so that the answer may be anything.
public final class HostileServer implements AutoCloseable {

  /// `{{thief}}` of an answer: another server, which must never be asked.
  private final ServerSocket thief = socket();

  private final ServerSocket socket = socket();
  private final HostileAnswer answer;
  private final Map<String, String> account;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger hostile = new AtomicInteger();
  private final AtomicInteger stolen = new AtomicInteger();

  /// @param call answered so, `GET /groups`; with a `*` at its end all that begin so
  /// @param account bodies by call; what is not there is an empty list
  public HostileServer(HostileAnswer answer, Map<String, String> account) {
    this.answer = answer;
    this.account = account;
    Thread.ofVirtual().start(() -> serve(socket, this::talk));
    Thread.ofVirtual().start(() -> serve(thief, client -> stolen.incrementAndGet()));
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /// What was asked, as `GET /groups`.
  public List<String> asked() {
    return asked;
  }

  /// Connections to the other server.
  public int stolen() {
    return stolen.get();
  }

  private interface Talk {
    void with(Socket client) throws IOException;
  }

  private void serve(ServerSocket server, Talk talk) {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        open.add(client);
        Thread.ofVirtual()
            .start(() -> {
              try {
                talk.with(client);
              } catch (IOException gone) {
                open.remove(client);
              }
            });
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in = new BufferedInputStream(client.getInputStream());
    String head = head(in);
    String length = head.replaceFirst("(?is).*\ncontent-length: *(\\d+).*", "$1");
    if (!length.equals(head)) {
      in.readNBytes(Integer.parseInt(length));
    }
    String[] words = head.split(" ", 3);
    String call = words[0] + " " + words[1].replaceFirst("[?].*", "").replaceFirst("^/v1", "");
    asked.add(call);
    if (covers(call)) {
      answer.say(
          client,
          Map.of(
              "n", hostile.incrementAndGet() + "",
              "thief", "http://127.0.0.1:" + thief.getLocalPort()));
      return;
    }
    byte[] body =
        account
            .getOrDefault(call, "{\"code\":\"Success\",\"data\":{\"items\":[]}}")
            .getBytes(StandardCharsets.UTF_8);
    String said =
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\n"
            + "Content-Length: %d\r\n\r\n".formatted(body.length);
    client.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
    client.getOutputStream().write(body);
    client.close();
  }

  private boolean covers(String call) {
    String wanted = answer.call();
    return wanted.endsWith("*")
        ? call.startsWith(wanted.substring(0, wanted.length() - 1))
        : call.equals(wanted);
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("gone");
      }
      head.write(octet);
    }
    return head.toString(StandardCharsets.UTF_8);
  }

  private static ServerSocket socket() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
      thief.close();
      for (Socket client : open) {
        client.close();
      }
    } catch (IOException ignored) {
      // It is gone already.
    }
  }
}
