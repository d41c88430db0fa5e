package dev.ftctl.crash;

import java.util.Locale;
import java.util.function.Predicate;

/// What happens to one request on its way, and when.
///
/// @param strikes picks the request; the first that fits is struck
/// @param moment on which side of the commit
/// @param event what happens; called on the thread that carries the request
record Incident(Predicate<Arrival> strikes, Moment moment, Event event) {

  /// A request at the gate.
  ///
  /// @param index from 0, in the order of arrival
  /// @param call as `GET /v1/groups?limit=1000`
  record Arrival(int index, String call) {}

  /// On which side of the commit.
  enum Moment {
    BEFORE,
    AFTER;

    static Moment alternating(int turn) {
      return turn % 2 == 0 ? BEFORE : AFTER;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT) + " its commit";
    }
  }

  /// What happens.
  interface Event {
    /// Whether the request, or its answer, goes on its way afterwards.
    boolean letsPass(Gate gate);
  }

  /// For the simulator as if the client's process had ended: the request or its answer is lost, and
  /// nothing more of this run comes.
  static Incident abort(Predicate<Arrival> strikes, Moment moment) {
    return new Incident(
        strikes,
        moment,
        gate -> {
          gate.shut();
          return false;
        });
  }

  static Predicate<Arrival> request(int index) {
    return arrival -> arrival.index() == index;
  }

  /// The first request whose call begins so, as `POST /v1/connections`.
  static Predicate<Arrival> first(String call) {
    return arrival -> arrival.call().startsWith(call);
  }
}
