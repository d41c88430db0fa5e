package dev.ftctl.sandbox;

/// Not yet.
final class ConnectionRoutes implements Routes {
  @Override
  public void addTo(RouteTable table) {}
}
