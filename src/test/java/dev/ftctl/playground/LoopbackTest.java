package dev.ftctl.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nobody but this machine gets an answer: F13-7.
final class LoopbackTest {

  private static final int PATIENCE_MILLIS = 2000;

  @Test
  void F13_7_otherAddressesOfThisMachineAreRefused() throws IOException {
    try (var practice = Practice.usual()) {
      int port = practice.playground().url().getPort();

      for (InetAddress address : others()) {
        assertThatThrownBy(() -> connect(address, port))
            .as("%s", address)
            .isInstanceOf(IOException.class);
      }
      connect(InetAddress.getByName("127.0.0.1"), port);
    }
  }

  /// Another one of loopback, which is there on Linux, and those of all interfaces.
  private static List<InetAddress> others() throws IOException {
    var others = new ArrayList<InetAddress>();
    others.add(InetAddress.getByName("127.0.0.2"));
    NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
        .forEach(others::add);
    assertThat(others).isNotEmpty();
    return others;
  }

  private static void connect(InetAddress address, int port) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
    }
  }
}
