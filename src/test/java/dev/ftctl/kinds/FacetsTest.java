package dev.ftctl.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.Facets;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.testing.Wanted;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is the matter of one kind stands in a facet, and whoever has a facet hands it out.
class FacetsTest {

  static List<KindDefinition> definitions() {
    return Wanted.KINDS.kinds().stream().map(Kind::definition).toList();
  }

  static Stream<Method> doors() {
    return Stream.of(Facets.class.getDeclaredMethods()).filter(method -> !method.isSynthetic());
  }

  @Test
  void coreHasNoDefaultThatOneKindOverrides() {
    List<String> features = features(KindDefinition.class, definitions());

    assertThat(features).isEmpty();
  }

  @Test
  void defaultThatOneKindOverridesIsSeen() {
    interface Core {
      default String plain() {
        return "";
      }

      default String special() {
        return "";
      }
    }
    record One() implements Core {
      @Override
      public String special() {
        return "one";
      }
    }
    record Other() implements Core {}

    List<String> features = features(Core.class, List.of(new One(), new Other()));

    assertThat(features).containsExactly("special");
  }

  @ParameterizedTest
  @MethodSource("doors")
  void doorOpensOnAContract(Method door) {
    assertThat(door.getReturnType()).isEqualTo(Optional.class);
    assertThat(facet(door)).isInterface();
    assertThat(facet(door).getPackageName()).startsWith(Facets.class.getPackageName());
  }

  @ParameterizedTest
  @MethodSource("doors")
  void kindsThatHaveAFacetHandItOut(Method door) throws ReflectiveOperationException {
    for (KindDefinition definition : definitions()) {
      var handedOut = (Optional<?>) door.invoke(definition);

      if (facet(door).isInstance(definition)) {
        assertThat(handedOut).as("%s of %s", door.getName(), definition.name()).isPresent();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("doors")
  void everyFacetIsSomeKinds(Method door) throws ReflectiveOperationException {
    var handedOut = new ArrayList<Object>();
    for (KindDefinition definition : definitions()) {
      ((Optional<?>) door.invoke(definition)).ifPresent(handedOut::add);
    }

    assertThat(handedOut).isNotEmpty().allMatch(facet(door)::isInstance);
  }

  /// The defaults of a contract that exactly one of those who keep it overrides.
  private static List<String> features(Class<?> contract, List<?> keepers) {
    return Stream.of(contract.getDeclaredMethods())
        .filter(Method::isDefault)
        .filter(method -> keepers.stream().filter(one -> overrides(one, method)).count() == 1)
        .map(Method::getName)
        .sorted()
        .toList();
  }

  private static boolean overrides(Object one, Method method) {
    try {
      return !one.getClass()
          .getMethod(method.getName(), method.getParameterTypes())
          .getDeclaringClass()
          .isInterface();
    } catch (NoSuchMethodException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Class<?> facet(Method door) {
    var type = (ParameterizedType) door.getGenericReturnType();
    return (Class<?>) type.getActualTypeArguments()[0];
  }
}
