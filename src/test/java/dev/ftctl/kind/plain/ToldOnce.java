package dev.ftctl.kind.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.files.Disk;
import dev.ftctl.handout.CommandSink;
import dev.ftctl.handout.FileSink;
import dev.ftctl.handout.Sink;
import dev.ftctl.handout.SinkHandouts;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindReader;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.handout.Handouts;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/// A collection with one agent at most, a run against it in which something fails, and the next.
final class ToldOnce {

  private static final KindDefinition AGENTS = Wanted.KINDS.ofSlug("proxy-agent").definition();
  private static final Resource WANTED =
      Wanted.of("proxy-agent/dc1", Map.of("display_name", "dc1"));
  private static final String MARK = "CANARY-";

  private final Path home;
  private final MortalHome mortal;
  private final Path sink;
  private final Random random;
  private final String seed;
  private final boolean isCommand;
  private final boolean renews;
  private final List<String> calls = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private Optional<Value.Mapping> live = Optional.empty();
  private int made;
  private int runs;
  private int failures;

  ToldOnce(Path home, Random random, String seed) {
    this.home = home;
    this.mortal = new MortalHome(home);
    this.sink = home.resolve("sink.json");
    this.random = random;
    this.seed = seed;
    this.isCommand = random.nextInt(40) == 0;
    this.renews = random.nextBoolean();
  }

  static Live key() {
    Value.Mapping fields = Value.Mapping.EMPTY.with("name", Value.text("ci"));
    return new Live("system-key", new RemoteId("k"), "ci", "ci", fields, true);
  }

  static Intent intent(Handouts handouts) {
    Intent plain = Intent.PLAIN;
    return new Intent(
        plain.rotation(),
        plain.reloads(),
        plain.setupTests(),
        plain.isOld(),
        plain.lookups(),
        handouts,
        plain.renewal(),
        Instant.EPOCH);
  }

  /// With an object that is there already where something is made anew.
  void firstRun() throws IOException {
    if (renews) {
      run(Disk.REAL, false);
      calls.clear();
    }
    failures = 1 + random.nextInt(2);
    boolean isUnopenable = random.nextInt(8) == 0;
    if (isUnopenable) {
      Files.writeString(home.resolve("blocked"), "");
    }
    int room = random.nextInt(700);
    int kind = random.nextInt(5);
    Disk disk =
        switch (kind) {
          case 0 -> MortalHome.full("sink", room);
          case 1 -> MortalHome.full("proxy-agent", room);
          case 2 -> MortalHome.full("", room);
          case 3 -> mortal.killing(room);
          default -> Disk.REAL;
        };
    run(disk, renews);
    if (isUnopenable) {
      assertThat(calls).as(seed).isEmpty();
      Files.delete(home.resolve("blocked"));
    }
  }

  void nextRun() throws IOException {
    failures = 0;
    run(Disk.REAL, false);
  }

  private void run(Disk disk, boolean isRotation) throws IOException {
    Handouts handouts =
        new SinkHandouts(
            address -> Optional.of(sink(disk)),
            Files.exists(home.resolve("blocked"))
                ? home.resolve("blocked")
                : home.resolve("reserve"),
            "account",
            disk,
            Clock.fixed(Instant.ofEpochSecond(++runs), ZoneOffset.UTC),
            new Redaction());
    var writer = new HandoutWriter(AGENTS, AGENTS.handsOutOnce().orElseThrow(), reader(), calls());
    Intent intent = intent(handouts);
    var ids = new Ids();
    try {
      Change change = change(ids, intent, isRotation);
      said.add(change.findings().notes().toString());
      if (!(change instanceof Change.Keep keep) || keep.findings().followUp()) {
        said.add(writer.run(new Step(change, StepName.UPDATE, false), ids, intent).toString());
      }
    } catch (ApiException | RefusedException told) {
      said.add(String.valueOf(told.getMessage()));
    } catch (MortalHome.Killed killed) {
      mortal.restore();
    }
  }

  private Change change(Ids ids, Intent intent, boolean isRotation) {
    if (live.isEmpty()) {
      return new Change.Create(WANTED, Findings.NONE);
    }
    Live there = reader().list().getFirst();
    Intent asked =
        isRotation
            ? new Intent(
                intent.rotation(),
                intent.reloads(),
                intent.setupTests(),
                intent.isOld(),
                intent.lookups(),
                intent.handouts(),
                address -> "asked",
                Instant.EPOCH)
            : intent;
    Findings findings = AGENTS.compare(WANTED, there, ids, asked);
    return findings.hasChanges()
        ? new Change.Update(WANTED, there, findings, false)
        : new Change.Keep(WANTED, there, findings);
  }

  private Sink sink(Disk disk) {
    return isCommand
        ? new CommandSink(
            "vault",
            List.of(
                "sh",
                "-c",
                "umask 077; x=$(cat) && [ -n \"$x\" ] && printf '%s' \"$x\" > sink.json"),
            home,
            Map.of("PATH", System.getenv("PATH")),
            new CommandSink.Patience(Duration.ofMillis(1), Duration.ofSeconds(20)))
        : new FileSink(sink, disk);
  }

  private KindReader reader() {
    return new KindReader() {
      @Override
      public List<Live> list() {
        return live.stream()
            .map(fields ->
                new Live(
                    "proxy-agent", new RemoteId(fields.text("id")), "dc1", "dc1", fields, true))
            .toList();
      }

      @Override
      public Live details(Live light, Interest interest) {
        return light;
      }
    };
  }

  private HandoutCalls calls() {
    return HandoutCalls.withoutUpdate(
        body ->
            answered(
                "create",
                () -> {
                  assertThat(live).as(seed).isEmpty();
                  return made("id" + ++made);
                }),
        (id, body) -> answered("renew", () -> made(id)),
        id -> live = Optional.empty(),
        true);
  }

  private Value.Mapping made(String id) {
    String secret = MARK + ++made;
    live =
        Optional.of(
            Value.Mapping.EMPTY.with("id", Value.text(id)).with("token", Value.text(secret)));
    var told = new LinkedHashMap<String, Value>();
    AGENTS.handsOutOnce().orElseThrow().told().forEach(name -> told.put(name, Value.text(secret)));
    return Value.Mapping.of(told).with("id", Value.text(id));
  }

  /// An answer, which may be lost before or after the call was carried out; so may be the run.
  private Value.Mapping answered(String call, Supplier<Value.Mapping> doing) {
    calls.add(call);
    int fate = failures-- > 0 ? random.nextInt(6) : 5;
    if (fate == 1 || fate == 3) {
      Value.Mapping lost = doing.get();
      calls.add(call + " without an answer for " + lost.text("id"));
    }
    if (fate <= 1) {
      throw lost();
    }
    if (fate <= 3) {
      throw mortal.killed();
    }
    return doing.get();
  }

  private static ApiException lost() {
    return new ApiException(new ApiFailure("POST", "/v1/proxy", 0, "", "reset", true));
  }

  /// One object, and the sink has what is in force, for its owner alone; nobody else has any of it.
  void assertSettled() throws IOException {
    String story = seed + " " + calls + " " + said;
    assertThat(live).as(story).isPresent();
    assertThat(sink).as(story).isRegularFile();
    assertThat(Files.readString(sink))
        .as(story)
        .contains('"' + live.orElseThrow().text("token") + '"');
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sink)))
        .as(story)
        .isEqualTo("rw-------");
    // A run that was killed in the first line of its reserve had sent nothing yet.
    Map<Path, String> left = mortal.files();
    left.values().removeIf(text -> !text.contains("\n") && !text.contains(MARK));
    left.remove(sink);
    assertThat(left).as(story).isEmpty();
    assertThat(said).as(story).noneMatch(text -> text.contains(MARK));
  }
}
