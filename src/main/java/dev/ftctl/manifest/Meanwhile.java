package dev.ftctl.manifest;

import dev.ftctl.manifest.project.Project;

/// Who has something to do while manifests are read. Called in the thread that reads.
public interface Meanwhile {

  Meanwhile NOTHING =
      new Meanwhile() {
        @Override
        public void projectIsKnown(Project project) {}

        @Override
        public void mostAreAsTheyWere(Project project) {}
      };

  /// The project file is read and nothing is wrong with it; its manifests may still be.
  void projectIsKnown(Project project);

  /// Besides, an earlier run found nothing wrong with its manifests, and few of them will be looked
  /// into.
  void mostAreAsTheyWere(Project project);
}
