package dev.ftctl.kinds.sdkpackage;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.SdkPackagesApi;
import dev.ftctl.fivetran.api.UsersApi;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.file.SpooledFile;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The list tells everything but what is in the packages. Where a document's file has another hash,
/// the live one is downloaded and compared with it, entry by entry.
record PackageReader(Account account) implements KindReader {

  /// Set where the package is somebody else's, and the key is none of an administrator's.
  static final String OTHERS = "is_others";

  private static final String ADMINISTRATOR = "Account Administrator";

  @Override
  public List<Live> list() {
    return Pages.all(api()::list).stream().map(PackageReader::live).toList();
  }

  @Override
  public Live details(Live light, Interest interest) {
    return interest instanceof Interest.Named(var wanted) ? compared(light, wanted.spec()) : light;
  }

  @Override
  public Optional<HeldFiles> files() {
    return Optional.of(this::file);
  }

  private SpooledFile file(RemoteId id) {
    return account.file("package " + id.value(), () -> api().download(id.value()));
  }

  private Live compared(Live light, Value.Mapping spec) {
    String hash = spec.text(SdkPackageDefinition.HASH);
    Value.Mapping live = light.fields();
    if (hash.isEmpty() || hash.equalsIgnoreCase(live.text(SdkPackageDefinition.HASH))) {
      return light;
    }
    ZipDifference difference;
    try (SpooledFile file = file(light.id())) {
      difference =
          ZipDifference.between(file.path(), Path.of(spec.text(SdkPackageDefinition.PATH)));
    }
    Value.Mapping known = live.with(ZipDifference.FIELD, difference.value());
    return light.withFields(
        !difference.isNone() && isOthers(live.text("created_by"))
            ? known.with(OTHERS, Value.bool(true))
            : known);
  }

  /// Where the key may not ask that, the API will say it.
  private boolean isOthers(String creator) {
    String own = account.info().userId();
    if (creator.isEmpty() || own.isEmpty() || creator.equals(own)) {
      return false;
    }
    try {
      String role = account.api(UsersApi.class).details(own).text("role");
      return !role.isEmpty() && !role.equals(ADMINISTRATOR);
    } catch (ApiException refused) {
      if (refused.failure().isDenied() || refused.failure().isNotFound()) {
        return false;
      }
      throw refused;
    }
  }

  private SdkPackagesApi api() {
    return account.api(SdkPackagesApi.class);
  }

  static Live live(Value.Mapping one) {
    String id = one.text("id");
    return new Live(
        SdkPackageDefinition.SLUG,
        new RemoteId(id),
        SdkPackageDefinition.identity(one),
        id,
        one,
        true);
  }
}
