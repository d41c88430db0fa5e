#!/usr/bin/env bash
# Fills what is published beside a release, and names its version and digests: the GitLab template, the Homebrew formula, the
# entry for the schema store.
#
#   fill.sh OWNER/NAME VERSION SHA256SUMS DIR
set -euo pipefail

repository=$1 version=$2 sums=$3 into=$4
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
[[ $repository =~ ^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$ ]] || { echo "fill.sh: '$repository' is not OWNER/NAME" >&2; exit 64; }
[[ $version =~ ^[0-9][0-9A-Za-z.+-]*$ ]] || { echo "fill.sh: '$version' is no version" >&2; exit 64; }

digest() {
  local name=ftctl-$version-$1.tar.gz found
  found=$(awk -v file="$name" '$2 == file { print $1 }' "$sums")
  [[ $found =~ ^[0-9a-f]{64}$ ]] || { echo "fill.sh: $sums has no digest of $name" >&2; return 1; }
  printf '%s' "$found"
}

edits=(-e "s,@REPOSITORY@,$repository,g" -e "s,@VERSION@,$version,g")
for platform in linux-x64 linux-arm64 macos-arm64 macos-x64; do
  found=$(digest "$platform")
  edits+=(-e "s,@SHA256_$(printf '%s' "$platform" | tr 'a-z-' 'A-Z_')@,$found,g")
done
mkdir -p "$into"
for template in "$here/ftctl.rb" "$here/schemastore.json" "$here/../../ci/gitlab/ftctl.gitlab-ci.yml"; do
  filled=$into/${template##*/}
  sed "${edits[@]}" "$template" >"$filled"
  if grep -n '@[A-Z0-9_]*@' "$filled" >&2; then
    echo "fill.sh: ${template##*/} asks for what is not known here" >&2
    exit 1
  fi
done
