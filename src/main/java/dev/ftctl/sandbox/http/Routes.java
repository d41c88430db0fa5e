package dev.ftctl.sandbox.http;

/// The endpoints of one API collection, in the order of the API page.
public interface Routes {
  void addTo(RouteTable table);
}
