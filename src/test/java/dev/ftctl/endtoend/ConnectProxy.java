package dev.ftctl.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A proxy that tunnels whatever it is asked for to one server of this machine, and keeps the heads
/// that it was told.
final class ConnectProxy implements AutoCloseable {

  private final ServerSocket socket;
  private final int server;
  private final String wanted;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile String refusal = "";

  /// @param server port that tunnels end at
  /// @param wanted header line without which nobody is let through; empty for all
  ConnectProxy(int server, String wanted) {
    this.server = server;
    this.wanted = wanted;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
    Thread.ofVirtual().start(this::serve);
  }

  ConnectProxy refusing(String status) {
    refusal = status;
    return this;
  }

  String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  List<String> heads() {
    return heads;
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
      String head = head(client);
      heads.add(head);
      String said = answer(head);
      client.getOutputStream().write((said + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      if (!said.contains(" 200 ")) {
        client.close();
        return;
      }
      var onward = new Socket(InetAddress.getLoopbackAddress(), server);
      open.add(onward);
      Thread.ofVirtual().start(() -> pour(onward, client));
      pour(client, onward);
    } catch (IOException gone) {
      open.remove(client);
    }
  }

  private String answer(String head) {
    if (!refusal.isEmpty()) {
      return "HTTP/1.1 " + refusal + " Refused\r\nContent-Length: 0";
    }
    return head.contains(wanted)
        ? "HTTP/1.1 200 Connected"
        : "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0";
  }

  private static void pour(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // One side is done.
    }
  }

  private static String head(Socket client) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = client.getInputStream().read();
      if (octet < 0) {
        throw new IOException("gone");
      }
      head.append((char) octet);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket one : open) {
      one.close();
    }
  }
}
