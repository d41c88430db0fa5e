package dev.ftctl.sandbox;

/// The endpoints of one API collection, in the order of the API page.
interface Routes {
  void addTo(RouteTable table);
}
