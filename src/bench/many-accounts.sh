#!/bin/sh
# Times ftctl fleet over many accounts, against simulators behind one address; see docs/benchmarks.md.
#
#   src/bench/many-accounts.sh [COUNT [SIZE [LATENCY]]]    SIZE: S M L XL; LATENCY in ms
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT

# The JDK that the launcher has chosen is the one that can read the jar.
jdk=$(FTCTL_JAVA_OPTS=-XshowSettings:properties "$home/ftctl" version 2>&1 | sed -n 's/^ *java\.home = //p')
"$jdk/bin/javac" -cp "$home/target/ftctl.jar" -d "$classes" "$home"/src/bench/java/dev/ftctl/bench/*.java
"$jdk/bin/java" -Dftctl.home="$home" -cp "$classes:$home/target/ftctl.jar" dev.ftctl.bench.ManyAccounts "$@"
