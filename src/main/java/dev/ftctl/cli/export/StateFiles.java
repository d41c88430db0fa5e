package dev.ftctl.cli.export;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.Wire;
import dev.ftctl.cli.process.Run;
import dev.ftctl.export.terraform.Instance;
import dev.ftctl.export.terraform.Names;
import dev.ftctl.export.terraform.Sketches;
import dev.ftctl.export.terraform.StateFile;
import dev.ftctl.files.BoundedFile;
import dev.ftctl.files.Reasons;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.AccountInfo;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.KindReader;
import dev.ftctl.manifest.project.Environment;
import dev.ftctl.model.Live;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.render.English;
import dev.ftctl.walk.Described;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The files that Terraform wrote, and the account where they lack a name.
final class StateFiles {

  private static final int MOST = 500_000_000;
  private static final int FORBIDDEN = 403;

  private final Run run;
  private final CommonFlags common;
  private final AccountFlags accounts;
  private Optional<AccountInfo> account = Optional.empty();

  StateFiles(Run run, CommonFlags common, AccountFlags accounts) {
    this.run = run;
    this.common = common;
    this.accounts = accounts;
  }

  /// Whose account was asked; empty while none was.
  Optional<AccountInfo> account() {
    return account;
  }

  /// @throws dev.ftctl.model.problem.ManifestException for a file that is no state
  Sketches read(List<String> files, Described described, KindList kinds) {
    var managed = new ArrayList<Instance>();
    var sources = new ArrayList<Instance>();
    int others = 0;
    for (String file : files) {
      StateFile state = StateFile.read(file.equals("-") ? "stdin" : file, text(file));
      managed.addAll(state.managed());
      sources.addAll(state.read());
      others += state.others();
    }
    tell(managed, others);
    Names names = Names.of(managed, sources);
    Sketches sketches = Sketches.of(kinds, managed, names);
    if (sketches.carried().missing().isEmpty()) {
      return sketches;
    }
    ask(sketches, names, described, kinds);
    return account.isPresent() ? Sketches.of(kinds, managed, names) : sketches;
  }

  private void tell(List<Instance> managed, int others) {
    if (others > 0 && !common.isQuiet) {
      run.output()
          .tell(English.count(others, "instance") + " of other providers: left to Terraform");
    }
    var providers =
        managed.stream().map(Instance::provider).collect(Collectors.toCollection(TreeSet::new));
    if (providers.size() > 1) {
      run.output()
          .tell(
              "warning: the resources use "
                  + providers.size()
                  + " configurations of the provider ("
                  + providers.stream()
                      .map(alias -> alias.isEmpty() ? "the usual one" : alias)
                      .collect(Collectors.joining(", "))
                  + "): where these are several accounts, each needs a project of its own");
    }
  }

  /// Without a key what has no name stays so; one that was given and is refused ends the run, since
  /// whoever gave it means the account to be asked.
  private void ask(Sketches sketches, Names names, Described described, KindList kinds) {
    Environment environment = described.project().environment();
    if (!accounts.isKeyGiven(run, environment)) {
      return;
    }
    try (AccountFlags.Opened opened =
        accounts.open(run, false, Wire.of(run, common), environment)) {
      Account asked = opened.account();
      described.requireAccount(asked);
      account = Optional.of(asked.info());
      var slugs = new TreeSet<>(sketches.carried().missing());
      if (slugs.contains("connector")) {
        slugs.add("group");
      }
      slugs.forEach(slug -> list(kinds.ofSlug(slug).reader(asked), slug).forEach(names::put));
    }
  }

  /// A list that is closed to the key tells no names: what lacks them is told as not carried.
  private List<Live> list(KindReader reader, String slug) {
    try {
      return reader.list();
    } catch (ApiException refused) {
      if (refused.failure().status() != FORBIDDEN || !refused.failure().isDenied()) {
        throw refused;
      }
      run.output()
          .tell(
              "warning: this key may not see the list of "
                  + slug
                  + ", so that it tells no names: "
                  + refused.failure());
      return List.of();
    }
  }

  private String text(String file) {
    try {
      if (file.equals("-")) {
        return run.console().in().lines().collect(Collectors.joining("\n"));
      }
      Path path = run.console().folder().resolve(file);
      byte[] bytes =
          BoundedFile.any(path, MOST)
              .orElseThrow(() -> new IOException("it is larger than 500 MB"));
      return decoded(bytes);
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.USAGE,
          "can't read " + file + ": " + Reasons.of(unreadable),
          "Give the file of `terraform state pull`, or of `terraform show -json`.");
    }
  }

  /// What a shell of Windows redirects into a file begins with a mark of its own.
  private static String decoded(byte[] bytes) {
    int first = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0;
    Charset charset =
        first == 0xFFFE || first == 0xFEFF ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    String text = new String(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
