package dev.ftctl.crash;

import dev.ftctl.crash.Incident.Arrival;
import dev.ftctl.crash.Incident.Moment;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stands between one run and the simulator, counts the requests, and lets one [Incident] happen.
final class Gate implements AutoCloseable {

  private static final Pattern LENGTH =
      Pattern.compile("\r\ncontent-length: *(\\d+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern HOST = Pattern.compile("\r\nhost:[^\r]*", Pattern.CASE_INSENSITIVE);
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final int upstream;
  private final Incident incident;
  private final ServerSocket door;
  private final Set<Socket> callers = ConcurrentHashMap.newKeySet();
  private final AtomicInteger seen = new AtomicInteger();
  private final AtomicBoolean hasHappened = new AtomicBoolean();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Gate(URI simulator, Incident incident) throws IOException {
    this.upstream = simulator.getPort();
    this.incident = incident;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::receive);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  boolean hasHappened() {
    return hasHappened.get();
  }

  /// Hangs up on the caller: connections are cut, new ones refused. What was sent on already is
  /// still carried out, as it would be for a caller that died.
  void shut() {
    closeQuietly(door);
    callers.forEach(Gate::closeQuietly);
  }

  /// Returns when the simulator has answered everything that was sent on.
  @Override
  public void close() {
    shut();
    threads.close();
  }

  private void receive() {
    try {
      while (true) {
        Socket caller = door.accept();
        callers.add(caller);
        threads.execute(() -> carry(caller));
      }
    } catch (IOException shut) {
      // How a door that was closed tells it; callers that came in meanwhile are cut as well.
      callers.forEach(Gate::closeQuietly);
    }
  }

  private void carry(Socket caller) {
    try (caller;
        var simulator = new Socket(InetAddress.getLoopbackAddress(), upstream)) {
      var requests = new BufferedInputStream(caller.getInputStream());
      var answers = new BufferedInputStream(simulator.getInputStream());
      while (true) {
        byte[] request = message(requests);
        boolean isStruck = isStruck(request);
        if (!passes(isStruck, Moment.BEFORE) || door.isClosed()) {
          return;
        }
        simulator.getOutputStream().write(forwarded(request));
        byte[] answer = message(answers);
        if (!passes(isStruck, Moment.AFTER)) {
          return;
        }
        caller.getOutputStream().write(answer);
      }
    } catch (IOException hungUp) {
      // One of the two has gone, which is what this is about.
    }
  }

  /// To the name under which the simulator answers.
  private byte[] forwarded(byte[] request) {
    String text = new String(request, StandardCharsets.ISO_8859_1);
    return HOST.matcher(text)
        .replaceFirst("\r\nHost: 127.0.0.1:" + upstream)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private boolean isStruck(byte[] request) {
    String head = new String(request, StandardCharsets.ISO_8859_1);
    var arrival =
        new Arrival(seen.getAndIncrement(), head.substring(0, head.indexOf(" HTTP/1.1\r\n")));
    return incident.strikes().test(arrival) && hasHappened.compareAndSet(false, true);
  }

  private boolean passes(boolean isStruck, Moment moment) {
    return !isStruck || incident.moment() != moment || incident.event().letsPass(this);
  }

  /// One whole request or answer, as bytes.
  private static byte[] message(InputStream in) throws IOException {
    var message = new ByteArrayOutputStream();
    String head = "";
    while (!head.endsWith(END_OF_HEAD)) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      message.write(next);
      if (next == '\n') {
        head = message.toString(StandardCharsets.ISO_8859_1);
      }
    }
    Matcher length = LENGTH.matcher(head);
    if (length.find()) {
      int bytes = Integer.parseInt(length.group(1));
      byte[] body = in.readNBytes(bytes);
      if (body.length < bytes) {
        throw new EOFException();
      }
      message.writeBytes(body);
    } else if (head.toLowerCase(Locale.ROOT).contains("transfer-encoding")) {
      throw new IllegalStateException("the gate carries no chunks: " + head);
    }
    return message.toByteArray();
  }

  private static void closeQuietly(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception gone) {
      // Nothing is left to close.
    }
  }
}
