package dev.ftctl.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Output;
import dev.ftctl.render.Json;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// JSON leaves by one door, [Output#document] (which [CommonFlags#print] leads to): no terminal
/// wraps it there, and no line of it gets the time. Commands don't write it by themselves.
final class DocumentDoorTest {

  private static final DescribedPredicate<JavaClass> COMMANDS =
      resideInAPackage(Rooms.ROOT + ".cli..");

  private static final String RENDER = Rooms.ROOT + ".render.";

  @Test
  void commandsWriteNoJsonThemselves() {
    classes().that(COMMANDS).should(writeNoJson()).check(Rooms.CLASSES);
  }

  @Test
  void commandsPrintNoDocumentAsLinesForPeople() {
    classes().that(COMMANDS).should(printNoDocumentAsLines()).check(Rooms.CLASSES);
  }

  @Test
  void rulesNoticeWhoGoesByAnotherDoor() {
    assertThat(complaints(writeNoJson())).anyMatch(line -> line.contains("Writing")).hasSize(1);
    assertThat(complaints(printNoDocumentAsLines()))
        .anyMatch(line -> line.contains("Lines.direct"))
        .anyMatch(line -> line.contains("Lines.byAnother"))
        .hasSize(2);
  }

  private static List<String> complaints(ArchCondition<JavaClass> rule) {
    JavaClasses wrong =
        new ClassFileImporter().importClasses(Writing.class, Lines.class, Documents.class);
    EvaluationResult found = classes().should(rule).evaluate(wrong);
    return found.getFailureReport().getDetails();
  }

  private static ArchCondition<JavaClass> writeNoJson() {
    return condition(
        "write no JSON by themselves",
        unit ->
            unit.getMethodCallsFromSelf().stream()
                .anyMatch(call ->
                    call.getTargetOwner().getPackageName().startsWith("com.fasterxml.jackson")
                        && call.getName().matches("writeValue.*|toPrettyString|toJsonString")));
  }

  private static ArchCondition<JavaClass> printNoDocumentAsLines() {
    return condition(
        "print no document as lines for people",
        unit ->
            calls(unit, Output.class, "result|outcome")
                && !calls(unit, Output.class, "document")
                && !calls(unit, CommonFlags.class, "print")
                && makesJson(unit));
  }

  /// Whether it makes the text of a document, itself or by another of its class.
  private static boolean makesJson(JavaCodeUnit unit) {
    return unit.getMethodCallsFromSelf().stream()
        .anyMatch(call -> isJson(call) || isOwn(call, unit) && textOfJson(call));
  }

  private static boolean isJson(JavaMethodCall call) {
    JavaClass owner = call.getTargetOwner();
    return owner.getName().startsWith(RENDER)
        && owner.getSimpleName().endsWith("Json")
        && isText(call.getTarget().getRawReturnType());
  }

  private static boolean isOwn(JavaMethodCall call, JavaCodeUnit unit) {
    return call.getTargetOwner().equals(unit.getOwner());
  }

  private static boolean textOfJson(JavaMethodCall call) {
    return isText(call.getTarget().getRawReturnType())
        && call.getTarget()
            .resolveMember()
            .filter(made ->
                made.getMethodCallsFromSelf().stream()
                    .anyMatch(inner -> isJson(inner) || isNode(inner.getTargetOwner())))
            .isPresent();
  }

  private static boolean isNode(JavaClass owner) {
    return owner.getPackageName().equals("com.fasterxml.jackson.databind.node");
  }

  private static boolean isText(JavaClass type) {
    return type.isEquivalentTo(String.class);
  }

  private static boolean calls(JavaCodeUnit unit, Class<?> owner, String names) {
    return unit.getMethodCallsFromSelf().stream()
        .anyMatch(
            call -> call.getTargetOwner().isEquivalentTo(owner) && call.getName().matches(names));
  }

  private static ArchCondition<JavaClass> condition(String words, Predicate<JavaCodeUnit> broken) {
    return new ArchCondition<>(words) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getCodeUnits().stream()
            .filter(broken)
            .forEach(unit -> events.add(SimpleConditionEvent.violated(unit, unit.getFullName())));
      }
    };
  }

  /// Writes by itself.
  private static final class Writing {
    String text() throws JsonProcessingException {
      return new JsonMapper().writeValueAsString(Json.object());
    }
  }

  /// Lets documents out as lines.
  private record Lines(Output output) {
    void direct() {
      output.result(Json.text(Json.object()));
    }

    void byAnother() {
      output.result(made());
    }

    private static String made() {
      return Json.object().put("a", 1) + "\n";
    }
  }

  /// As it is to be.
  private record Documents(Output output, CommonFlags flags) {
    void printed() {
      flags.print(output, Json.text(Json.object()));
    }

    void lines() {
      output.result("no document\n");
    }
  }
}
