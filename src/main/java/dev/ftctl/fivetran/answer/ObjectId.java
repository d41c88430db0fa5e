package dev.ftctl.fivetran.answer;

/// The ids of objects, as answers give them and paths take them.
public final class ObjectId {

  private static final int LONGEST = 1000;

  private ObjectId() {}

  /// Whether a path with it is about that object: without one it would be about all of them, and
  /// `..` would lead elsewhere.
  public static boolean isUsable(String id) {
    return !id.isBlank() && id.length() <= LONGEST && !id.equals(".") && !id.equals("..");
  }
}
