package dev.ftctl.kind.finding;

import dev.ftctl.model.Risk;

/// A risk that a change runs, and why, in words for the plan.
public record RiskFinding(Risk risk, String why) {}
