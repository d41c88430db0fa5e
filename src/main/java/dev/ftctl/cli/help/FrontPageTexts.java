package dev.ftctl.cli.help;

/// What the help of the whole says, written from the commands themselves by FrontPageTest
/// (-Dgolden.update=true). Code, not a resource: reading one opens the program's jar.
final class FrontPageTexts {

  private static final String COMMANDS =
      """
      help\tDisplay help information about the specified command.
      init\tWrite what a repository of manifests begins with: project file, manifests, tests, workflows; in a folder that holds something, what is missing.
      validate\tCheck manifests offline: syntax, fields, services, references, duplicates.
      check\tRun tests of manifests (*.test.yaml) on the simulator: no account, no network, no secrets.
      fmt\tFormat manifests; comments, blank lines, order and meaning stay.
      render\tPrint the expanded manifests, a document for each resource; secrets masked.
      graph\tDraw what manifests describe, or the account has.
      plan\tShow what apply would change.
      show\tPrint a saved plan; offline.
      drift\tShow what somebody changed in the account, by what it means.
      explain\tShow where values come from, what the account has, and what a plan would change.
      apply\tMake the account as the manifests say, or carry out a saved plan (apply FILE).
      connect\tPrint a fresh link with which a person authorises a connection in the browser.
      export\tWrite what the account has as manifests; a plan of them changes nothing.
      import\tWrite what another tool manages as manifests.
      generate\tWrite files for other tools: dbt's sources.
      connector\tMake manifests of connections: copy.
      sql\tRewrite names in SQL files to those of the destination.
      get\tList live objects of a kind, or show some of them.
      outputs\tPrint ids, and what the other side lets in: keys, service accounts, hosts of links.
      status\tTell how connections are: what is broken and why, how old their data is.
      pause\tPause connections.
      resume\tLet paused connections sync again.
      api\tSend any call of the API, and print its answer.
      state\tLook at, change, keep and restore the state of Function and Connector SDK connections.
      sync\tSync connections now.
      resync\tLoad history again, of connections or some tables.
      test\tRun the setup tests of connections, destinations, logs and dbt projects, try webhooks.
      transformation\tRun, cancel and upgrade transformations, and look at them.
      rollout\tSwitch tables or list items on batch by batch, a sync after each.
      certificate\tCertificates of hosts that connections and destinations trust.
      fingerprint\tKeys of SSH hosts that connections and destinations trust.
      connector-type\tWhat services there are, what their configuration takes, a manifest to start from.
      schema\tPrint the JSON Schema of manifests, for editors, or a manifest to start from; offline.
      fleet\tRun a command for each environment: validate, plan, apply, drift, status.
      sandbox\tThe embedded simulator of the Fivetran API, stand-alone.
      playground\tAn API on your machine to practise connectors on, with made-up data.
      doctor\tLook at what ftctl needs here: project, key, network, account; tell what to do.
      completion\tPrint a script by which bash, zsh or fish completes ftctl's words.
      version\tPrint the version, the commit, the date of the catalogue and the platform.
      """;

  private FrontPageTexts() {}

  static String about() {
    return "Reconciles a Fivetran account with manifests: plan, then apply.";
  }

  static String options() {
    return """
    -h, --help\tShow this help message and exit.
    -V, --version\tPrint version information and exit.
    """;
  }

  static String commands() {
    return COMMANDS;
  }
}
