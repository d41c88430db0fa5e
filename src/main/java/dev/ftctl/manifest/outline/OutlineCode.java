package dev.ftctl.manifest.outline;

import dev.ftctl.model.Metadata;
import dev.ftctl.model.address.Address;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The outlines of a project as bytes.
final class OutlineCode {

  private OutlineCode() {}

  /// Writes one thing.
  private interface Writer<T> {
    void write(T one) throws IOException;
  }

  /// Reads one thing.
  private interface Reader<T> {
    T read() throws IOException;
  }

  /// @param outlines by path
  /// @throws IOException when a text is too long
  static byte[] of(Map<String, FileOutline> outlines) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new Out(new DataOutputStream(bytes));
    out.list(List.copyOf(new TreeMap<>(outlines).entrySet()), out::file);
    return bytes.toByteArray();
  }

  /// @throws IOException when these are no outlines
  static Map<String, FileOutline> read(byte[] bytes) throws IOException {
    var in = new In(new DataInputStream(new ByteArrayInputStream(bytes)));
    var outlines = new LinkedHashMap<String, FileOutline>();
    in.list(in::file).forEach(entry -> outlines.put(entry.getKey(), entry.getValue()));
    return outlines;
  }

  private record Out(DataOutputStream to) {

    <T> void list(List<T> all, Writer<T> writer) throws IOException {
      to.writeInt(all.size());
      for (T one : all) {
        writer.write(one);
      }
    }

    void file(Map.Entry<String, FileOutline> entry) throws IOException {
      FileOutline file = entry.getValue();
      to.writeUTF(entry.getKey());
      to.writeUTF(file.hash());
      list(file.documents(), this::named);
      list(file.parts(), this::part);
      list(file.secrets(), this::spot);
      list(file.names(), to::writeUTF);
      to.writeUTF(file.meaning());
      to.writeInt(file.values());
    }

    private void named(FileOutline.Named document) throws IOException {
      to.writeUTF(document.kind());
      metadata(document.metadata());
    }

    private void part(FileOutline.Part part) throws IOException {
      address(part.address());
      metadata(part.document());
      same(part.document(), part.drafted());
      same(part.drafted(), part.metadata());
      address(part.group());
      to.writeUTF(part.called());
      list(part.links(), this::tie);
      list(part.keys(), to::writeUTF);
    }

    /// Mostly there is no difference.
    private void same(Metadata before, Metadata metadata) throws IOException {
      boolean isOther = !before.equals(metadata);
      to.writeBoolean(isOther);
      if (isOther) {
        metadata(metadata);
      }
    }

    private void tie(FileOutline.Tie tie) throws IOException {
      address(tie.target());
      to.writeBoolean(tie.isOwner());
    }

    private void spot(FileOutline.Spot spot) throws IOException {
      to.writeInt(spot.line());
      to.writeInt(spot.column());
      to.writeInt(spot.width());
      to.writeBoolean(spot.sort() == FileOutline.Spot.Sort.QUOTED);
    }

    private void address(Address address) throws IOException {
      to.writeUTF(address.kind());
      to.writeUTF(address.name());
      to.writeUTF(address.instance());
    }

    private void metadata(Metadata metadata) throws IOException {
      to.writeUTF(metadata.name());
      list(
          List.copyOf(new TreeMap<>(metadata.labels()).entrySet()),
          label -> {
            to.writeUTF(label.getKey());
            to.writeUTF(label.getValue());
          });
      to.writeBoolean(metadata.isProtected());
      to.writeBoolean(metadata.isAbsent());
      to.writeBoolean(metadata.isExisting());
      list(metadata.initial(), to::writeUTF);
      to.writeInt(metadata.rotation());
      to.writeUTF(metadata.movedFrom());
      list(metadata.environments(), to::writeUTF);
      to.writeBoolean(metadata.isSetUpByHand());
      list(metadata.unchecked(), to::writeUTF);
      to.writeLong(metadata.freshness().toMillis());
      list(metadata.owners(), to::writeUTF);
      to.writeUTF(metadata.handout());
      to.writeLong(metadata.rotateBefore().toMillis());
    }
  }

  private record In(DataInputStream from) {

    /// Each thing takes a byte at least, so that no number makes much of little.
    <T> List<T> list(Reader<T> reader) throws IOException {
      int count = from.readInt();
      if (count < 0 || count > from.available()) {
        throw new IOException("too many");
      }
      var all = new ArrayList<T>(count);
      for (int index = 0; index < count; index++) {
        all.add(reader.read());
      }
      return all;
    }

    Map.Entry<String, FileOutline> file() throws IOException {
      return Map.entry(
          from.readUTF(),
          new FileOutline(
              from.readUTF(),
              list(this::named),
              list(this::part),
              list(this::spot),
              list(from::readUTF),
              from.readUTF(),
              from.readInt()));
    }

    private FileOutline.Named named() throws IOException {
      return new FileOutline.Named(from.readUTF(), metadata());
    }

    private FileOutline.Part part() throws IOException {
      Address address = address();
      Metadata document = metadata();
      Metadata drafted = from.readBoolean() ? metadata() : document;
      Metadata metadata = from.readBoolean() ? metadata() : drafted;
      return new FileOutline.Part(
          address,
          document,
          drafted,
          metadata,
          address(),
          from.readUTF(),
          list(this::tie),
          list(from::readUTF));
    }

    private FileOutline.Tie tie() throws IOException {
      return new FileOutline.Tie(address(), from.readBoolean());
    }

    private FileOutline.Spot spot() throws IOException {
      int line = from.readInt();
      int column = from.readInt();
      int width = from.readInt();
      boolean isQuoted = from.readBoolean();
      return new FileOutline.Spot(
          line,
          column,
          width,
          isQuoted ? FileOutline.Spot.Sort.QUOTED : FileOutline.Spot.Sort.PLAIN);
    }

    private Address address() throws IOException {
      return new Address(from.readUTF(), from.readUTF(), from.readUTF());
    }

    private Metadata metadata() throws IOException {
      String name = from.readUTF();
      var labels = new LinkedHashMap<String, String>();
      list(() -> Map.entry(from.readUTF(), from.readUTF()))
          .forEach(label -> labels.put(label.getKey(), label.getValue()));
      return new Metadata(
          name,
          labels,
          from.readBoolean(),
          from.readBoolean(),
          from.readBoolean(),
          list(from::readUTF),
          from.readInt(),
          from.readUTF(),
          list(from::readUTF),
          from.readBoolean(),
          list(from::readUTF),
          Duration.ofMillis(from.readLong()),
          list(from::readUTF),
          from.readUTF(),
          Duration.ofMillis(from.readLong()));
    }
  }
}
