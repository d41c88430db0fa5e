#!/usr/bin/env bash
# Keeps one comment of a pull request up to date with what `plan` printed, also where it failed: whoever reads it must not
# take yesterday's plan for today's. Whatever the API says, the job ends as the plan did.
set -euo pipefail
# shellcheck source=src/ci/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"

give_up() {
  printf '::warning title=ftctl::%s\n' "$(data "the pull request has no comment of this plan: $1; it stands in the summary of the job")"
  exit 0
}

[ "${VALIDATED_ONLY:-}" != true ] || exit 0
[[ ${PULL_REQUEST:-} =~ ^[0-9]+$ ]] || exit 0
command -v jq >/dev/null || give_up "jq is not on this runner"
[ -n "${INPUT_GITHUB_TOKEN:-}" ] || give_up "github-token is empty"
api=${GITHUB_API_URL:-https://api.github.com}
comments=$api/repos/$GITHUB_REPOSITORY/issues
files=$(mktemp -d "$RUNNER_TEMP/ftctl-XXXXXX")
answer=$files/answer.json
headers=$files/headers.txt

# Calls the API and sets status; the answer is in its file. The token comes by a pipe, since arguments show in lists of
# processes. A write is never sent twice: it could make a second comment.
call() {
  local method=$1 url=$2 body=${3:-} more=()
  if [ "$method" = GET ]; then more=(--retry 2); fi
  [ -z "$body" ] || more+=(--header 'Content-Type: application/json' --data-binary "@$body")
  status=$(printf 'header = "Authorization: Bearer %s"\n' "$INPUT_GITHUB_TOKEN" |
    curl --config - --silent --show-error --max-time 60 --request "$method" --header 'Accept: application/vnd.github+json' \
      --header 'X-GitHub-Api-Version: 2022-11-28' --dump-header "$headers" --output "$answer" --write-out '%{http_code}' \
      ${more[@]+"${more[@]}"} "$url") || give_up "GitHub's API can't be reached"
}

refused() {
  local said
  said=$(jq -r '.message // empty' "$answer" 2>/dev/null | head -c 300) || said=''
  case $status in
    403 | 404) give_up "the token may not $1 ($status${said:+ $said}); the job needs pull-requests: write" ;;
    *) give_up "GitHub answered $status${said:+ $said}" ;;
  esac
}

# One comment for each environment and folder of a repository, found again by its first line.
place=${INPUT_ENVIRONMENT:-default}@${INPUT_WORKING_DIRECTORY:-.}
place=$(printf '%s' "$place" | LC_ALL=C tr -c 'A-Za-z0-9._/@-' '_' | sed 's/--*/-/g')
marker="<!-- ftctl:plan comment=$place -->"

commit=${HEAD_SHA:-${GITHUB_SHA:-}}
run=${GITHUB_SERVER_URL:-https://github.com}/$GITHUB_REPOSITORY/actions/runs/${GITHUB_RUN_ID:-}
foot="<sub>[This run](${run}), of ${commit:0:12}${INPUT_ENVIRONMENT:+, environment $place}</sub>"
{
  printf '%s\n' "$marker"
  if [ -s "${DOCUMENT:-}" ]; then
    sed '1{/^<!-- ftctl:.* -->$/d;}' "$DOCUMENT"
  elif [ -n "${EXIT_CODE:-}" ]; then
    printf '### ftctl plan: **no plan**\n\nThe run ended with %s (%s) and printed nothing. What would change is not known until this is mended; [the log](%s) says more.\n' \
      "$EXIT_CODE" "$(meaning "$EXIT_CODE")" "$run"
  else
    printf '### ftctl plan: **no plan**\n\nThe run ended before ftctl began. What would change is not known until this is mended; [the log](%s) says why.\n' "$run"
  fi
} >"$files/body.md"
# GitHub takes 65,536 characters.
jq -Rs --arg foot "$foot" '
  if length + ($foot | length) + 2 <= 65536 then . + "\n" + $foot + "\n" else . end
  | if length <= 65536 then . else .[0:65000] + "\n\nThe rest did not fit here." end
  | {body: .}' "$files/body.md" >"$files/body.json"

# Whose token it is. Anybody can write a comment with the marker in it; only its own is replaced.
printf '{"query":"{viewer{login}}"}' >"$files/viewer.json"
call POST "${GITHUB_GRAPHQL_URL:-$api/graphql}" "$files/viewer.json"
own=''
if [ "$status" = 200 ]; then own=$(jq -r '.data.viewer.login // empty' "$answer" 2>/dev/null) || own=''; fi
own=${own:-github-actions[bot]}

id=''
for ((page = 1; page <= 100; page++)); do
  call GET "$comments/$PULL_REQUEST/comments?per_page=100&page=$page"
  [ "$status" = 200 ] || refused "read comments"
  id=$(jq -r --arg marker "$marker" --arg own "$own" \
    '[.[] | select(.user.login == $own and (.body // "" | startswith($marker))) | .id | select(type == "number")] | first // empty' "$answer") ||
    give_up "GitHub's answer is not understood"
  [ -z "$id" ] || break
  grep -iq '^link:.*rel="next"' "$headers" || break
done

if [ -n "$id" ]; then
  call PATCH "$comments/comments/$id" "$files/body.json"
  # Somebody deleted it meanwhile.
  if [ "$status" = 404 ]; then id=''; fi
fi
if [ -z "$id" ]; then call POST "$comments/$PULL_REQUEST/comments" "$files/body.json"; fi
case $status in
  200 | 201) ;;
  *) refused "write comments" ;;
esac
url=$(jq -r '.html_url // empty | select(test("^https?://[^[:cntrl:] ]+$"))' "$answer" 2>/dev/null) || url=''
[ -z "$url" ] || printf 'comment-url=%s\n' "$url" >>"$GITHUB_OUTPUT"
echo "the comment is up to date${url:+: $url}"
