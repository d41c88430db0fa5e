package dev.ftctl.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/// Why a file can't be written, in words: the JDK's messages are mostly nothing but the path.
public final class Reasons {

  private Reasons() {}

  public static String of(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException missing -> "there is no " + missing.getFile();
      case NotDirectoryException file -> file.getFile() + " is no folder";
      case FileSystemException known when known.getReason() != null ->
          Objects.toString(known.getReason());
      default -> Objects.requireNonNullElse(failure.getMessage(), "it failed");
    };
  }
}
