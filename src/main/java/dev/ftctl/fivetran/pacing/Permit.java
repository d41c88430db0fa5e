package dev.ftctl.fivetran.pacing;

import dev.ftctl.model.CallSort;
import java.util.List;
import java.util.Set;

/// A request that may be sent: the places that it took.
///
/// @param sorts that it is counted as
/// @param request its place among all requests
public record Permit(Set<CallSort> sorts, List<Window> places, RequestBudget.Taken request) {}
