package dev.ftctl.sandbox.http;

/// Who asks, as far as the headers of a request tell it; empty texts for headers that are absent.
///
/// @param host the name that the client reached the simulator by, with its port
/// @param port that the request came in at
/// @param origin of the web page that sent it; only browsers send it
/// @param site how that page stands to the simulator (`Sec-Fetch-Site`); only browsers send it
public record Visitor(String host, int port, String origin, String site) {}
