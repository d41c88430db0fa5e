# Sourced by the scripts beside it. They run on the bash of macOS, too, which is 3.2: no mapfile, no `${x@Q}`, and an empty
# array is unset.
# shellcheck shell=bash disable=SC2034 # who sources it reads what is set here

# A text as the message of one of GitHub's workflow commands.
data() {
  local text=$1
  text=${text//[%]/%25}
  text=${text//$'\r'/%0D}
  printf '%s' "${text//$'\n'/%0A}"
}

# And as one of its properties, which end at further characters.
property() {
  local text
  text=$(data "$1")
  text=${text//:/%3A}
  printf '%s' "${text//,/%2C}"
}

# Sets list to the words of a text. Quotes and backslashes keep blanks in a word, as in a shell, and nothing else has a
# meaning: what is in a variable is never carried out.
words() {
  list=()
  local word parted
  case $1 in *[![:space:]]*) ;; *) return 0 ;; esac
  parted=$(mktemp)
  if ! printf '%s\n' "$1" | xargs printf '%s\0' >"$parted" 2>/dev/null; then
    rm -f "$parted"
    return 1
  fi
  while IFS= read -r -d '' word; do list+=("$word"); done <"$parted"
  rm -f "$parted"
}

# What an exit code of a command ($2, plan where not said) means, for whoever reads the closing line of a job.
meaning() {
  case $1${2:+-$2} in
    2-drift) echo "the account is not as the manifests say"; return ;;
    3-plan | 3-apply) echo "a policy of the project is not kept"; return ;;
  esac
  case $1 in
    0) echo "done, or nothing to do" ;;
    2) echo "there are changes, and all of them are allowed" ;;
    3) echo "a check found something" ;;
    4) echo "blocked: something has to be allowed first, or the manifests mended" ;;
    5) echo "some of it was done, and the rest was not; the report says what, and another run goes on" ;;
    6) echo "the saved plan is stale; plan again" ;;
    64) echo "the command line is wrong" ;;
    65) echo "the manifests are wrong" ;;
    69) echo "Fivetran could not be reached" ;;
    70) echo "a defect of ftctl" ;;
    77) echo "the API key is missing, was not accepted, or may not do this" ;;
    130 | 143) echo "interrupted" ;;
    *) echo "failed" ;;
  esac
}

# Whether a word stands in a list of words.
is_one_of() {
  local one wanted=$1
  shift
  for one in "$@"; do [ "$one" != "$wanted" ] || return 0; done
  return 1
}

# Sets checking to those of the arguments of another command that `validate` takes, too.
as_of_validate() {
  checking=()
  while [ $# -gt 0 ]; do
    case $1 in
      --var | --var-file | --config | --allow-path | --allow-credentials | --now)
        checking+=("$1")
        [ $# -lt 2 ] || checking+=("$2")
        [ $# -lt 2 ] || shift
        ;;
      --var=* | --var-file=* | --config=* | --allow-path=* | --allow-credentials=* | --now=* | --strict) checking+=("$1") ;;
    esac
    shift
  done
}

# Runs ftctl, whose result goes to the file $1, and the rest to the log of the job and to the file $2. Sets code.
ftctl_into() {
  local result=$1 log=$2 states
  shift 2
  set +e
  ftctl "$@" 2>&1 >"$result" | tee "$log"
  states=("${PIPESTATUS[@]}")
  set -e
  code=${states[0]}
}

# Sets counts to the seven numbers of the last line of a plan, or to nothing.
counts_of() {
  counts=$(sed -n 's/^Plan: \([0-9]*\) create, \([0-9]*\) update, \([0-9]*\) replace, \([0-9]*\) delete, \([0-9]*\) move, \([0-9]*\) blocked, \([0-9]*\) unchanged.*/\1 \2 \3 \4 \5 \6 \7/p' "$1" | tail -n 1)
}

# A document for a page, as a log shows it: without what a browser needs.
plain() {
  sed -e 's/<br>/ /g' -e 's/<[^<>]*>//g' -e 's/&#64;/@/g' -e 's/&#96;/`/g' -e 's/&#124;/|/g' -e 's/&lt;/</g' -e 's/&gt;/>/g' -e 's/&amp;/\&/g' "$1"
}
