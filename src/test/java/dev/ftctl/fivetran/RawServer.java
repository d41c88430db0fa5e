package dev.ftctl.fivetran;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Says the same bytes to every request, however wrong they are, and then closes, resets or keeps
/// silent.
final class RawServer implements AutoCloseable {

  private final ServerSocket socket;
  private final String answer;
  private final Ending ending;
  private final AtomicInteger requests = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  enum Ending {
    CLOSE,
    RESET,
    SILENCE
  }

  RawServer(String answer, Ending ending) {
    this.answer = answer;
    this.ending = ending;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
    Thread.ofVirtual().start(this::serve);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  int requests() {
    return requests.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> talk(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try {
      readHead(client);
      requests.incrementAndGet();
      client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      client.getOutputStream().flush();
      if (ending == Ending.RESET) {
        client.setSoLinger(true, 0);
      }
      if (ending != Ending.SILENCE) {
        client.close();
      }
    } catch (IOException gone) {
      open.remove(client);
    }
  }

  private static void readHead(Socket client) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = client.getInputStream().read();
      if (octet < 0) {
        throw new IOException("gone");
      }
      head.append((char) octet);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket client : open) {
      client.close();
    }
  }
}
