package dev.ftctl.kinds.sdkpackage;

import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.compare.Initial;
import dev.ftctl.kind.compare.Renames;
import dev.ftctl.kind.facet.Belonging;
import dev.ftctl.kind.facet.OfFile;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A package of the Connector SDK has no name in the account (fivetran-quirks 2.21): it is the one
/// that its connection names, else one that belongs to nobody and has the same bytes.
public final class SdkPackageDefinition implements KindDefinition, OfFile, Belonging {

  static final String SLUG = "sdk-package";
  static final String FILE = "file";
  static final String HASH = "file_sha256_hash";
  static final String PATH = "file_path";

  private static final String CONNECTOR = "connector";
  private static final String CONNECTION = "connection";

  /// How ZIP files begin; one without entries is none that runs.
  private static final String ZIP = "504b0304";

  private static final long MOST = 200L * 1024 * 1024;
  private static final int SHORT_HASH = 12;

  private static final FieldTable FIELDS =
      FieldTable.of(
              text(FILE).required().notClearable().names(),
              text(HASH).readOnly(),
              text(PATH).readOnly(),
              text(CONNECTION).readOnly())
          .ownedBy("spec of SdkPackage");

  private SdkPackageDefinition() {}

  /// Packages of the Connector SDK.
  public static Kind kind() {
    var definition = new SdkPackageDefinition();
    var turns = new java.util.concurrent.locks.ReentrantLock();
    return new Kind(definition, PackageReader::new, account -> new PackageWriter(account, turns));
  }

  @Override
  public String name() {
    return "SdkPackage";
  }

  @Override
  public String slug() {
    return SLUG;
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return FIELDS;
  }

  @Override
  public List<String> overview() {
    return List.of("connection_id", "updated_at", HASH);
  }

  @Override
  public Listing listing() {
    return Listing.ON_DEMAND;
  }

  @Override
  public Optional<OfFile> ofFile() {
    return Optional.of(this);
  }

  @Override
  public String file() {
    return FILE;
  }

  @Override
  public String hash() {
    return HASH;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public long most() {
    return MOST;
  }

  @Override
  public Optional<String> refusal(byte[] start) {
    boolean isZip =
        start.length > ZIP.length() / 2
            && HexFormat.of().formatHex(Arrays.copyOf(start, ZIP.length() / 2)).equals(ZIP);
    return isZip ? Optional.empty() : Optional.of("is no ZIP file with anything in it");
  }

  @Override
  public String place(String name) {
    return "packages/" + name + ".zip";
  }

  @Override
  public List<String> changes(Path before, Path after) {
    return ZipDifference.between(before, after).lines();
  }

  @Override
  public Optional<String> unkept(Path file) {
    return ZipEntries.unkept(file);
  }

  @Override
  public Optional<Belonging> belonging() {
    return Optional.of(this);
  }

  @Override
  public String user() {
    return CONNECTOR;
  }

  @Override
  public String userField() {
    return CONNECTION;
  }

  @Override
  public Optional<String> unattached(Resource wanted) {
    return Optional.of(wanted.spec().text(HASH))
        .filter(hash -> !hash.isEmpty())
        .map(SdkPackageDefinition::byHash);
  }

  @Override
  public String userOf(Live live) {
    return live.fields().text("connection_id");
  }

  @Override
  public List<Problem> check(Resource wanted) {
    return Renames.refused(wanted, "code is found by the connection that names it");
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return ids.idOf(wanted.spec().get(CONNECTION))
        .map(SdkPackageDefinition::byConnection)
        .or(() -> unattached(wanted));
  }

  static String identity(Value.Mapping live) {
    String connection = live.text("connection_id");
    return connection.isEmpty() ? byHash(live.text(HASH)) : byConnection(connection);
  }

  private static String byConnection(String id) {
    return "connection " + id;
  }

  private static String byHash(String hash) {
    return "sha256 " + hash.toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public Set<String> standsOn() {
    return Set.of("group", CONNECTOR);
  }

  @Override
  public boolean holdsWhatItStandsOn() {
    return false;
  }

  /// One that belongs to a connection goes by its name.
  @Override
  public Address liveAddress(Live live, Ids ids) {
    return ids.nameOf(CONNECTOR, userOf(live))
        .map(user -> user.withKind(SLUG))
        .orElseGet(() -> Address.of(SLUG, live.label()));
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    Value.Mapping spec = Initial.left(wanted);
    boolean isLeft = spec.get(FILE).isAbsent() || spec.text(HASH).isEmpty();
    if (isLeft || isSame(spec, live.fields())) {
      return Findings.NONE.plusUnchanged(1);
    }
    boolean isOthers = !live.fields().get(PackageReader.OTHERS).isAbsent();
    var change =
        new FieldChange(
            FieldPath.of(FILE),
            live.fields().get(HASH),
            spec.get(HASH),
            shown(live.fields()),
            spec.text(FILE) + " (" + shown(spec) + ")",
            isOthers ? FieldChange.Effect.REPLACE : FieldChange.Effect.SET,
            isOthers
                ? "somebody else's, which this key can't change: a new package takes its place"
                : "new code from the next sync");
    Findings findings = Findings.of(List.of(change));
    for (Value line : lines(live.fields())) {
      findings = findings.noting(line.asText());
    }
    return findings;
  }

  private static boolean isSame(Value.Mapping spec, Value.Mapping live) {
    boolean isSameHash = spec.text(HASH).equalsIgnoreCase(live.text(HASH));
    boolean isCompared = live.get(ZipDifference.FIELD) instanceof Value.Mapping;
    return isSameHash || isCompared && lines(live).isEmpty();
  }

  private static List<Value> lines(Value.Mapping live) {
    return Shape.elements(live.mapping(ZipDifference.FIELD).get("lines"));
  }

  private static String shown(Value.Mapping fields) {
    String hash = fields.text(HASH);
    return hash.isEmpty()
        ? "of unknown content"
        : "sha256 " + hash.substring(0, Math.min(SHORT_HASH, hash.length()));
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    Value.Mapping spec = wanted.spec();
    return Findings.of(
        List.of(
            new FieldChange(
                FieldPath.of(FILE),
                Value.ABSENT,
                spec.get(HASH),
                "",
                spec.text(FILE) + " (" + shown(spec) + ")",
                FieldChange.Effect.SET,
                "")));
  }
}
