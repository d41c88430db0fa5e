#!/usr/bin/env bash
# Keeps one issue of the repository: open while `drift` finds anything, with what it found, and closed when there is nothing
# any more. A night whose run failed closes nothing: the issue says that nothing is known. Where the repository has no
# issues, or the job may not write them, it stays as green as it is.
set -euo pipefail
# shellcheck source=src/ci/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
# shellcheck source=src/ci/github/api.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/api.sh"

missing="no issue tells this drift" right="issues: write" loud=notice
begin
set_place
marker="<!-- ftctl:drift issue=$place -->"
title="Fivetran differs from the manifests${INPUT_ENVIRONMENT:+ of $INPUT_ENVIRONMENT}"
foot="<sub>[This run](${run})</sub>"

# Sends the issue's new text, and what else it changes.
update() {
  call PATCH "$issues/$found" "$files/body.json"
  [ "$status" = 200 ] || refused "write issues"
}

whose
# The newest first, since what is open is seldom old. Pull requests are issues, too, and have no marker of this kind.
find_own "$issues?state=open&sort=created&direction=desc" "read issues" number
printf '%s\n' "$marker" >"$files/body.md"
case ${HAS_DRIFT:-} in
  true)
    [ ! -s "${DOCUMENT:-}" ] || unmarked "$DOCUMENT" >>"$files/body.md"
    if [ -n "$found" ]; then
      fit "$foot"
      update
    else
      fit "$foot" "$(jq -n --arg title "$title" '{title: $title}')"
      call POST "$issues" "$files/body.json"
      [ "$status" = 201 ] || refused "write issues"
    fi
    said="the issue tells the drift"
    ;;
  false)
    if [ -z "$found" ]; then
      echo "no drift, and no issue that says so"
      exit 0
    fi
    # Why first: an issue that was closed without a word looks like a mistake.
    jq -n --arg run "$run" '{body: "No drift is found any more: \($run)"}' >"$files/body.json"
    call POST "$issues/$found/comments" "$files/body.json"
    [ "$status" = 201 ] || refused "write issues"
    printf '{"state": "closed", "state_reason": "completed"}' >"$files/body.json"
    update
    said="no drift any more: the issue is closed"
    ;;
  *)
    [ -n "$found" ] || exit 0
    how='before ftctl began'
    [ -z "${EXIT_CODE:-}" ] || how="with $EXIT_CODE ($(meaning "$EXIT_CODE"))"
    {
      printf '### ftctl drift: **nothing is known**\n\nThe last run ended %s. What is in Fivetran was not compared; [the log](%s) says more.\n' "$how" "$run"
      [ ! -s "${DOCUMENT:-}" ] || { echo && unmarked "$DOCUMENT"; }
    } >>"$files/body.md"
    fit "$foot"
    update
    said="the issue says that nothing is known"
    ;;
esac
set_url
[ -z "$url" ] || printf 'issue-url=%s\n' "$url" >>"$GITHUB_OUTPUT"
echo "$said${url:+: $url}"
