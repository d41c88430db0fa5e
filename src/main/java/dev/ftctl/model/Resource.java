package dev.ftctl.model;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;

/// One thing that the manifests want, after expansion: one connection of a fan-out, one group, one
/// webhook.
///
/// @param address its name
/// @param metadata of its document; `isAbsent`, `isProtected` as the overrides of its group left
///   them
/// @param spec the fields by their API names, converted to the types that the kind's table
///   declares: references are [Value.Reference], secrets [Value.Secret]; what the manifest leaves
///   out is not in it. A fanned-out instance holds `group` in place of `groups`, and no `overrides`
/// @param place of its document's `kind` key
public record Resource(
    Address address, Metadata metadata, Value.Mapping spec, SourceLocation place) {}
