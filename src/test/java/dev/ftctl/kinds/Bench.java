package dev.ftctl.kinds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.catalog.Catalog;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.http.AccountOptions;
import dev.ftctl.fivetran.http.Credentials;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.sandbox.Sandbox;
import dev.ftctl.sandbox.SandboxOptions;
import dev.ftctl.testing.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One simulator and the kinds, driven a resource at a time, as the walk does it.
final class Bench implements AutoCloseable {

  private final Sandbox sandbox;
  private final Account account;
  private final KindList kinds = Kinds.all(Catalog.bundled());
  private final Ids ids = new Ids();

  Bench() {
    this(SandboxOptions.inMemory());
  }

  Bench(SandboxOptions options) {
    try {
      sandbox = Sandbox.start(options);
    } catch (IOException unstartable) {
      throw new UncheckedIOException(unstartable);
    }
    account =
        Account.open(
            new AccountOptions(
                sandbox.url(),
                new Credentials(sandbox.apiKey(), sandbox.apiSecret()),
                true,
                4,
                Duration.ofSeconds(10),
                new Redaction(),
                line -> {}));
  }

  /// A document: `wanted("group/prod", "{name: 'prod'}")`.
  static Resource wanted(String address, String spec) {
    Address named = Address.parse(address, kind -> kind.equals("connector")).orElseThrow();
    return new Resource(
        named,
        Metadata.named(named.name()),
        Values.mapping(spec),
        SourceLocation.of("manifests/x.yaml", 1, 1));
  }

  /// The same document, saying `moved_from`.
  static Resource moved(Resource wanted, String from) {
    var metadata =
        new Metadata(
            wanted.metadata().name(),
            java.util.Map.of(),
            false,
            false,
            false,
            List.of(),
            0,
            from,
            List.of());
    return new Resource(wanted.address(), metadata, wanted.spec(), wanted.place());
  }

  Ids ids() {
    return ids;
  }

  Account account() {
    return account;
  }

  Kind kind(Resource wanted) {
    return kinds.ofSlug(wanted.address().kind());
  }

  /// The live object, in detail; its id becomes known.
  Optional<Live> find(Resource wanted) {
    var definition = kind(wanted).definition();
    var reader = kind(wanted).reader(account);
    Optional<String> identity = definition.identity(wanted, ids);
    Optional<String> former =
        definition.moves().flatMap(moves -> moves.formerIdentity(wanted, ids));
    Optional<Live> light =
        reader.list().stream()
            .filter(live ->
                Optional.of(live.identity()).equals(identity)
                    || Optional.of(live.identity()).equals(former))
            .findFirst();
    light.ifPresent(live -> ids.put(wanted.address(), live.id()));
    return light.map(live -> reader.details(live, new Interest.Named(wanted)));
  }

  Live read(Resource wanted) {
    return find(wanted).orElseThrow();
  }

  StepResult create(Resource wanted) {
    Findings findings = kind(wanted).definition().creation(wanted, ids);
    return run(new Change.Create(wanted, findings));
  }

  Findings compare(Resource wanted) {
    return kind(wanted).definition().compare(wanted, read(wanted), ids, Intent.PLAIN);
  }

  StepResult update(Resource wanted) {
    Live live = read(wanted);
    Findings findings = kind(wanted).definition().compare(wanted, live, ids, Intent.PLAIN);
    return run(new Change.Update(wanted, live, findings, false));
  }

  StepResult delete(Resource wanted) {
    Live live = read(wanted);
    return run(
        new Change.Delete(wanted.address(), live, wanted.place(), "absent: true", Findings.NONE));
  }

  /// The fields that differ, as `path: from → to`.
  List<String> differences(Resource wanted) {
    return compare(wanted).fields().stream()
        .map(change -> change.path() + ": " + change.from() + " → " + change.to())
        .toList();
  }

  void forgetRequests() {
    sandbox.control().forgetRequests();
  }

  /// The writes since the last [#forgetRequests], as `PATCH /v1/groups/x {"name":"y"}`.
  List<String> writes() {
    return sandbox.requests().stream()
        .filter(request -> !request.method().equals("GET"))
        .map(request ->
            request.method()
                + " "
                + request.path()
                + (request.body().isMissingNode() ? "" : " " + request.body()))
        .toList();
  }

  /// Sets fault rules, as lenient JSON.
  void faults(String rules) {
    try {
      sandbox.control().faults(JsonMapper.builder().build().readTree(rules.replace('\'', '"')));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(rules, malformed);
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }

  private StepResult run(Change change) {
    List<Step> steps =
        kinds.ofSlug(change.address().kind()).definition().steps(change, Intent.PLAIN);
    StepResult last = StepResult.DONE;
    for (Step step : steps) {
      last = kinds.ofSlug(change.address().kind()).writer(account).run(step, ids, Intent.PLAIN);
    }
    return last;
  }
}
