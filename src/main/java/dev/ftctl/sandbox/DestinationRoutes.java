package dev.ftctl.sandbox;

/// Not yet.
final class DestinationRoutes implements Routes {
  @Override
  public void addTo(RouteTable table) {}
}
