package dev.ftctl.cli.api;

import dev.ftctl.cli.process.Run;
import dev.ftctl.files.NewFile;
import dev.ftctl.files.Reasons;
import dev.ftctl.fivetran.answer.Envelope;
import dev.ftctl.model.value.Value;
import dev.ftctl.render.Json;
import java.io.IOException;
import java.util.Optional;

/// Where an answer goes: whole into a file, without what Fivetran tells once to stdout.
///
/// @param name of the file, as it was given
record Target(Run run, String name, Optional<NewFile> file) implements AutoCloseable {

  /// @param name empty for stdout
  static Target open(Run run, String name) {
    return new Target(
        run,
        name,
        name.isEmpty()
            ? Optional.empty()
            : Optional.of(
                NewFile.open(run.console().disk(), run.console().folder().resolve(name))));
  }

  void write(Envelope answer, Call call) {
    if (file.isPresent()) {
      write(file.get(), answer);
      return;
    }
    Value.Mapping shown = ToldOnce.masked(answer.content(), call.path().segments());
    if (!shown.entries().isEmpty()) {
      run.output().document(Json.text(Json.of(shown)));
    }
    if (!shown.equals(answer.content())) {
      run.output().tell("What is a secret is left out of it; -o FILE has all of the answer.");
    }
  }

  private void write(NewFile into, Envelope answer) {
    try {
      into.write(Json.text(Json.of(answer.content())));
      run.output().tell("Written: " + name + ", which only you can read.");
    } catch (IOException unwritable) {
      run.output()
          .lose(
              "the answer is not whole in "
                  + name
                  + ": "
                  + Reasons.of(unwritable)
                  + "; the call was carried out");
    }
  }

  @Override
  public void close() {
    file.ifPresent(NewFile::close);
  }
}
