package dev.ftctl.kind.finding;

/// Something that a manifest declares of a part and that nothing in the account holds: the source
/// lacks it, or nobody could look.
///
/// @param element `public.users.ssn`; below what a pattern stands for, the pattern
/// @param why in words that follow the element: "the source has no such column"
public record Gap(String element, Weight weight, String why) {

  /// What a gap means for the owner of the part.
  public enum Weight {
    /// Worth telling: nothing would go out.
    TOLD,
    /// An exclusion or hashing that nobody can vouch for: the owner is not started.
    HOLDS,
    /// The same for good: it can never be as declared, so looking again finds nothing new.
    REFUSED,
    /// The same as [#HOLDS], and what it was to keep in goes out where the owner runs.
    EXPOSES
  }

  /// Whether an exclusion or hashing is not held.
  public boolean isOfProtection() {
    return weight != Weight.TOLD;
  }

  /// `public.users.ssn: the source has no such column`.
  public String text() {
    return element + ": " + why;
  }
}
