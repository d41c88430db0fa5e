package dev.ftctl.cli.help;

import picocli.AutoComplete;
import picocli.CommandLine;

/// The library's script for bash, as zsh takes it: sourced, or as `_ftctl` in a folder of its
/// `fpath`, where the first line says what it completes and the file is the function itself.
final class ZshCompletion {

  /// Would change how the user's own aliases are completed, and is read too late in a function.
  private static final String ALIASES = "  setopt COMPLETE_ALIASES\n  alias compopt=complete\n";

  private ZshCompletion() {}

  static String of(String program, CommandLine commands) {
    return """
    #compdef %1$s
    function compopt { : }
    %2$s
    # As an autoloaded function this is the first time that somebody asks.
    if [ "${funcstack[1]}" = "_%1$s" ]; then
      _bash_complete -o default -F _complete_%1$s
    fi
    """
        .formatted(program, AutoComplete.bash(program, commands).replace(ALIASES, ""));
  }
}
