#!/bin/sh
# Times ftctl on a generated account against the simulator in a process of its own; see
# docs/benchmarks.md.
#
#   src/bench/accounts.sh SIZE [LATENCY [SCENARIO...]]    SIZE: S M L XL; LATENCY in ms; SCENARIO: a to m
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT

# The JDK that the launcher has chosen is the one that can read the jar.
jdk=$(FTCTL_JAVA_OPTS=-XshowSettings:properties "$home/ftctl" version 2>&1 | sed -n 's/^ *java\.home = //p')
"$jdk/bin/javac" -cp "$home/target/ftctl.jar" -d "$classes" "$home"/src/bench/java/dev/ftctl/bench/*.java
"$jdk/bin/java" -Dftctl.home="$home" -cp "$classes:$home/target/ftctl.jar" dev.ftctl.bench.Accounts "$@"
