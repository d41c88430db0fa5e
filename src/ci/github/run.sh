#!/usr/bin/env bash
# Runs one command of ftctl as a step of a workflow: the result goes to the summary of the job, what is wrong beside its
# lines, numbers and files to the outputs. See action.yml for the inputs.
set -euo pipefail
# shellcheck source=src/ci/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/../common.sh"
# shellcheck source=src/ci/record.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/../record.sh"

stop() {
  printf '::error title=ftctl::%s\n' "$(data "$1")"
  exit 64
}

output() {
  printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"
}

asked=$INPUT_COMMAND
is_one_of "$asked" validate plan apply drift || stop "command has to be validate, plan, apply, drift or install, not '$asked'"
case $INPUT_ENVIRONMENT$INPUT_WORKING_DIRECTORY$INPUT_PLAN_FILE in
  *[[:cntrl:]]*) stop "environment, working-directory and plan-file are names without line ends" ;;
esac
words "$INPUT_ARGS" || stop "args has a quotation mark that is not closed"
args=(${list[@]+"${list[@]}"})
words "$INPUT_PATHS" || stop "paths has a quotation mark that is not closed"
paths=(${list[@]+"${list[@]}"})
words "$INPUT_SUCCESS_CODES" || stop "success-codes are numbers"
good=(${list[@]+"${list[@]}"})
environment=()
[ -z "$INPUT_ENVIRONMENT" ] || environment=(--env "$INPUT_ENVIRONMENT")
given_plan=$INPUT_PLAN_FILE
folder=$INPUT_WORKING_DIRECTORY
head_repository=${HEAD_REPOSITORY:-}
record_token=$INPUT_GITHUB_TOKEN
record_user=x-access-token
record_server=${GITHUB_SERVER_URL:-https://github.com}
record_remote=origin
cd -- "${folder:-.}" 2>/dev/null || stop "working-directory $folder is no folder; check the repository out first"

# What manifests of a branch read from the environment is theirs, and these are not.
unset INPUT_COMMAND INPUT_ARGS INPUT_PATHS INPUT_SUCCESS_CODES INPUT_ENVIRONMENT INPUT_WORKING_DIRECTORY INPUT_PLAN_FILE \
  INPUT_GITHUB_TOKEN HEAD_REPOSITORY

files=$(mktemp -d "$RUNNER_TEMP/ftctl-XXXXXX")
document=$files/document.md
log=$files/log.txt

# Until the same word comes again, nothing that is printed is taken for a command to the runner.
quiet=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
hush() { printf '::stop-commands::%s\n' "$quiet"; }
unhush() { printf '::%s::\n' "$quiet"; }

# Whether GitHub gives this run no secrets.
is_strangers() {
  [ "${GITHUB_EVENT_NAME:-}" = pull_request ] || return 1
  [ "$head_repository" != "$GITHUB_REPOSITORY" ] || [ "${GITHUB_ACTOR:-}" = "dependabot[bot]" ]
}

# Each error and warning of the log, beside its line where it has one, with how to mend it. GitHub shows ten of each.
annotate() {
  local line level='' place='' text='' errors=0 warnings=0
  local form='^(error|warning): (([^:]+):([0-9]+):([0-9]+): )?(.*)$' caret='^ +[|] +[\^]+ (.+)$'
  while IFS= read -r line; do
    if [[ $line =~ $caret ]] && [ -n "$level" ]; then
      text="$text; ${BASH_REMATCH[1]}"
    elif [[ $line =~ $form ]]; then
      told
      level=${BASH_REMATCH[1]} text=${BASH_REMATCH[6]} place=''
      [ -z "${BASH_REMATCH[3]}" ] ||
        place="file=$(property "$(of_repository "${BASH_REMATCH[3]}")"),line=${BASH_REMATCH[4]},col=${BASH_REMATCH[5]},"
      if [ "$level" = error ]; then errors=$((errors + 1)); else warnings=$((warnings + 1)); fi
      if [ "$level-$((errors > 10))" = error-1 ] || [ "$level-$((warnings > 10))" = warning-1 ]; then level=''; fi
    fi
  done <"$log"
  told
}

told() {
  [ -z "$level" ] || printf '::%s %stitle=ftctl %s::%s\n' "$level" "$place" "$asked" "$(data "$text")"
  level=''
}

# What the plan is refused for, beside the documents that say it where one does. Fields are parted by a letter that no text
# of the plan has: bash takes two tabs for one, and a deletion has no document.
annotate_plan() {
  local file line text place
  command -v jq >/dev/null || return 0
  ftctl show --format json "$1" >"$files/shown.json" 2>/dev/null || return 0
  while IFS=$'\037' read -r file line text; do
    place=''
    [ -z "$file" ] || place="file=$(property "$(of_repository "$file")"),line=${line:-1},"
    printf '::error %stitle=ftctl plan::%s\n' "$place" "$(data "$text")"
  done < <(jq -r 'def told: map(select(. != null and . != "")) | join("; ");
    [(.changes[] | select(.blocks | length > 0)
        | [.file, .line, .address + " is blocked: " + ([.blocks[] | .reason, .fix] | told)]),
      (.notices[]?, .policies[]? | select(.severity == "error")
        | [.file, .line, ([([.subject // empty, .message] | join(": ")), .fix] | told)])]
    | .[:10][] | map(. // "" | tostring | gsub("[[:cntrl:]]"; " ")) | join("\u001f")' "$files/shown.json" 2>/dev/null || :)
}

# A path as GitHub knows it, from the top of the checkout.
of_repository() {
  local path=$1
  case $path in /*) ;; *) path=$PWD/$path ;; esac
  printf '%s' "${path#"$(cd "$GITHUB_WORKSPACE" && pwd)/"}"
}

validate() {
  as_of_validate ${args[@]+"${args[@]}"}
  ftctl_into "$files/valid.txt" "$log" validate ${environment[@]+"${environment[@]}"} ${checking[@]+"${checking[@]}"} ${paths[@]+"${paths[@]}"}
  cat "$files/valid.txt"
}

in_summary() {
  printf '%s\n' "$1" >>"$GITHUB_STEP_SUMMARY"
}

case " ${args[*]-} " in
  *" --record "* | *" --base auto "* | *" --base=auto "*)
    fetch_recorded || stop "what was applied last (refs/ftctl/applied) can't be fetched from origin"
    ;;
esac
hush
case $asked in
  validate)
    validate
    ;;
  plan)
    plan=${given_plan:-$files/plan.json}
    case $plan in /*) ;; *) plan=$PWD/$plan ;; esac
    ftctl_into "$document" "$log" plan --detailed-exitcode --format markdown -o "$plan" \
      ${environment[@]+"${environment[@]}"} ${args[@]+"${args[@]}"} ${paths[@]+"${paths[@]}"}
    [ ! -s "$plan" ] || ftctl show "$plan" || plain "$document"
    ;;
  apply)
    before=$(recorded 2>/dev/null || :)
    [ -z "$given_plan" ] || paths=("$given_plan")
    ftctl_into "$document" "$log" apply --auto-approve --format markdown --report "$files/report.json" --journal "$files/journal.jsonl" \
      ${environment[@]+"${environment[@]}"} ${args[@]+"${args[@]}"} ${paths[@]+"${paths[@]}"}
    plain "$document"
    ;;
  drift)
    ftctl_into "$document" "$log" drift --format github-issue \
      ${environment[@]+"${environment[@]}"} ${args[@]+"${args[@]}"} ${paths[@]+"${paths[@]}"}
    plain "$document"
    ;;
esac
unhush

# A run from a fork has no key, and nobody who wrote it can give it one: that is no fault of what it brings.
only_validated=false
if [ "$code" -eq 77 ] && [ "$asked" = plan ] && is_strangers; then
  only_validated=true
  echo "GitHub gives this run no secrets, so the account is not asked: the manifests are validated, and that is all."
  hush
  validate
  unhush
fi

annotate
if [ "$asked" = plan ] && is_one_of "$code" 3 4; then annotate_plan "$plan"; fi

if [ "$only_validated" = true ] || [ "$asked" = validate ]; then
  if [ "$code" -eq 0 ]; then verdict='the manifests are valid'; else verdict="**$(meaning "$code")**"; fi
  in_summary "### ftctl validate: $verdict"
  in_summary ''
  if [ "$only_validated" = true ]; then
    in_summary 'There is no plan: GitHub gives runs of forks and of Dependabot no secrets. What merging would change shows once a branch of this repository has it.'
    in_summary ''
  fi
  # As code, in which nothing has a meaning but the fence itself.
  {
    echo '```text'
    awk '{ size += length($0) + 1 } size <= 60000 { gsub(/```/, "` ` `"); print }' "$log" "$files/valid.txt"
    echo '```'
  } >>"$GITHUB_STEP_SUMMARY"
elif [ -s "$document" ]; then
  cat "$document" >>"$GITHUB_STEP_SUMMARY"
else
  in_summary "### ftctl $asked: **$(meaning "$code")**"
  in_summary "It printed nothing and ended with $code; the log of the job says why."
fi

output exit-code "$code"
output validated-only "$only_validated"
[ "$only_validated" = true ] || [ ! -s "$document" ] || output document "$document"
if [ "$asked" = plan ]; then
  counts_of "$document"
  if [ -n "$counts" ] && [ "$only_validated" = false ]; then
    read -r create update replace delete move blocked unchanged <<<"$counts"
    output create "$create"
    output update "$update"
    output replace "$replace"
    output delete "$delete"
    output move "$move"
    output blocked "$blocked"
    output unchanged "$unchanged"
  fi
  [ ! -s "$plan" ] || output plan-file "$plan"
fi
case $asked-$code-$only_validated in
  plan-0-false | drift-0-*) output has-changes false ;;
  plan-[24]-false | drift-2-*) output has-changes true ;;
esac
if [ "$asked" = apply ]; then
  [ ! -s "$files/report.json" ] || output report-file "$files/report.json"
  [ ! -s "$files/journal.jsonl" ] || output journal-file "$files/journal.jsonl"
  case " ${args[*]-} " in
    *" --record "*)
      if ! push_recorded "$before"; then
        printf '::error title=ftctl apply::%s\n' \
          "what was applied is not recorded on the server: another run recorded meanwhile, or the job lacks contents: write"
        [ "$code" -ne 0 ] || exit 1
      fi
      ;;
  esac
fi

if is_one_of "$code" ${good[@]+"${good[@]}"}; then
  echo "ftctl $asked ended with $code: $(meaning "$code" "$asked")"
  exit 0
fi
printf '::error title=ftctl %s::%s\n' "$asked" "$(data "ended with $code: $(meaning "$code" "$asked")")"
exit "$code"
