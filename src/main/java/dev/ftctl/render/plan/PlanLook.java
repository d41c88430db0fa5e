package dev.ftctl.render.plan;

import dev.ftctl.render.Paint;

/// How a plan is printed as text.
///
/// @param isExpanded whether identical changes of a fan-out are printed one by one, and creations
///   with their fields
/// @param listsUnmanaged whether objects that no manifest describes are listed instead of counted
/// @param isQuiet whether notes, unchanged counts and the cost are left out
public record PlanLook(Paint paint, boolean isExpanded, boolean listsUnmanaged, boolean isQuiet) {

  public static final PlanLook PLAIN = new PlanLook(Paint.PLAIN, false, false, false);
}
