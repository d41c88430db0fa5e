package dev.ftctl.manifest.outline;

import dev.ftctl.model.Metadata;
import dev.ftctl.model.address.Address;
import java.util.List;

/// What a file came to in a reading that found nothing wrong with it. No text of the environment is
/// in it, and no secret: where secrets stand is, so that they are looked at in each run.
///
/// @param hash SHA-256 of the file's bytes, in hex
/// @param documents in the order of the file
/// @param secrets where its secrets are written
/// @param names that it stands on, its own among them ([Meanings])
/// @param meaning of those names, as a hash
/// @param values of all its trees, once merged
public record FileOutline(
    String hash,
    List<Named> documents,
    List<Part> parts,
    List<Spot> secrets,
    List<String> names,
    String meaning,
    int values) {

  public FileOutline {
    documents = List.copyOf(documents);
    parts = List.copyOf(parts);
    secrets = List.copyOf(secrets);
    names = List.copyOf(names);
  }

  /// A document.
  ///
  /// @param kind its slug
  public record Named(String kind, Metadata metadata) {}

  /// A resource.
  ///
  /// @param document what the document says about itself, as `drafted` of its draft
  /// @param metadata of the resource
  /// @param group that it is in, by the reference of that name; without name for none
  /// @param called what a group is called in the account, where its document says so
  /// @param links what it refers to
  /// @param keys what it is known by in the account
  public record Part(
      Address address,
      Metadata document,
      Metadata drafted,
      Metadata metadata,
      Address group,
      String called,
      List<Tie> links,
      List<String> keys) {

    static final Address NO_GROUP = new Address("", "", "");

    public Part {
      links = List.copyOf(links);
      keys = List.copyOf(keys);
    }
  }

  /// A reference.
  ///
  /// @param isOwner whether the resource is a part of it
  public record Tie(Address target, boolean isOwner) {}

  /// Where a scalar stands in its file.
  ///
  /// @param sort how it is written
  public record Spot(int line, int column, int width, Sort sort) {

    /// How a scalar is written.
    public enum Sort {
      PLAIN,
      QUOTED
    }

    boolean isIn(List<String> lines) {
      return line <= lines.size()
          && column - 1 + width <= lines.get(line - 1).length()
          && (sort == Sort.PLAIN || width > 1);
    }

    String text(List<String> lines) {
      int quote = sort == Sort.PLAIN ? 0 : 1;
      return lines.get(line - 1).substring(column - 1 + quote, column - 1 + width - quote);
    }
  }
}
