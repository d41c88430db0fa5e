package dev.ftctl.kind.facet;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The facet of a kind whose objects hold a file of the repository. The document names it, and the
/// resource says what is in it.
public interface OfFile {

  /// The field of `spec` that names it, as seen from the file that the document stands in.
  String file();

  /// A field that is not for manifests: the file's SHA-256, in hex. Missing where the file is not
  /// known: in a git revision, and of what is to be absent.
  String hash();

  /// The same of where it lies: an absolute path.
  String path();

  /// Bytes that the API takes at most.
  long most();

  /// What a file is not that it has to be, in words that follow its name; empty where it is.
  ///
  /// @param start of the file, some bytes
  Optional<String> refusal(byte[] start);

  /// Where the file of an object goes that has none in the repository, relative to the project.
  ///
  /// @param name a file name without an end
  String place(String name);

  /// What one has otherwise than the one before, in lines: `changed: connector.py`.
  List<String> changes(Path before, Path after);

  /// Why a file of the account is not put among the files of people, in words that follow `its
  /// file`; empty where it is.
  Optional<String> unkept(Path file);
}
