package dev.ftctl.model.file;

import java.nio.file.Path;

/// A file as the body of a request: a form (`multipart/form-data`) of one part, `file`. It is read
/// while it is sent, each time that it is.
///
/// @param path of a file that can be read
public record FilePart(Path path) {}
