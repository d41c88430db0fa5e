#!/usr/bin/env bash
# Keeps one note of a merge request up to date with what `plan` printed, also where it failed. Whatever the API says, the
# job ends as the plan did.
set -euo pipefail
# shellcheck source=src/ci/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"

give_up() {
  printf 'warning: the merge request has no note of this plan: %s\n' "$1" >&2
  exit 0
}

[[ ${CI_MERGE_REQUEST_IID:-} =~ ^[0-9]+$ ]] || exit 0
[ -n "${NOTE_TOKEN:-}" ] || give_up "FTCTL_GITLAB_TOKEN is not set; it takes a project access token of the scope api, since the token of a job may not write notes"
command -v jq >/dev/null || give_up "jq is not in the image of the job"
notes=$CI_API_V4_URL/projects/${CI_MERGE_REQUEST_PROJECT_ID:-$CI_PROJECT_ID}/merge_requests/$CI_MERGE_REQUEST_IID/notes
files=$(mktemp -d)
trap 'rm -rf "$files"' EXIT
answer=$files/answer.json
headers=$files/headers.txt

# Calls the API and sets status. The token comes by a pipe, since arguments show in lists of processes. A write is never
# sent twice: it could make a second note.
call() {
  local method=$1 url=$2 body=${3:-} more=()
  if [ "$method" = GET ]; then more=(--retry 2); fi
  [ -z "$body" ] || more+=(--header 'Content-Type: application/json' --data-binary "@$body")
  status=$(printf 'header = "PRIVATE-TOKEN: %s"\n' "$NOTE_TOKEN" |
    curl --config - --silent --show-error --max-time 60 --request "$method" --dump-header "$headers" --output "$answer" \
      --write-out '%{http_code}' ${more[@]+"${more[@]}"} "$url") || give_up "GitLab's API can't be reached"
}

refused() {
  local said
  said=$(jq -r '.message // .error // empty | tostring' "$answer" 2>/dev/null | tr -d '[:cntrl:]' | head -c 300) || said=''
  case $status in
    401 | 403 | 404) give_up "FTCTL_GITLAB_TOKEN may not $1 ($status${said:+ $said}); it needs the scope api and the role Reporter" ;;
    *) give_up "GitLab answered $status${said:+ $said}" ;;
  esac
}

# One note for each environment and folder, found again by its first line.
place=${FTCTL_ENVIRONMENT:-default}@${FTCTL_FOLDER:-.}
place=$(printf '%s' "$place" | LC_ALL=C tr -c 'A-Za-z0-9._/@-' '_' | sed 's/--*/-/g')
marker="<!-- ftctl:plan note=$place -->"
commit=${CI_COMMIT_SHA:-}
{
  printf '%s\n' "$marker"
  if [ -s "$DOCUMENT" ]; then
    # A line of a note that begins with a slash could be a command to GitLab.
    sed -e '1{/^<!-- ftctl:.* -->$/d;}' -e 's,^/,\&#47;,' "$DOCUMENT"
  else
    printf '### ftctl plan: **no plan**\n\nThe job ended with %s (%s) and printed nothing. What would change is not known until this is mended; [the log](%s) says more.\n' \
      "$EXIT_CODE" "$(meaning "$EXIT_CODE")" "${CI_JOB_URL:-}"
  fi
  printf '\n<sub>[This job](%s), of %s</sub>\n' "${CI_JOB_URL:-}" "${commit:0:12}"
} >"$files/body.md"
jq -Rs '{body: .}' "$files/body.md" >"$files/body.json"

# Whose token it is. Anybody can write a note with the marker in it; only its own is replaced.
call GET "$CI_API_V4_URL/user"
[ "$status" = 200 ] || refused "say whose it is"
own=$(jq -r '.id | select(type == "number")' "$answer" 2>/dev/null) || own=''
[ -n "$own" ] || give_up "GitLab's answer is not understood"

id=''
for ((page = 1; page <= 100; page++)); do
  call GET "$notes?sort=asc&order_by=created_at&per_page=100&page=$page"
  [ "$status" = 200 ] || refused "read notes"
  id=$(jq -r --arg marker "$marker" --argjson own "$own" \
    '[.[] | select(.author.id == $own and (.body // "" | startswith($marker))) | .id | select(type == "number")] | first // empty' "$answer") ||
    give_up "GitLab's answer is not understood"
  [ -z "$id" ] || break
  grep -iq '^x-next-page: *[0-9]' "$headers" || break
done

if [ -n "$id" ]; then
  call PUT "$notes/$id" "$files/body.json"
  # Somebody deleted it meanwhile.
  if [ "$status" = 404 ]; then id=''; fi
fi
if [ -z "$id" ]; then call POST "$notes" "$files/body.json"; fi
case $status in
  200 | 201) ;;
  *) refused "write notes" ;;
esac
echo "the note of the merge request is up to date"
