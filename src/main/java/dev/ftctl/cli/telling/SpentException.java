package dev.ftctl.cli.telling;

import java.util.function.Supplier;

/// The memory or the stack ran out. Java would print a trace and leave with 1, as if nothing had
/// been changed.
public final class SpentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private SpentException(String message, VirtualMachineError spent) {
    super(message, spent);
  }

  /// Runs what may use up either.
  ///
  /// @throws SpentException when it does
  public static <T> T instead(Supplier<T> command) {
    try {
      return command.get();
    } catch (OutOfMemoryError spent) {
      throw new SpentException("the memory ran out", spent);
    } catch (StackOverflowError spent) {
      throw new SpentException("something is nested too deeply", spent);
    }
  }

  static String advice() {
    return "Look at what is largest (manifests, files that they name, answers of the API); to give"
        + " ftctl more memory set FTCTL_JAVA_OPTS=-Xmx2g.";
  }
}
