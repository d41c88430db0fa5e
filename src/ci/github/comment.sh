#!/usr/bin/env bash
# Keeps one comment of a pull request up to date with what `plan` printed, also where it failed: whoever reads it must not
# take yesterday's plan for today's. Whatever the API says, the job ends as the plan did.
set -euo pipefail
# shellcheck source=src/ci/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"

# shellcheck source=src/ci/github/api.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/api.sh"

missing="the pull request has no comment of this plan" right="pull-requests: write" loud=warning
[ "${VALIDATED_ONLY:-}" != true ] || exit 0
[[ ${PULL_REQUEST:-} =~ ^[0-9]+$ ]] || exit 0
begin
set_place
marker="<!-- ftctl:plan comment=$place -->"

commit=${HEAD_SHA:-${GITHUB_SHA:-}}
foot="<sub>[This run](${run}), of ${commit:0:12}${INPUT_ENVIRONMENT:+, environment $place}</sub>"
{
  printf '%s\n' "$marker"
  if [ -s "${DOCUMENT:-}" ]; then
    unmarked "$DOCUMENT"
  elif [ -n "${EXIT_CODE:-}" ]; then
    printf '### ftctl plan: **no plan**\n\nThe run ended with %s (%s) and printed nothing. What would change is not known until this is mended; [the log](%s) says more.\n' \
      "$EXIT_CODE" "$(meaning "$EXIT_CODE")" "$run"
  else
    printf '### ftctl plan: **no plan**\n\nThe run ended before ftctl began. What would change is not known until this is mended; [the log](%s) says why.\n' "$run"
  fi
} >"$files/body.md"
fit "$foot"
whose
find_own "$issues/$PULL_REQUEST/comments?sort=created" "read comments" id

if [ -n "$found" ]; then
  call PATCH "$issues/comments/$found" "$files/body.json"
  # Somebody deleted it meanwhile.
  if [ "$status" = 404 ]; then found=''; fi
fi
if [ -z "$found" ]; then call POST "$issues/$PULL_REQUEST/comments" "$files/body.json"; fi
case $status in
  200 | 201) ;;
  *) refused "write comments" ;;
esac
set_url
[ -z "$url" ] || printf 'comment-url=%s\n' "$url" >>"$GITHUB_OUTPUT"
echo "the comment is up to date${url:+: $url}"
