#!/bin/sh
# Times ftctl validate as a whole process, launcher included, on generated manifests:
#   documents  1,000 documents in 101 files: groups, destinations, connectors with schema settings, users
#   rows       one connector for each of the 5,000 rows of a CSV file
#
#   src/bench/manifests.sh [RUNS]    counted runs of each, after one that warms up; default 7
#
# Prints a row each: seconds (median, min, max) and the peak of memory. Exits 1 when a run fails.
set -eu

runs=${1:-7}
home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# 10 groups, 10 destinations, 180 users, 400 connectors and 400 schema settings.
write_documents() {
  mkdir -p "$scratch/documents/manifests"
  awk -v folder="$scratch/documents/manifests" '
    BEGIN {
      split("postgres mysql s3 google_sheets salesforce", service, " ")
      split("schema_prefix schema_prefix table table schema", naming, " ")
      shared = folder "/account.yaml"
      for (g = 0; g < 10; g++) {
        print "kind: Group\nmetadata: {name: group_" g "}\n---" > shared
        print "kind: Destination\nmetadata: {name: group_" g "}\nspec:\n  group: group_" g > shared
        print "  service: snowflake\n  region: GCP_US_EAST4\n  time_zone_offset: \"-5\"" > shared
        print "  config: {host: acme.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER," > shared
        print "    password: \"${env:SNOWFLAKE_PASSWORD}\"}\n---" > shared
      }
      for (u = 0; u < 180; u++) {
        print "kind: User\nmetadata: {name: user" u "@example.com}" > shared
        print "spec: {given_name: Ana, family_name: Ruiz, role: Account Reviewer, groups: {group_" u % 10 ": Destination Analyst}}" > shared
        if (u < 179) print "---" > shared
      }
      close(shared)
      for (c = 0; c < 400; c++) {
        file = folder "/connectors_" int(c / 4) ".yaml"
        s = c % 5 + 1
        if (c % 4 > 0) print "---" > file
        print "kind: Connector\nmetadata: {name: c" c ", labels: {team: t" c % 7 "}}\nspec:" > file
        print "  service: " service[s] "\n  groups: [group_" c % 10 "]\n  paused: false\n  sync_frequency: 60\n  config:" > file
        if (naming[s] == "schema_prefix") {
          print "    schema_prefix: c" c "\n    host: db" c ".internal\n    port: 5432\n    database: app\n    user: fivetran" > file
          print "    password: \"${env:DB_PASSWORD}\"" > file
        } else if (naming[s] == "table") {
          print "    schema: c" c "\n    table: t" > file
          if (service[s] == "s3") print "    bucket: acme-raw\n    prefix: c" c "/\n    file_type: csv" > file
        } else {
          print "    schema: c" c > file
        }
        print "---\nkind: SchemaSettings\nmetadata: {name: c" c "}\nspec:\n  connector: c" c > file
        print "  schema_change_handling: ALLOW_COLUMNS\n  schemas:\n    public:\n      tables:" > file
        for (t = 0; t < 5; t++) print "        t" t ": {columns: {email: {hashed: true}, ssn: {enabled: false}}}" > file
        if (c % 4 == 3) close(file)
      }
    }'
}

write_rows() {
  mkdir -p "$scratch/rows/manifests"
  awk 'BEGIN { print "name,prefix"; for (r = 0; r < 5000; r++) print "feed_" r ",raw/feed_" r "/" }' \
    >"$scratch/rows/manifests/feeds.csv"
  cat >"$scratch/rows/manifests/feeds.yaml" <<'YAML'
kind: Group
metadata: {name: lake}
---
kind: Connector
for_each: {csv: feeds.csv}
metadata: {name: "s3_${each.name}"}
spec: {template: feed, groups: [lake], config: {table: "${each.name}", prefix: "${each.prefix}"}}
---
kind: Template
metadata: {name: feed}
spec: {service: s3, paused: true, sync_frequency: 1440, config: {schema: raw_s3, bucket: acme-raw, file_type: csv}}
YAML
}

# The seconds of one run and its peak in MB ("-" where /usr/bin/time can't tell) go to $scratch/figures.
time_once() {
  if [ -x /usr/bin/time ] && /usr/bin/time -f '%e %M' true 2>/dev/null; then
    (cd "$1" && /usr/bin/time -f '%e %M' -o "$scratch/time" "$home/ftctl" validate -q) >"$scratch/out" 2>&1 || fail "$1"
    awk '{ printf "%.2f %.0f\n", $1, $2 / 1024 }' "$scratch/time" >>"$scratch/figures"
  else
    begin=$(date +%s.%N)
    (cd "$1" && "$home/ftctl" validate -q) >"$scratch/out" 2>&1 || fail "$1"
    echo "$begin $(date +%s.%N)" | awk '{ printf "%.2f -\n", $2 - $1 }' >>"$scratch/figures"
  fi
}

fail() {
  cat "$scratch/out" >&2
  echo "a run in $1 failed; see above" >&2
  exit 1
}

measure() {
  : >"$scratch/figures"
  time_once "$scratch/$1"
  grep -q '^Valid: ' "$scratch/out" || fail "$scratch/$1"
  : >"$scratch/figures"
  count=0
  while [ "$count" -lt "$runs" ]; do
    time_once "$scratch/$1"
    count=$((count + 1))
  done
  sort -n "$scratch/figures" | awk -v name="$1" '
    { second[NR] = $1; if ($2 > peak) peak = $2 }
    END { printf "%-10s  %6.2f  %6.2f  %6.2f  %8s\n", name, second[int((NR + 1) / 2)], second[1], second[NR], peak }'
}

write_documents
write_rows
printf '%-10s  %6s  %6s  %6s  %8s\n' '' median min max 'peak MB'
measure documents
measure rows
