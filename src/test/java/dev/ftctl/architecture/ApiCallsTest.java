package dev.ftctl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.ftctl.fivetran.answer.Skim;
import feign.RequestLine;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The calls of the API: one place for each.
final class ApiCallsTest {
  private static final List<JavaMethod> CALLS =
      Rooms.CLASSES.stream()
          .flatMap(type -> type.getMethods().stream())
          .filter(method -> method.isAnnotatedWith(RequestLine.class))
          .toList();

  @Test
  void callsStandInTheInterfacesOfTheirCollections() {
    List<JavaClass> owners = CALLS.stream().map(JavaMethod::getOwner).distinct().toList();

    assertThat(owners)
        .isNotEmpty()
        .allSatisfy(owner -> {
          assertThat(owner.getPackageName()).isEqualTo(Rooms.ROOT + ".fivetran.api");
          assertThat(owner.getSimpleName()).endsWith("Api");
        });
  }

  /// But for those whose path nobody knows before, and an answer of which others keep something
  /// else.
  @Test
  void everyCallStandsOnce() {
    List<String> requests =
        CALLS.stream()
            .filter(call -> call.getAnnotationOfType(RequestLine.class).value().contains("/"))
            .map(call ->
                call.getAnnotationOfType(RequestLine.class)
                        .value()
                        .replaceFirst("[?].*", "")
                        .replaceAll("[{]\\w+}", "{}")
                    + call.tryGetAnnotationOfType(Skim.class)
                        .map(skim -> " without " + List.of(skim.dropping()))
                        .orElse(""))
            .toList();

    assertThat(requests).contains("GET /v1/connections/{}").doesNotHaveDuplicates();
  }
}
