package dev.ftctl.manifest.binding;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;

/// One reference of a resource to another, with the place where it is written.
///
/// @param isPart whether the resource is a part of what it refers to
public record Link(Address target, SourceLocation place, boolean isPart) {}
