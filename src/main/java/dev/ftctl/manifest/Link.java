package dev.ftctl.manifest;

import dev.ftctl.model.Address;
import dev.ftctl.model.SourceLocation;

/// One reference of a resource to another, with the place where it is written.
///
/// @param isPart whether the resource is a part of what it refers to
record Link(Address target, SourceLocation place, boolean isPart) {}
