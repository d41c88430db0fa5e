package dev.ftctl.cli.fleet;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.manifest.input.ReadRequest;
import java.util.Optional;

/// What a fleet's command line asks.
///
/// @param passed what each account's command line is given
/// @param common the flags of output, of which each account's log and format are its own
/// @param request what is read of the manifests, of no environment in particular; with a revision
///   where only what differs is asked for
/// @param plans the folder with a saved plan for each; empty where plans are made
record Asked(
    Lender lender,
    PassedLine passed,
    CommonFlags common,
    ReadRequest request,
    Optional<PlansFolder> plans) {}
