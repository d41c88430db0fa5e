package dev.ftctl.sandbox;

/// Not yet.
final class GroupRoutes implements Routes {
  @Override
  public void addTo(RouteTable table) {}
}
