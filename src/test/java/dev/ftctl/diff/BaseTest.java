package dev.ftctl.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Wanted;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the manifests of before tell beside those of now.
class BaseTest {

  private static final Resource HOOK = Wanted.of("webhook/pager", Map.of("url", "https://a.test"));

  @Test
  void resourceThatIsNotDescribedAnyMoreWasDropped() {
    Resource group = Wanted.of("group/prod", Map.of("name", "prod"));

    Base base = base(List.of(HOOK, group), List.of(group));

    assertThat(base.dropped()).containsExactly(HOOK);
  }

  @Test
  void whatWasAbsentOrOnlyReferredToWasNotDropped() {
    Base base =
        base(
            List.of(
                Wanted.absent(HOOK),
                Situation.existing(Wanted.of("group/prod", Map.of("name", "prod")))),
            List.of());

    assertThat(base.dropped()).isEmpty();
  }

  @Test
  void protectionOutlivesTheDocument() {
    Base base = base(List.of(Wanted.shielded(HOOK)), List.of());

    assertThat(base.protection().covers(HOOK.address())).isTrue();
  }

  @Test
  void secretFromAnotherSourceIsRotated() {
    Base base = base(List.of(signed("env:OLD", "same")), List.of(signed("env:NEW", "same")));

    assertThat(base.rotated())
        .containsOnly(Map.entry(HOOK.address(), "a secret comes from elsewhere than at --base"));
  }

  @Test
  void anotherTextFromTheSameSourceIsNotSeen() {
    Base base = base(List.of(signed("env:OLD", "one")), List.of(signed("env:OLD", "two")));

    assertThat(base.rotated()).isEmpty();
  }

  @Test
  void ownerOfAPartThatSaysSomethingElseIsReloaded() {
    Base base = base(List.of(settings("ALLOW_ALL")), List.of(settings("BLOCK_ALL")));

    assertThat(base.reloaded()).containsExactly(connector());
  }

  @Test
  void partThatSaysTheSameReloadsNothing() {
    Base base = base(List.of(settings("ALLOW_ALL")), List.of(settings("ALLOW_ALL")));

    assertThat(base.reloaded()).isEmpty();
  }

  @Test
  void changeOfWhatIsNoPartReloadsNothing() {
    Resource moved = Wanted.of("webhook/pager", Map.of("url", "https://b.test"));

    assertThat(base(List.of(HOOK), List.of(moved)).reloaded()).isEmpty();
  }

  private static Base base(List<Resource> then, List<Resource> now) {
    return Base.of(
        "HEAD",
        Lab.desired(then.toArray(Resource[]::new)),
        Lab.desired(now.toArray(Resource[]::new)),
        Wanted.KINDS);
  }

  private static Resource signed(String source, String text) {
    return Wanted.of(
        "webhook/pager", Map.of("url", "https://a.test", "secret", Wanted.secret(source, text)));
  }

  private static Resource settings(String policy) {
    return Wanted.of(
        "schema-settings/orders@prod",
        Map.of("connector", "orders@prod", "schema_change_handling", policy));
  }

  private static Address connector() {
    return Address.parse("connector/orders@prod", slug -> slug.equals("connector")).orElseThrow();
  }
}
