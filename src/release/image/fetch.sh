#!/bin/sh
# Fetches the Debian packages of the image's base into a folder, by apt as it is set up there, and checks them against the lock.
#
#   fetch.sh DIR         those of packages.tsv; fails where one has another digest, or where Debian has replaced one
#   fetch.sh DIR renew   the newest of each, and writes the lock anew: read the difference, it is what the image runs
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
lock=$here/packages.tsv
mkdir -p "$1"
cd "$1"
tab=$(printf '\t')

rows() {
  grep -v '^#' "$lock"
}

if [ "${2:-}" = renew ]; then
  fresh=$(mktemp)
  trap 'rm -f "$fresh"' EXIT
  grep '^#' "$lock" >"$fresh"
  rows | while IFS=$tab read -r package _; do
    rm -f "$package"_*.deb
    apt-get download -q "$package:amd64" >&2
    file=$(echo "$package"_*.deb)
    printf '%s\t%s\t%s\n' "$package" "$(dpkg-deb -f "$file" Version)" "$(sha256sum <"$file" | cut -c 1-64)" >>"$fresh"
  done
  cp "$fresh" "$lock"
  exit 0
fi

rows | while IFS=$tab read -r package version digest; do
  file=$package.deb
  if [ ! -f "$file" ]; then
    apt-get download -q "$package:amd64=$version" >&2 || {
      echo "fetch.sh: Debian no longer has $package $version here; a newer lock is made by: fetch.sh DIR renew" >&2
      exit 1
    }
    mv "$package"_*.deb "$file"
  fi
  printf '%s  %s\n' "$digest" "$file" | sha256sum --check --strict --quiet
done
