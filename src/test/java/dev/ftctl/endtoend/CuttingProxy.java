package dev.ftctl.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// What stands between a client and a server and cuts one exchange at a byte, of the request or of
/// its answer. All else goes through.
final class CuttingProxy implements AutoCloseable {

  private final ServerSocket server;
  private final int port;
  private final String begin;
  private volatile int ofRequest = -1;
  private volatile int ofAnswer = -1;

  /// @param begin of the request that is cut: `POST /v1/groups`
  CuttingProxy(URI target, String begin) throws IOException {
    this.port = target.getPort();
    this.begin = begin;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /// The next such request ends after so many bytes.
  void cutRequest(int bytes) {
    ofRequest = bytes;
  }

  /// The answer to the next such request does.
  void cutAnswer(int bytes) {
    ofAnswer = bytes;
  }

  /// Whether what was to be cut was.
  boolean isSpent() {
    return ofRequest < 0 && ofAnswer < 0;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), port)) {
      int[] left = {Integer.MAX_VALUE};
      Thread.ofVirtual().start(() -> answers(upstream, client, left));
      requests(client, upstream, left);
    } catch (IOException ended) {
      // Either side hung up.
    }
  }

  private void requests(Socket client, Socket upstream, int[] answer) throws IOException {
    InputStream in = client.getInputStream();
    OutputStream out = upstream.getOutputStream();
    byte[] some = new byte[64 * 1024];
    int left = Integer.MAX_VALUE;
    for (int count = in.read(some); count >= 0; count = in.read(some)) {
      String text = new String(some, 0, count, StandardCharsets.ISO_8859_1);
      if (text.startsWith(begin)) {
        left = ofRequest >= 0 ? ofRequest : left;
        answer[0] = ofAnswer >= 0 ? ofAnswer : answer[0];
        ofRequest = -1;
        ofAnswer = -1;
      }
      // The server serves who calls it by its own name.
      byte[] sent =
          text.replace("Host: 127.0.0.1:" + server.getLocalPort(), "Host: 127.0.0.1:" + port)
              .getBytes(StandardCharsets.ISO_8859_1);
      out.write(sent, 0, Math.min(sent.length, left));
      out.flush();
      left = left == Integer.MAX_VALUE ? left : left - Math.min(sent.length, left);
      if (left == 0) {
        return;
      }
    }
  }

  private static void answers(Socket upstream, Socket client, int[] left) {
    try (client;
        upstream) {
      InputStream in = upstream.getInputStream();
      byte[] some = new byte[64 * 1024];
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        client.getOutputStream().write(some, 0, Math.min(count, left[0]));
        client.getOutputStream().flush();
        if (left[0] != Integer.MAX_VALUE) {
          return;
        }
      }
    } catch (IOException ended) {
      // Either side hung up.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
