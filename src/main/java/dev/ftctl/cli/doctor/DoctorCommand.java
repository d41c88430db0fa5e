package dev.ftctl.cli.doctor;

import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.Run;
import dev.ftctl.manifest.project.Environment;
import dev.ftctl.manifest.project.Project;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ftctl doctor`: what is set up here and what is missing. Sends GETs only, and tells no secret.
@Command(
    name = "doctor",
    description = "Look at what ftctl needs here: project, key, network, account; tell what to do.")
public final class DoctorCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin ProjectFlags projects = new ProjectFlags();

  @Mixin AccountFlags accounts = new AccountFlags();

  private final Run run;

  public DoctorCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    var all = new ArrayList<Finding>();
    all.addAll(new MachineChecks(run.console()).all());
    var project = new ProjectChecks(run, projects);
    all.addAll(project.all());
    Optional<Project> read = project.read();
    Environment environment = read.map(Project::environment).orElse(Environment.NONE);
    var road = new RoadChecks(run, accounts, environment);
    all.addAll(road.all());
    all.addAll(new AccountChecks(run, common, accounts, read).all(road.isOpen()));
    var findings = new Findings(all);
    common.print(
        run.output(),
        common.isJson() ? findings.json() : findings.text(common.outPaint(run.console())));
    return findings.code().number();
  }
}
