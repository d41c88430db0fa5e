package dev.ftctl.operate.state;

import java.nio.file.Path;

/// A backup and the file that it stands in.
public record Kept(Path file, Backup backup) {}
