package dev.ftctl.cli.connector;

import dev.ftctl.export.account.EnvEntry;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import java.util.List;
import java.util.Optional;

/// A copy that fits the project.
///
/// @param text of its document
/// @param variables that it reads and that nothing else read before
/// @param resources that it describes
/// @param warnings that reading it gave
/// @param notes what its reader has to know of how it was made
/// @param beside the folder, canonical, that the files it names are relative to; empty for none
record Copied(
    String text,
    List<EnvEntry> variables,
    List<Resource> resources,
    List<Problem> warnings,
    List<String> notes,
    Optional<String> beside) {}
