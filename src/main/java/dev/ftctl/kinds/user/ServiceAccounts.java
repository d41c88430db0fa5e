package dev.ftctl.kinds.user;

import dev.ftctl.kind.Lookalikes;
import dev.ftctl.kind.Namesakes;
import dev.ftctl.kind.access.Access;
import dev.ftctl.kind.facet.Entitled;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is different with a service account: nobody is invited, and where it has no e-mail it is
/// its given and its family name, which the API takes twice (fivetran-quirks 2.7).
final class ServiceAccounts implements Namesakes, Lookalikes, Entitled {

  static final String TYPE = "user_type";
  static final String PERSON = "REGULAR_USER";
  static final String SERVICE_ACCOUNT = "SERVICE_ACCOUNT";

  static final ServiceAccounts FACET = new ServiceAccounts();

  private static final List<String> NAMES = List.of("given_name", "family_name");

  private ServiceAccounts() {}

  static boolean is(Value.Mapping user) {
    return user.text(TYPE).equals(SERVICE_ACCOUNT);
  }

  /// What it is called; empty where it is called nothing.
  static String label(Value.Mapping user) {
    return NAMES.stream()
        .map(name -> user.text(name).strip())
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /// No e-mail has a space.
  static String key(Value.Mapping user) {
    String label = label(user);
    return label.isEmpty() ? "" : "service account " + label;
  }

  static boolean hasKey(Live live) {
    return is(live.fields()) && live.fields().text("has_api_key").equals("true");
  }

  /// A person whose e-mail is none: most likely a service account that does not say so.
  static Optional<Problem> unlikely(Resource person) {
    String email = person.spec().text(UserDefinition.EMAIL);
    return email.isEmpty() || email.contains("@") || person.metadata().isAbsent()
        ? Optional.empty()
        : Optional.of(
            Problem.warning(
                person.place(),
                "unknown-value",
                person.address().toString(),
                "its e-mail would be '" + email + "', which is none",
                "write spec.email, or of a machine user_type: SERVICE_ACCOUNT"));
  }

  /// Without an e-mail or an id its names alone tell which one is meant.
  static List<Problem> check(Resource wanted) {
    Stream<Problem> moved =
        wanted.metadata().movedFrom().isEmpty()
            ? Stream.of()
            : Stream.of(
                Problem.error(
                    wanted.place(),
                    "cannot-move",
                    wanted.address().toString(),
                    "says `moved_from`, which a service account has no use for",
                    "take `moved_from` out; to rename it, say with spec.id which one is meant"));
    boolean isToldOtherwise =
        !wanted.spec().text("email").isBlank() || !wanted.spec().text("id").isBlank();
    return Stream.concat(
            moved,
            NAMES.stream()
                .filter(name -> !isToldOtherwise && wanted.spec().get(name).isBlank())
                .map(name -> missing(wanted, name)))
        .toList();
  }

  private static Problem missing(Resource wanted, String name) {
    return Problem.error(
        wanted.place(),
        "missing-field",
        wanted.address().toString(),
        "is a service account without an e-mail, and says no " + name,
        "add spec." + name + ": the two names tell which account is meant");
  }

  /// The findings with an error where the live one is of the other type, or a service account of
  /// another e-mail: no call changes either.
  static Findings typed(Findings findings, Resource wanted, Live live) {
    Findings typed = fixed(findings, TYPE, wanted, live);
    return is(wanted.spec()) ? fixed(typed, UserDefinition.EMAIL, wanted, live) : typed;
  }

  private static Findings fixed(Findings findings, String field, Resource wanted, Live live) {
    String said = wanted.spec().text(field);
    String there = live.fields().text(field);
    boolean isTold = field.equals(UserDefinition.EMAIL) || !there.isEmpty();
    return said.isEmpty() || !isTold || said.strip().equalsIgnoreCase(there)
        ? findings
        : findings.failing(
            Problem.error(
                wanted.spec().placeOf(field),
                "cannot-change",
                wanted.address().toString(),
                "says "
                    + field
                    + " "
                    + said
                    + ", and that of "
                    + live.label()
                    + " (id "
                    + live.id()
                    + ") is "
                    + (there.isEmpty() ? "empty" : there)
                    + ": no call changes it",
                "write what the account has, or describe another user"));
  }

  @Override
  public boolean mayBeTwice(Resource wanted) {
    return is(wanted.spec()) && wanted.spec().text("email").isBlank();
  }

  /// Which of two is meant only a person can tell: other systems may run on the key of either.
  @Override
  public Optional<Live> counting(List<Live> namesakes, Collection<Live> listed) {
    return Optional.empty();
  }

  @Override
  public boolean holds(Live one, Collection<Live> listed) {
    return true;
  }

  @Override
  public String noun() {
    return "service account";
  }

  /// A person is an e-mail, of which Fivetran takes no second one.
  @Override
  public Optional<String> neighbourhood(Resource wanted, Ids ids) {
    return is(wanted.spec()) ? Optional.of(key(wanted.spec())) : Optional.empty();
  }

  @Override
  public String neighbourhood(Live other) {
    return is(other.fields()) ? key(other.fields()) : other.identity();
  }

  @Override
  public String insteadOf(List<Live> alike, Ids ids) {
    String email = alike.getFirst().fields().text("email");
    return email.isEmpty()
        ? "take `email` out, as the account has it without one"
        : "write `email: " + email + "`, as the account has it";
  }

  @Override
  public Finder among(List<Live> others) {
    Map<String, List<Live>> byName =
        others.stream().collect(Collectors.groupingBy(this::neighbourhood));
    return (wanted, ids, most) ->
        neighbourhood(wanted, ids)
            .map(name -> byName.getOrDefault(name, List.of()).stream().limit(most).toList())
            .orElse(List.of());
  }

  @Override
  public Optional<Problem> refusal(Resource wanted, Found around) {
    return is(wanted.spec())
        ? around.listed().stream()
            .filter(user -> user.kind().equals("user") && is(user.fields()))
            .filter(user -> user.id().value().equals(user.fields().text(Access.OWNER)))
            .findFirst()
            .map(asker ->
                Problem.error(
                    wanted.place(),
                    "not-entitled",
                    wanted.address().toString(),
                    "can't be made with this API key: it is of the service account "
                        + asker.label()
                        + ", and Fivetran lets no service account make another",
                    "run this apply with the key of a person who administers the account"))
        : Optional.empty();
  }
}
