package dev.ftctl.cli.init;

import dev.ftctl.cli.export.AdoptedAccount;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.files.Reasons;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.render.StarterText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ftctl init`: a repository to start from, which works on the simulator as it is. In a folder
/// that holds something already it adds what is missing.
@Command(
    name = "init",
    description =
        "Write what a repository of manifests begins with: project file, manifests, tests,"
            + " workflows; in a folder that holds something, what is missing.")
public final class InitCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = ".",
      description = "Where to write it (default: here).")
  String folder = ".";

  @Option(
      names = "--ci",
      paramLabel = "HOST",
      description =
          "Whose workflows: github, gitlab or none (default: by the remote origin; github without"
              + " one).")
  @Nullable CiHost ci;

  @Option(
      names = "--from-account",
      description = "Export what the account has into it, as export -o does, for adoption.")
  boolean isFromAccount;

  private final Run run;

  public InitCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    requireUse();
    Path root = run.console().folder().resolve(folder).normalize();
    boolean isEmpty = isEmpty(root);
    Optional<CiHost> found = Optional.ofNullable(ci).or(() -> CiHost.of(root));
    var merge = new Merge(run.console().disk(), root);
    var exported =
        isFromAccount
            ? Optional.of(new AdoptedAccount(run, common, accounts).into(folder))
            : Optional.<AdoptedAccount.Exported>empty();
    var starter =
        new Starter(
            found.orElse(CiHost.GITHUB),
            isEmpty && !isFromAccount,
            !Files.exists(root.resolve("manifests")) && !Files.exists(root.resolve("ftctl.yaml")),
            exported.map(AdoptedAccount.Exported::variables).orElse(List.of()),
            hasTests(root),
            Release.running());
    StarterText.Merged merged = merge.with(starter.files(run.kinds().get()));
    common.print(
        run.output(),
        common.isJson()
            ? StarterText.json(merged, exported.map(AdoptedAccount.Exported::document))
            : StarterText.of(merged, folder, isEmpty && !isFromAccount));
    if (ci == null && found.filter(host -> host == CiHost.NONE).isPresent() && common.isText()) {
      run.output()
          .tell("No workflows: origin is neither on GitHub nor on GitLab; --ci says which.");
    }
    return exported.map(AdoptedAccount.Exported::code).orElse(ExitCode.OK.number());
  }

  /// What says which account, and how to reach it, says nothing where none is asked.
  private void requireUse() {
    Set<String> ofAccounts =
        Objects.requireNonNull(spec.mixins().get("accounts")).options().stream()
            .map(OptionSpec::longestName)
            .collect(Collectors.toSet());
    spec.commandLine().getParseResult().matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(name -> !isFromAccount && ofAccounts.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new RefusedException(
              Refusal.USAGE,
              name + " is of an account, and init asks none without --from-account",
              "Nothing was written. Add --from-account to export what the account has, or leave "
                  + name
                  + " out.");
        });
  }

  /// A repository without files counts as empty.
  private static boolean isEmpty(Path root) {
    if (!Files.exists(root)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries.allMatch(entry -> entry.endsWith(".git"));
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.FAILED,
          "nothing was written, since " + Reasons.of(unreadable),
          "Name another folder: ftctl init DIR.");
    }
  }

  private static boolean hasTests(Path root) {
    Path manifests = root.resolve("manifests");
    if (!Files.isDirectory(manifests)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(manifests)) {
      return files.anyMatch(file -> file.toString().endsWith(".test.yaml"));
    } catch (IOException unreadable) {
      return false;
    }
  }
}
