package dev.ftctl.manifest;

import dev.ftctl.manifest.binding.Belongings;
import dev.ftctl.manifest.binding.Binding;
import dev.ftctl.manifest.binding.Bound;
import dev.ftctl.manifest.binding.BoundBefore;
import dev.ftctl.manifest.binding.Links;
import dev.ftctl.manifest.binding.Twins;
import dev.ftctl.manifest.document.Written;
import dev.ftctl.manifest.expansion.Beside;
import dev.ftctl.manifest.expansion.Draft;
import dev.ftctl.manifest.expansion.Expansion;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.expansion.Instances;
import dev.ftctl.manifest.expression.DataFiles;
import dev.ftctl.manifest.input.SourceReader;
import dev.ftctl.manifest.outline.Doubts;
import dev.ftctl.manifest.outline.OutlineMaker;
import dev.ftctl.manifest.outline.Outlines;
import dev.ftctl.manifest.outline.Stubs;
import dev.ftctl.manifest.project.ProjectFile;
import dev.ftctl.manifest.selection.FileList;
import dev.ftctl.manifest.selection.HandoutCheck;
import dev.ftctl.manifest.selection.ScopeCheck;
import dev.ftctl.model.address.Address;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The second half of a reading: from documents to resources, those that are known without their
/// files among them, and all of them checked beside each other.
record ResourceReading(
    ExpansionContext reading,
    ProjectFile project,
    Written written,
    Stubs stubs,
    Outlines outlines,
    SourceReader reader) {

  /// @param before what another reading of the same project bound
  /// @param helpers threads that bind beside this one
  DescribedProject described(FileList files, DataFiles data, BoundBefore before, int helpers) {
    Beside beside = stubs.beside();
    List<Draft> drafts = new Expansion(reading, project.defaults(), written, data, beside).drafts();
    List<Draft> all = joined(drafts, beside.drafts());
    var instances = new Instances(all);
    List<Bound> bounds =
        new Belongings(reading.problems(), reading.isWhole())
            .told(
                joined(
                    new Binding(reading, instances, before).of(drafts, helpers), stubs.bounds()));
    Map<Address, List<String>> keys = checked(instances, bounds);
    return new DescribedProject(
        project,
        files,
        bounds,
        written.elsewhere(),
        new BoundBefore(bounds, reading.pauses()),
        outlines.passed(),
        doubts(beside, all),
        () -> new OutlineMaker(reading.kinds(), project.defaults(), written, bounds, keys));
  }

  /// @return what resources are known by in the account
  private Map<Address, List<String>> checked(Instances instances, List<Bound> bounds) {
    new ScopeCheck(project.project(), reading.problems()).check(bounds);
    new HandoutCheck(project.project(), reading.problems()).check(bounds);
    // What is not described may stand in what could not be read.
    if (reading.isWhole()) {
      new Links(reading.problems(), instances, bounds, stubs.keys().keySet()).check();
    }
    var twins = new Twins(reading.kinds(), reading.problems(), stubs.keys());
    twins.check(bounds);
    return twins.keys();
  }

  private Doubts doubts(Beside beside, List<Draft> all) {
    return reader.isReadAfterAll()
        ? Doubts.HOPELESS
        : Doubts.of(
            outlines,
            beside,
            written.documents(),
            written.overlays(),
            all,
            reading,
            reader::linesTo);
  }

  private static <T> List<T> joined(List<T> some, List<T> others) {
    return others.isEmpty() ? some : Stream.concat(some.stream(), others.stream()).toList();
  }
}
