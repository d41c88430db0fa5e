#!/usr/bin/env bash
# Puts the release of ftctl that INPUT_VERSION names on the PATH of the steps that follow. Nothing of it is unpacked before
# its digest (INPUT_SHA256) or its provenance (`gh attestation verify`) was checked.
set -euo pipefail
# shellcheck source=src/ci/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"

stop() {
  printf '::error title=ftctl::%s\n' "$(data "$1")"
  exit 1
}

version=${INPUT_VERSION#v}
if [ "$version" = installed ]; then
  command -v ftctl >/dev/null || stop "version: installed takes the ftctl of the PATH, and there is none"
  ftctl version
  exit 0
fi
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.-]+)?$ ]] ||
  stop "version has to be that of a release, such as 1.2.3, not '$version'; an update should be a pull request of yours"

case ${RUNNER_OS:-$(uname -s)}-${RUNNER_ARCH:-$(uname -m)} in
  Linux-X64 | Linux-x86_64) platform=linux-x64 ;;
  Linux-ARM64 | Linux-aarch64) platform=linux-arm64 ;;
  macOS-ARM64 | Darwin-arm64) platform=macos-arm64 ;;
  macOS-X64 | Darwin-x86_64) platform=macos-x64 ;;
  *) stop "there is no ftctl for ${RUNNER_OS:-this system} on ${RUNNER_ARCH:-this processor}; use a Linux or macOS runner" ;;
esac
name=ftctl-$version-$platform
file=$name.tar.gz

# Whose release it is: as said, or the repository that the action is of. Runners keep an action in a folder of its
# repository's name, and a checkout knows where it is from.
repository=${INPUT_REPOSITORY:-${ACTION_REPOSITORY:-}}
if [ -z "$repository" ] && [[ $GITHUB_ACTION_PATH =~ /_actions/([^/]+/[^/]+)/ ]]; then
  repository=${BASH_REMATCH[1]}
elif [ -z "$repository" ] && [ -e "$GITHUB_ACTION_PATH/.git" ]; then
  repository=$(git -C "$GITHUB_ACTION_PATH" config --get remote.origin.url || :)
  repository=${repository#"${GITHUB_SERVER_URL:-https://github.com}/"}
  repository=${repository%.git}
fi
from=${INPUT_DOWNLOAD_URL:-}
if [ -z "$from" ]; then
  [[ $repository =~ ^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$ ]] ||
    stop "where ftctl's releases are is not known: give the action its repository: OWNER/NAME, or a download-url"
  from=${GITHUB_SERVER_URL:-https://github.com}/$repository/releases/download/v$version
fi

# A digest, or lines as SHA256SUMS has them, of which the one of this platform counts.
expected=''
if [ -n "${INPUT_SHA256//[[:space:]]/}" ]; then
  expected=$(printf '%s\n' "$INPUT_SHA256" | awk -v file="$file" 'NF == 1 { print $1 } NF == 2 && ($2 == file || $2 == "*" file) { print $1 }')
  expected=$(printf '%s' "$expected" | tr 'A-F' 'a-f')
  [[ $expected =~ ^[0-9a-f]{64}$ ]] ||
    stop "sha256 has no digest of 64 hexadecimal digits for $file; it stands in SHA256SUMS of the release"
else
  command -v gh >/dev/null ||
    stop "ftctl is not used unchecked: give the action the sha256 of $file, which stands in SHA256SUMS of the release, or a runner with gh, by which its provenance is checked"
  [[ $repository =~ ^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$ ]] ||
    stop "without sha256 the provenance is checked, and for that the action needs its repository: OWNER/NAME"
fi

protocols='=https'
case $from in http://127.0.0.1:* | http://localhost:*) protocols='=http,https' ;; esac
folder=$(mktemp -d "$RUNNER_TEMP/ftctl-XXXXXX")
curl --fail --silent --show-error --location --proto "$protocols" --proto-redir '=https' --retry 3 --max-time 600 \
  --output "$folder/$file" "$from/$file" || stop "$from/$file can't be downloaded"

if [ -n "$expected" ]; then
  if command -v sha256sum >/dev/null; then
    found=$(sha256sum <"$folder/$file")
  else
    found=$(shasum -a 256 <"$folder/$file")
  fi
  found=${found%% *}
  if [ "$found" != "$expected" ]; then
    rm -f "$folder/$file"
    stop "$file is not what was expected, and was not unpacked: its digest is $found, and sha256 says $expected"
  fi
  echo "$file has the digest $expected"
elif ! GH_TOKEN=$INPUT_GITHUB_TOKEN gh attestation verify "$folder/$file" --repo "$repository" \
  --signer-workflow "$repository/.github/workflows/build.yml" --source-ref "refs/tags/v$version" --deny-self-hosted-runners; then
  rm -f "$folder/$file"
  stop "the provenance of $file can't be verified, and it was not unpacked; see docs/how-to/verify-a-release.md, or give the action its sha256"
fi

tar -xzf "$folder/$file" -C "$folder"
rm -f "$folder/$file"
[ -x "$folder/$name/bin/ftctl" ] || stop "$file has no $name/bin/ftctl in it"
printf '%s\n' "$folder/$name/bin" >>"$GITHUB_PATH"
"$folder/$name/bin/ftctl" version
