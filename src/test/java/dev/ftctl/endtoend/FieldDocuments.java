package dev.ftctl.endtoend;

import dev.ftctl.endtoend.FieldPlaces.Place;
import dev.ftctl.endtoend.FieldSamples.Said;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.testing.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The documents of one place: an object of its own, and what others can't share with it, since
/// that is what it is known by.
///
/// @param token which the names of all its objects hold
record FieldDocuments(Place place, String token) {

  private static final List<String> FANNED_OUT = List.of("connector", "schema-settings");

  /// The documents before the field is changed.
  String before() {
    return documents(said(true));
  }

  /// The same with another value in the field.
  String after() {
    return documents(said(false));
  }

  /// The same as afterwards, of the object of that id.
  String afterOf(String id) {
    Said said = said(false);
    Map<String, Object> beside = new LinkedHashMap<>(said.beside());
    beside.put("id", id);
    return documents(new Said(said.value(), beside));
  }

  /// The documents without the field.
  String bare() {
    return documents(new Said("", Map.of()), place.variant(), true);
  }

  /// Where its own object stands.
  String address() {
    return address(token);
  }

  /// Where what the document means afterwards stands: settings go by the name of their connection.
  String addressAfter() {
    return place.key().equals("schema-settings connector") ? address(token + "b") : address();
  }

  private String address(String token) {
    String slug = place.kind().slug();
    return slug
        + "/"
        + name(slug, token)
        + (FANNED_OUT.contains(slug) || slug.equals("sdk-package") ? "@g" : "");
  }

  static String name(String slug, String token) {
    return switch (slug) {
      case "account-log" -> "account";
      case "user" -> token + "@example.com";
      default -> token;
    };
  }

  private boolean isOfVariant() {
    return place.path().equals(List.of(FieldPlaces.by(place.kind())));
  }

  /// What makes an object one of its own is said another way; another service is said with what it
  /// takes.
  private Said said(boolean isBefore) {
    if (FieldSamples.rows().contains(place.key())) {
      return sampled(isBefore);
    }
    if (isOfVariant()) {
      String is = text(base(place.variant()).get(FieldPlaces.by(place.kind())));
      String other =
          FieldPlaces.variants(place.kind()).stream()
              .filter(each -> !each.equals(is))
              .findFirst()
              .orElseThrow();
      return new Said(isBefore ? is : other, Map.of());
    }
    String own =
        at(own(place.kind().slug(), token, base(place.variant()))) instanceof String text
                && !text.endsWith("_before")
            ? text
            : "";
    boolean isNamed = place.is(Trait.IDENTITY) && place.field().shape() instanceof Shape.TextShape;
    if (own.contains(token) || isNamed) {
      String is = own.contains(token) ? own : token;
      return new Said(isBefore ? is : is.replace(token, token + "b"), Map.of());
    }
    return sampled(isBefore);
  }

  private Said sampled(boolean isBefore) {
    return isBefore ? FieldSamples.before(place, token) : FieldSamples.after(place, token);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private String documents(Said said) {
    return documents(said, isOfVariant() ? text(said.value()) : place.variant(), false);
  }

  private String documents(Said said, String variant, boolean isBare) {
    String slug = place.kind().slug();
    Map<String, Object> spec = own(slug, token, base(variant));
    if (place.path().getFirst().equals("destination_schema")) {
      spec = with(spec, List.of("config"), Map.of("host", "b.example.com"));
    }
    for (var more : said.beside().entrySet()) {
      spec = with(spec, List.of(more.getKey()), more.getValue());
    }
    var documents = new LinkedHashMap<String, String>();
    put(documents, slug, token, isBare ? spec : with(spec, place.path(), said.value()));
    referred()
        .ifPresent(ref -> {
          stand(documents, ref.slug(), said(true).value());
          stand(documents, ref.slug(), said(false).value());
        });
    return String.join("---\n", documents.values());
  }

  private Optional<Shape.Ref> referred() {
    return switch (place.field().shape()) {
      case Shape.Ref ref -> Optional.of(ref);
      case Shape.SetOf(Shape.Ref ref) -> Optional.of(ref);
      default -> Optional.empty();
    };
  }

  /// What is referred to, unless the plain project has it. A project of transformations stands on a
  /// destination.
  private void stand(Map<String, String> documents, String slug, Object referred) {
    String name = text(referred instanceof List<?> list ? list.getFirst() : referred);
    if (name.equals(PlainDocuments.name(slug))) {
      return;
    }
    boolean needsMore = place.kind().slug().equals("transformation-project");
    String what = needsMore ? "destination" : slug;
    String its = name.replace("@example.com", "");
    put(documents, what, its, own(what, its, PlainDocuments.spec(what)));
  }

  /// A document, after those that it can't share.
  private static void put(
      Map<String, String> documents, String slug, String token, Map<String, Object> spec) {
    switch (slug) {
      case "destination", "external-log" -> putOwn(documents, "group", token);
      case "api-key" -> putOwn(documents, "user", token);
      case "schema-settings" -> putOwn(documents, "connector", token);
      case "transformation-project" -> putOwn(documents, "destination", token);
      default -> {}
    }
    KindDefinition kind = OneOfEach.kind(slug);
    Map<String, Object> metadata = new LinkedHashMap<>(Map.of("name", name(slug, token)));
    if (kind.handsOutOnce().isPresent()) {
      metadata.put("handout", "all");
    }
    documents.put(
        slug + "/" + name(slug, token),
        GrammarPlaces.json(Map.of("kind", kind.name(), "metadata", metadata, "spec", spec)) + "\n");
    if (slug.equals("sdk-package")) {
      documents.put(
          "its connector",
          GrammarPlaces.json(
                  Map.of(
                      "kind",
                      "Connector",
                      "metadata",
                      Map.of("name", token),
                      "spec",
                      Map.of(
                          "service",
                          "connector_sdk",
                          "groups",
                          List.of("g"),
                          "paused",
                          true,
                          "config",
                          Map.of("schema", token, "package", token))))
              + "\n");
    }
  }

  private static void putOwn(Map<String, String> documents, String slug, String token) {
    put(documents, slug, token, own(slug, token, PlainDocuments.spec(slug)));
  }

  /// The plain spec; of another service or type with every member that it may have.
  private Map<String, Object> base(String variant) {
    KindDefinition kind = place.kind();
    var spec = new LinkedHashMap<>(PlainDocuments.spec(kind.slug()));
    String by = FieldPlaces.by(kind);
    if (variant.isEmpty() || variant.equals(spec.get(by))) {
      return spec;
    }
    FieldTable plain = kind.fields(Wanted.mapping(spec));
    spec.put(by, variant);
    if (kind.slug().equals("private-link")) {
      spec.put("region", FieldSamples.regions(variant).getFirst());
    }
    for (Field field : kind.fields(Wanted.mapping(Map.of(by, variant))).all()) {
      if (field.shape() instanceof Shape.Nested nested
          && !field.is(Trait.LOCAL)
          && !plain.field(field.name()).equals(Optional.of(field))) {
        spec.put(field.name(), FieldSamples.members(nested.table(), token, true));
      }
    }
    return spec;
  }

  /// The spec with what makes it an object of its own.
  private static Map<String, Object> own(String slug, String token, Map<String, Object> spec) {
    return switch (slug) {
      case "destination", "external-log" -> with(spec, List.of("group"), token);
      case "api-key" -> with(spec, List.of("user"), name("user", token));
      case "schema-settings" -> with(spec, List.of("connector"), token);
      case "connector" -> named(spec, token);
      case "webhook" -> with(spec, List.of("url"), "https://hooks.example.com/" + token);
      case "user" ->
          with(with(spec, List.of("email"), name("user", token)), List.of("family_name"), token);
      case "transformation-project" ->
          with(
              with(spec, List.of("group"), token),
              List.of("project_config", "git_remote_url"),
              "git@git.example:" + token);
      case "transformation" ->
          "QUICKSTART".equals(spec.get("type"))
              ? with(spec, List.of("transformation_config", "package_name"), token)
              : spec;
      case "sdk-package" -> with(spec, List.of("file"), token + ".zip");
      default -> spec;
    };
  }

  /// With the keys that name a connection of the service.
  private static Map<String, Object> named(Map<String, Object> spec, String token) {
    Map<String, Object> named = spec;
    Field config =
        OneOfEach.kind("connector").fields(Wanted.mapping(spec)).field("config").orElseThrow();
    for (Field field : ((Shape.Nested) config.shape()).table().all()) {
      if (field.is(Trait.IDENTITY)) {
        named = with(named, List.of("config", field.name()), token);
      }
    }
    return named;
  }

  private @Nullable Object at(Map<String, Object> spec) {
    Object at = spec;
    for (String name : place.path()) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return at;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> with(
      Map<String, Object> spec, List<String> path, Object value) {
    var more = new LinkedHashMap<>(spec);
    String name = path.getFirst();
    more.put(
        name,
        path.size() == 1
            ? value
            : with(
                spec.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of(),
                path.subList(1, path.size()),
                value));
    return more;
  }
}
