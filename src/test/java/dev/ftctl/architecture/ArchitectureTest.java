package dev.ftctl.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.AccountInfo;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.answer.Page;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.address.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rooms and what each may use; rooms that are not built yet pass.
final class ArchitectureTest {
  private static final String KINDS = Rooms.ROOT + ".kinds.(*)..";

  static Stream<String> rooms() {
    return Rooms.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void roomUsesOnlyWhatItMay(String room) {
    var allowed = new ArrayList<>(List.of(room));
    allowed.addAll(Rooms.all().getOrDefault(room, List.of()));

    check(
        classes()
            .that(resideInAPackage(Rooms.ROOT + "." + room + ".."))
            .should()
            .onlyDependOnClassesThat(foreign().or(resideInAnyPackage(Rooms.packages(allowed)))));
  }

  @Test
  void everyRoomIsKnown() {
    var known = new TreeSet<>(Rooms.all().keySet());
    known.addAll(List.of("cli", "kinds"));

    Stream<String> rooms =
        Rooms.CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(Rooms.ROOT + "."))
            .map(name -> name.substring(Rooms.ROOT.length() + 1).replaceFirst("[.].*", ""));

    assertThat(rooms.distinct()).isSubsetOf(known);
  }

  @Test
  void roomsFormNoCycle() {
    check(slices().matching(Rooms.ROOT + ".(*)..").should().beFreeOfCycles());
  }

  @Test
  void kindUsesOnlyTheEngineOfKindsAndTheCallsOfTheApi() {
    String[] allowed = Rooms.packages(List.of("kinds", "kind", "fivetran.api", "catalog", "model"));
    DescribedPredicate<JavaClass> asks =
        belongToAnyOf(Account.class, AccountInfo.class, Pages.class, Page.class);

    check(
        classes()
            .that(resideInAPackage(Rooms.ROOT + ".kinds.."))
            .should()
            .onlyDependOnClassesThat(foreign().or(resideInAnyPackage(allowed)).or(asks)));
  }

  @Test
  void kindsDoNotSeeOneAnother() {
    check(slices().matching(KINDS).should().notDependOnEachOther());
  }

  @Test
  void kindDoesNotSeeTheListOfKinds() {
    check(
        noClasses()
            .that(resideInAPackage(Rooms.ROOT + ".kinds.*.."))
            .should()
            .dependOnClassesThat(resideInAPackage(Rooms.ROOT + ".kinds")));
  }

  @Test
  void modelUsesOnlyTheJdk() {
    check(
        classes()
            .that(resideInAPackage(Rooms.ROOT + ".model.."))
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage("java..", "org.jspecify..", Rooms.ROOT + ".model..")));
  }

  @Test
  void simulatorUsesOnlyTheCatalogueAndThreeLibraries() {
    check(
        classes()
            .that(resideInAPackage(Rooms.ROOT + ".sandbox.."))
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "java..",
                    "javax.security.auth.x500..",
                    "org.jspecify..",
                    "org.slf4j..",
                    "com.fasterxml.jackson..",
                    "io.helidon..",
                    Rooms.ROOT + ".sandbox..",
                    Rooms.ROOT + ".files..",
                    Rooms.ROOT + ".catalog..")));
  }

  @Test
  void picocliStaysInTheCommands() {
    keepsTo("picocli..", in("cli").or(isEntry()));
  }

  @Test
  void progressBarsStayInOneClass() {
    keepsTo(
        "me.tongfei..",
        in("cli")
            .and(
                DescribedPredicate.describe(
                    "the bar", type -> type.getName().matches(".*[.]Bar([$].*)?"))));
    keepsTo(
        "org.jline..",
        in("render")
            .and(
                DescribedPredicate.describe(
                    "how wide letters are", type -> type.getName().endsWith(".English"))));
  }

  @Test
  void feignStaysInTheClient() {
    keepsTo("feign..", in("fivetran"));
  }

  @Test
  void yamlLibrariesStayInYaml() {
    keepsTo("org.snakeyaml..", in("yaml"));
    keepsTo("org.yaml..", in("yaml"));
    keepsTo("com.fasterxml.jackson.dataformat.yaml..", in("yaml"));
  }

  @Test
  void policyLanguageStaysInOneClass() {
    DescribedPredicate<JavaClass> theOne =
        in("manifest.policy")
            .and(
                DescribedPredicate.describe(
                    "the policy language",
                    type -> type.getName().matches(".*[.]PolicyLanguage([$].*)?")));
    keepsTo("dev.cel..", theOne);
    keepsTo("com.google..", theOne);
  }

  @Test
  void serverStaysInTheSimulatorAndThePlayground() {
    keepsTo("io.helidon..", in("sandbox").or(in("playground")));
  }

  @Test
  void madeUpPeopleAndBucketsStayInOneClassEach() {
    keepsTo("net.datafaker..", in("playground.data").and(called("People")));
    keepsTo("io.github.bucket4j..", in("playground.http").and(called("TokenBucket")));
  }

  @Test
  void onlyCommandsPrint() {
    check(
        noClasses()
            .that(DescribedPredicate.not(in("cli")))
            .should()
            .accessField(System.class, "out"));
  }

  @Test
  void onlyTheEntryLeavesTheProcess() {
    check(
        noClasses()
            .that(DescribedPredicate.not(isEntry()))
            .should()
            .callMethod(System.class, "exit", int.class));
    check(noClasses().should().callMethod(Runtime.class, "exit", int.class));
    check(
        noClasses()
            .that(DescribedPredicate.not(isEntry()))
            .should()
            .callMethod(Runtime.class, "halt", int.class));
  }

  /// Whoever takes an address apart and matches the parts has a rule of its own for what it covers.
  @Test
  void onlyAddressPatternsMatchAddresses() {
    check(
        noClasses()
            .that(dependsOn(Glob.class))
            .and(DescribedPredicate.not(belongsTo(AddressPattern.class)))
            .should()
            .callMethodWhere(
                DescribedPredicate.describe(
                    "of an address", call -> call.getTargetOwner().isEquivalentTo(Address.class))));
  }

  @Test
  void namesSayWhatThingsAre() {
    check(
        noClasses()
            .should()
            .haveNameMatching(
                ".*[.$](\\w*Util\\w*|\\w*(Helper|Manager|Service|Impl)|(Abstract|Base)[A-Z]\\w*)"));
  }

  private static void keepsTo(String library, DescribedPredicate<JavaClass> users) {
    check(
        noClasses()
            .that(DescribedPredicate.not(users))
            .should()
            .dependOnClassesThat(resideInAPackage(library)));
  }

  private static DescribedPredicate<JavaClass> called(String name) {
    return DescribedPredicate.describe(
        name, type -> type.getName().matches(".*[.]" + name + "([$].*)?"));
  }

  private static DescribedPredicate<JavaClass> foreign() {
    return resideOutsideOfPackage(Rooms.ROOT + "..");
  }

  private static DescribedPredicate<JavaClass> dependsOn(Class<?> other) {
    return DescribedPredicate.describe(
        "use " + other.getSimpleName(),
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(other)));
  }

  private static DescribedPredicate<JavaClass> belongsTo(Class<?> type) {
    return DescribedPredicate.describe(type.getSimpleName(), one -> one.isEquivalentTo(type));
  }

  private static DescribedPredicate<JavaClass> in(String room) {
    return resideInAPackage(Rooms.ROOT + "." + room + "..");
  }

  private static DescribedPredicate<JavaClass> isEntry() {
    return DescribedPredicate.describe(
        "the entry",
        type ->
            type.getPackageName().equals(Rooms.ROOT)
                && Set.of("Ftctl", "Commands").contains(type.getSimpleName()));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(Rooms.CLASSES);
  }
}
