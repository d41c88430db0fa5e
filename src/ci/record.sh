# Sourced by the scripts of CI jobs: takes what was applied last (refs/ftctl/applied) from the server, and brings what this
# job recorded there. Wants record_remote, record_server, record_user, record_token.
# shellcheck shell=bash disable=SC2154 # who sources it sets them

# git with the token in its environment, where no list of processes shows it.
git_with_token() {
  local GIT_TERMINAL_PROMPT=0
  export GIT_TERMINAL_PROMPT
  if [ -z "$record_token" ]; then
    git "$@"
    return
  fi
  # The empty one takes back what a checkout that keeps its credentials has set: two of them are refused.
  local key="http.$record_server/.extraheader"
  GIT_CONFIG_COUNT=2 GIT_CONFIG_KEY_0=$key GIT_CONFIG_VALUE_0='' GIT_CONFIG_KEY_1=$key \
    GIT_CONFIG_VALUE_1="AUTHORIZATION: basic $(printf '%s:%s' "$record_user" "$record_token" | base64 | tr -d '\n')" git "$@"
}

# Names and commits, a line each.
recorded() {
  git for-each-ref --format='%(refname) %(objectname)' refs/ftctl/applied/
}

fetch_recorded() {
  git_with_token fetch --quiet "$record_remote" '+refs/ftctl/applied/*:refs/ftctl/applied/*'
}

# Pushes what became of what was recorded before ($1), unless somebody else pushed since it was fetched.
push_recorded() {
  local before=$1 name revision old failed=0
  while read -r name revision; do
    old=$(printf '%s\n' "$before" | awk -v name="$name" '$1 == name { print $2 }')
    [ "$old" != "$revision" ] || continue
    if git_with_token push --quiet --force-with-lease="$name:$old" "$record_remote" "$name:$name"; then
      echo "pushed $name"
    else
      failed=1
    fi
  done < <(recorded)
  return "$failed"
}
