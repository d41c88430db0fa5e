package dev.ftctl.render;

import dev.ftctl.plan.Part;
import dev.ftctl.plan.Plan;

/// What was compared, for the sentences that say that nothing of it differs.
public final class Compared {

  private Compared() {}

  /// `in the 9 resources that the manifests describe`.
  public static String in(Plan.Header header) {
    Part part = header.part();
    if (part.isChanged()) {
      return "in the " + changed(part);
    }
    if (part.isNarrowed()) {
      return "in what was asked for";
    }
    return switch (header.resources()) {
      case 0 -> "in what the manifests describe";
      case 1 -> "in the only resource that the manifests describe";
      default -> "in the " + header.resources() + " resources that the manifests describe";
    };
  }

  /// `5 documents changed since origin/main`.
  public static String changed(Part part) {
    return English.count(part.documents(), "document")
        + " changed since "
        + English.printable(part.shown());
  }
}
