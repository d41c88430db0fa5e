package dev.ftctl.cli.check;

import dev.ftctl.check.ManifestTest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.model.address.Glob;
import dev.ftctl.model.address.Near;
import java.util.List;

/// Which tests `--filter` means; without one, all.
record NameFilter(List<String> filters) {

  /// @throws UnknownPathException when a filter means none
  List<ManifestTest> of(List<ManifestTest> tests) {
    for (String filter : filters) {
      if (tests.stream().noneMatch(test -> isMeant(test, filter))) {
        String hint = Near.hint(filter, tests.stream().map(ManifestTest::name).toList());
        throw new UnknownPathException(
            "--filter " + filter + ": no test is called so" + (hint.isEmpty() ? "" : "; " + hint));
      }
    }
    return tests.stream()
        .filter(
            test -> filters.isEmpty() || filters.stream().anyMatch(filter -> isMeant(test, filter)))
        .toList();
  }

  private static boolean isMeant(ManifestTest test, String filter) {
    return Glob.isGlob(filter)
        ? new Glob(filter).matches(test.name())
        : test.name().contains(filter);
  }
}
