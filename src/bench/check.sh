#!/bin/bash
# Times `ftctl check` of 100 tests of the examples as a whole process: 20 that plan the whole company against an account that has
# it, 20 against an empty one, 60 that plan a part of it against an account of their own.
#
#   src/bench/check.sh [RUNS]    counted runs, after one that warms up; default 5
set -euo pipefail
runs=${1:-5}
root=$(cd "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
ftctl=${FTCTL:-$root/ftctl}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$root/examples/manifests" "$work/manifests"
find "$work/manifests" -name '*.test.yaml' -delete
mkdir "$work/tests"
echo 'manifests: [manifests]' >"$work/ftctl.yaml"
for file in 0 1 2 3 4 5 6 7 8 9; do
  {
    echo 'tests:'
    for test in 0 1 2 3 4 5 6 7 8 9; do
      case $((test % 5)) in
        0) echo "  - {name: all of it $test, expect: {and_others: true, changes: {'group/*': create}}}" ;;
        1) echo "  - {name: as applied $test, given: project, expect: {}}" ;;
        *)
          cat <<TEST
  - name: slowed down $test
    given:
      account:
        groups: {iris_oak: {name: analytics_eu}}
        connections: {warm_lake: {group_id: iris_oak, service: postgres, schema: orders, sync_frequency: 1440, config: {host: host-$file-$test}}}
    manifests: [../manifests/shop/orders.yaml, ../manifests/warehouses]
    expect:
      and_others: true
      changes: {connector/orders_db@analytics_eu: {action: update, and_others: true, fields: {sync_frequency: 360}}}
TEST
          ;;
      esac
    done
  } >"$work/tests/$file.test.yaml"
done
cd "$work"
"$ftctl" check -q
TIMEFORMAT='%R %U %S'
for _ in $(seq "$runs"); do
  { time "$ftctl" check -q >/dev/null; } 2>&1
done | sort -n | awk '{wall[NR] = $1; cpu[NR] = $2 + $3} END {
  printf "100 tests: median %.1f s (from %.1f to %.1f), %.1f s of processors\n", wall[int((NR + 1) / 2)], wall[1], wall[NR], cpu[int((NR + 1) / 2)]}'
