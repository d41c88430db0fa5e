package dev.ftctl.manifest.expansion;

import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.Near;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The drafts by what references call them.
public final class Instances {

  private static final int MOST_HINTS = 100;

  private final Map<String, Set<String>> names;
  private final Map<String, Address> byEmail;
  private final Map<Address, Draft> byAddress;
  private final Map<Address, List<Address>> byDocument;
  private final boolean isHinting;
  private int hints;

  private Instances(
      Map<String, Set<String>> names,
      Map<String, Address> byEmail,
      Map<Address, Draft> byAddress,
      Map<Address, List<Address>> byDocument,
      boolean isHinting) {
    this.names = names;
    this.byEmail = byEmail;
    this.byAddress = byAddress;
    this.byDocument = byDocument;
    this.isHinting = isHinting;
  }

  public Instances(List<Draft> drafts) {
    this(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), true);
    for (Draft draft : drafts) {
      byAddress.put(draft.address(), draft);
      if (draft.kind().namedBy().equals("email")) {
        byEmail.putIfAbsent(
            draft.address().kind() + "/" + folded(draft.address().name()), draft.address());
      }
      names
          .computeIfAbsent(draft.address().kind(), kind -> new TreeSet<>())
          .add(draft.address().name());
      byDocument
          .computeIfAbsent(draft.address().inGroup(""), name -> new ArrayList<>())
          .add(draft.address());
    }
  }

  /// The same for who throws away what there is to tell. Safe for many threads.
  public Instances withoutHints() {
    return new Instances(names, byEmail, byAddress, byDocument, false);
  }

  /// Whether every name means the same as among others.
  public boolean isSame(Instances other) {
    return byAddress.keySet().equals(other.byAddress.keySet())
        && byAddress.values().stream()
            .allMatch(draft ->
                draft.metadata().isAbsent()
                    == other.find(draft.address()).orElseThrow().metadata().isAbsent());
  }

  /// The address of the document that a name means: people are named by their e-mail, which is the
  /// same in any letter case. The address itself where no document is called so.
  public Address spelled(Address said) {
    return byAddress.containsKey(said)
        ? said
        : byEmail.getOrDefault(said.kind() + "/" + folded(said.name()), said);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  public Optional<Draft> find(Address address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  /// The addresses of all instances of a document, given its address without group; itself where it
  /// has none.
  public List<Address> of(Address document) {
    return byDocument.getOrDefault(document.inGroup(""), List.of());
  }

  /// `did you mean 'orders'?` for a name that no document of a kind has, or empty text. Given up
  /// after many: each costs a look at all names.
  public String hint(String kind, String name) {
    if (!isHinting) {
      return "";
    }
    hints++;
    return hints > MOST_HINTS ? "" : Near.hint(name, names.getOrDefault(kind, Set.of()));
  }
}
