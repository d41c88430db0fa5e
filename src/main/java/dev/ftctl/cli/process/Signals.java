package dev.ftctl.cli.process;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Which signal ends the process: a shutdown hook isn't told.
///
/// By reflection, since the JDK has signals only in a package that its compiler warns of; where it
/// lacks that, every signal counts as Ctrl-C.
public final class Signals {

  private Signals() {}

  /// Tells of the signal before the JVM does with it what it always does.
  public static void watch(Consumer<ExitCode> told) {
    watch("INT", () -> told.accept(ExitCode.INTERRUPTED));
    watch("TERM", () -> told.accept(ExitCode.TERMINATED));
  }

  private static void watch(String name, Runnable told) {
    try {
      Class<?> signals = Class.forName("sun.misc.Signal");
      Class<?> handlers = Class.forName("sun.misc.SignalHandler");
      Object signal = signals.getConstructor(String.class).newInstance(name);
      Method handle = signals.getMethod("handle", signals, handlers);
      var watching = new Watching(told, handlers.getMethod("handle", signals));
      Object mine =
          Proxy.newProxyInstance(handlers.getClassLoader(), new Class<?>[] {handlers}, watching);
      Object earlier = Objects.requireNonNull(handle.invoke(null, signal, mine));
      watching.earlier = earlier;
      if (earlier.equals(handlers.getField("SIG_IGN").get(null))) {
        // Started to ignore it, as `nohup` and `&` have it.
        handle.invoke(null, signal, earlier);
      }
    } catch (ReflectiveOperationException | IllegalArgumentException unknown) {
      // Nobody is told then.
    }
  }

  private static final class Watching implements InvocationHandler {

    private final Runnable told;
    private final Method handle;
    private volatile @Nullable Object earlier;

    Watching(Runnable told, Method handle) {
      this.told = told;
      this.handle = handle;
    }

    // A proxy is equal to itself alone.
    @SuppressWarnings("ReferenceEquality")
    @Override
    public @Nullable Object invoke(
        Object proxy, Method method, @Nullable Object @Nullable [] arguments)
        throws ReflectiveOperationException {
      if (method.getName().equals("handle") && arguments != null) {
        told.run();
        if (earlier != null) {
          handle.invoke(earlier, arguments);
        }
        return null;
      }
      return switch (method.getName()) {
        case "hashCode" -> System.identityHashCode(this);
        case "equals" -> arguments != null && arguments[0] == proxy;
        default -> "watching";
      };
    }
  }
}
