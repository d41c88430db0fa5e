package dev.ftctl.fivetran;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.fivetran.http.WriteObserver;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// An account used by many threads.
final class ThreadsTest {

  private static final int CALLS = 60;

  @Test
  void keepsNoMoreRequestsInFlightThanAllowed() throws Exception {
    try (var server = new ScriptedServer();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server.takesMillis(5);
      var fixture = new Fixture(server.url());
      List<Callable<Value.Mapping>> calls = new ArrayList<>();
      for (int call = 0; call < CALLS; call++) {
        var step = Address.of("connector", "c" + call);
        String id = "c" + call;
        calls.add(() ->
            fixture.account.forStep(step, WriteObserver.NONE).api(SampleApi.class).connection(id));
      }

      List<Future<Value.Mapping>> done = threads.invokeAll(calls);

      assertThat(done).allSatisfy(each -> assertThat(each.state()).isEqualTo(Future.State.SUCCESS));
      assertThat(server.mostAtOnce()).isBetween(2, 4);
      assertThat(fixture.account.requestCount()).isEqualTo(CALLS);
      assertThat(server.asked()).extracting(ScriptedServer.Asked::target).doesNotHaveDuplicates();
    }
  }

  @Test
  void stopsAtOnceWhenInterrupted() throws IOException, InterruptedException {
    try (var server = new RawServer("", RawServer.Ending.SILENCE)) {
      var fixture = new Fixture(server.url());
      List<String> said = new CopyOnWriteArrayList<>();
      Thread reader =
          Thread.ofVirtual()
              .start(() -> {
                said.add(Fixture.failureOf(() -> fixture.api().connection("id")).message());
                said.add("interrupted: " + Thread.currentThread().isInterrupted());
              });
      Awaitility.await().until(() -> server.requests() == 1);

      reader.interrupt();
      reader.join();

      assertThat(said).containsExactly("interrupted", "interrupted: true");
      assertThat(server.requests()).isEqualTo(1);
    }
  }
}
