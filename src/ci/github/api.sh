# Sourced by the scripts beside it, which write to GitHub what ftctl printed. Whatever the API says, the job ends as ftctl did.
# shellcheck shell=bash disable=SC2034,SC2154 # who sources it reads what is set here, and sets what is read

# What can't be said there stands in the summary. The caller sets what is $missing, which $right it takes, and how $loud to
# tell it: warning or notice.
give_up() {
  printf '::%s title=ftctl::%s\n' "$loud" "$(data "$missing: $1; it stands in the summary of the job")"
  exit 0
}

# Checks what every call needs and sets files, answer, headers and issues.
begin() {
  command -v jq >/dev/null || give_up "jq is not on this runner"
  [ -n "${INPUT_GITHUB_TOKEN:-}" ] || give_up "github-token is empty"
  api=${GITHUB_API_URL:-https://api.github.com}
  issues=$api/repos/$GITHUB_REPOSITORY/issues
  run=${GITHUB_SERVER_URL:-https://github.com}/$GITHUB_REPOSITORY/actions/runs/${GITHUB_RUN_ID:-}
  files=$(mktemp -d "$RUNNER_TEMP/ftctl-XXXXXX")
  answer=$files/answer.json
  headers=$files/headers.txt
}

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
    403 | 404 | 410) give_up "the token may not $1 ($status${said:+ $said}); the job needs $right" ;;
    *) give_up "GitHub answered $status${said:+ $said}" ;;
  esac
}

# Sets place: one text is kept for each environment and folder of a repository, found again by its first line.
set_place() {
  place=${INPUT_ENVIRONMENT:-default}@${INPUT_WORKING_DIRECTORY:-.}
  place=$(printf '%s' "$place" | LC_ALL=C tr -c 'A-Za-z0-9._/@-' '_' | sed 's/--*/-/g')
}

# A document of ftctl without its own first line, since the marker takes its place.
unmarked() {
  sed '1{/^<!-- ftctl:.* -->$/d;}' "$1"
}

# Makes of body.md, the foot $1 and the members that $2 adds the body of a request. GitHub takes 65,536 characters.
fit() {
  local members=${2:-}
  [ -n "$members" ] || members='{}'
  jq -Rs --arg foot "$1" --argjson more "$members" '
    if length + ($foot | length) + 2 <= 65536 then . + "\n" + $foot + "\n" else . end
    | if length <= 65536 then . else .[0:65000] + "\n\nThe rest did not fit here." end
    | $more + {body: .}' "$files/body.md" >"$files/body.json"
}

# Sets own: whose token it is. Anybody can write a text with the marker in it; only its own is replaced.
whose() {
  printf '{"query":"{viewer{login}}"}' >"$files/viewer.json"
  call POST "${GITHUB_GRAPHQL_URL:-$api/graphql}" "$files/viewer.json"
  own=''
  if [ "$status" = 200 ]; then own=$(jq -r '.data.viewer.login // empty' "$answer" 2>/dev/null) || own=''; fi
  own=${own:-github-actions[bot]}
}

# Sets found to the member $3 of the first item of the list at $1 that the token's own wrote with the marker, or to
# nothing; $2 is what reading it is called.
find_own() {
  local page
  found=''
  for ((page = 1; page <= 100; page++)); do
    call GET "$1&per_page=100&page=$page"
    [ "$status" = 200 ] || refused "$2"
    found=$(jq -r --arg marker "$marker" --arg own "$own" --arg member "$3" \
      '[.[] | select(.user.login == $own and (.body // "" | startswith($marker))) | .[$member] | select(type == "number")] | first // empty' "$answer") ||
      give_up "GitHub's answer is not understood"
    [ -z "$found" ] || break
    grep -iq '^link:.*rel="next"' "$headers" || break
  done
}

# Sets url to the address of what was written, if it is one.
set_url() {
  url=$(jq -r '.html_url // empty | select(test("^https?://[^[:cntrl:] ]+$"))' "$answer" 2>/dev/null) || url=''
}
