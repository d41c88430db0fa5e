#!/usr/bin/env bash
# Runs one command of ftctl (validate, plan, apply, drift) as a job of GitLab, and leaves its files in ftctl-out/: plan.md,
# plan.json, report.json, journal.jsonl, code-quality.json, counts.env. See docs/how-to/pull-requests-on-gitlab.md.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=src/ci/common.sh
. "$here/../common.sh"
# shellcheck source=src/ci/record.sh
. "$here/../record.sh"

stop() {
  printf 'error: %s\n' "$1" >&2
  exit 64
}

asked=${1:-}
is_one_of "$asked" validate plan apply drift || stop "job.sh takes validate, plan, apply or drift, not '$asked'"
words "${FTCTL_ARGS:-}" || stop "FTCTL_ARGS has a quotation mark that is not closed"
args=(${list[@]+"${list[@]}"})
words "${FTCTL_PATHS:-}" || stop "FTCTL_PATHS has a quotation mark that is not closed"
paths=(${list[@]+"${list[@]}"})
words "${FTCTL_SUCCESS_CODES:-0 2}" || stop "FTCTL_SUCCESS_CODES are numbers"
good=(${list[@]+"${list[@]}"})
environment=()
[ -z "${FTCTL_ENVIRONMENT:-}" ] || environment=(--env "$FTCTL_ENVIRONMENT")
record_token=${FTCTL_GITLAB_TOKEN:-}
record_user=oauth2
record_server=$CI_SERVER_URL
record_remote=origin
[ -z "$record_token" ] || record_remote=$CI_PROJECT_URL.git
# What manifests of a branch read from the environment is theirs, and this is not.
unset FTCTL_GITLAB_TOKEN

out=$CI_PROJECT_DIR/ftctl-out
mkdir -p "$out"
# It is nobody's change: what is recorded is recorded of a clean tree.
printf '*\n' >"$out/.gitignore"
cd -- "$CI_PROJECT_DIR/${FTCTL_FOLDER:-}" 2>/dev/null || stop "FTCTL_FOLDER '${FTCTL_FOLDER:-}' is no folder of the project"

is_strangers() {
  [ -n "${CI_MERGE_REQUEST_IID:-}" ] && [ "${CI_MERGE_REQUEST_SOURCE_PROJECT_ID:-}" != "${CI_MERGE_REQUEST_PROJECT_ID:-}" ]
}

# Problems beside their lines, in the merge request's list of what the branch brings.
code_quality() {
  as_of_validate ${args[@]+"${args[@]}"}
  ftctl validate --format gitlab ${environment[@]+"${environment[@]}"} ${checking[@]+"${checking[@]}"} ${paths[@]+"${paths[@]}"} \
    >"$out/code-quality.json" 2>/dev/null || :
  [ -s "$out/code-quality.json" ] || echo '[]' >"$out/code-quality.json"
}

validate() {
  as_of_validate ${args[@]+"${args[@]}"}
  ftctl_into "$out/valid.txt" "$out/log.txt" validate ${environment[@]+"${environment[@]}"} ${checking[@]+"${checking[@]}"} ${paths[@]+"${paths[@]}"}
  cat "$out/valid.txt"
}

case " ${args[*]-} " in
  *" --record "* | *" --base auto "* | *" --base=auto "*)
    fetch_recorded || stop "what was applied last (refs/ftctl/applied) can't be fetched from $record_remote"
    ;;
esac
case $asked in
  validate)
    code_quality
    validate
    ;;
  plan)
    code_quality
    ftctl_into "$out/plan.md" "$out/log.txt" plan --detailed-exitcode --format markdown -o "$out/plan.json" \
      ${environment[@]+"${environment[@]}"} ${args[@]+"${args[@]}"} ${paths[@]+"${paths[@]}"}
    [ ! -s "$out/plan.json" ] || ftctl show "$out/plan.json" || plain "$out/plan.md"
    counts_of "$out/plan.md"
    if [ -n "$counts" ]; then
      read -r create update replace delete move blocked unchanged <<<"$counts"
      printf 'FTCTL_%s\n' "CREATE=$create" "UPDATE=$update" "REPLACE=$replace" "DELETE=$delete" "MOVE=$move" "BLOCKED=$blocked" \
        "UNCHANGED=$unchanged" >"$out/counts.env"
    fi
    ;;
  apply)
    before=$(recorded 2>/dev/null || :)
    [ -z "${FTCTL_PLAN_FILE:-}" ] || paths=("$FTCTL_PLAN_FILE")
    ftctl_into "$out/apply.md" "$out/log.txt" apply --auto-approve --format markdown --report "$out/report.json" --journal "$out/journal.jsonl" \
      ${environment[@]+"${environment[@]}"} ${args[@]+"${args[@]}"} ${paths[@]+"${paths[@]}"}
    plain "$out/apply.md"
    ;;
  drift)
    ftctl_into "$out/drift.md" "$out/log.txt" drift --format markdown \
      ${environment[@]+"${environment[@]}"} ${args[@]+"${args[@]}"} ${paths[@]+"${paths[@]}"}
    plain "$out/drift.md"
    ;;
esac

only_validated=false
if [ "$code" -eq 77 ] && [ "$asked" = plan ] && is_strangers; then
  only_validated=true
  echo "A pipeline of a fork has no secrets, so the account is not asked: the manifests are validated, and that is all."
  rm -f "$out/plan.md"
  validate
fi
if [ "$asked" = plan ] && [ "$only_validated" = false ] && [ -n "${CI_MERGE_REQUEST_IID:-}" ]; then
  EXIT_CODE=$code DOCUMENT=$out/plan.md NOTE_TOKEN=$record_token bash "$here/note.sh"
fi
if [ "$asked" = apply ]; then
  case " ${args[*]-} " in
    *" --record "*)
      if ! push_recorded "$before"; then
        echo "error: what was applied is not recorded on the server: another pipeline recorded meanwhile, or FTCTL_GITLAB_TOKEN may not write the repository" >&2
        [ "$code" -ne 0 ] || exit 1
      fi
      ;;
  esac
fi

echo "ftctl $asked ended with $code: $(meaning "$code" "$asked")"
if is_one_of "$code" ${good[@]+"${good[@]}"}; then exit 0; fi
exit "$code"
