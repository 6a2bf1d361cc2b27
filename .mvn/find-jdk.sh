# shellcheck shell=sh
# Sourced by mvnw and pairtrail: sets JAVA_HOME to the first JDK that is new enough, in the order of the calls
# at the end and in each of them the newest. With none it says what is there and what to do, and exits with 2.

jdk_needed=25
jdk_seen=''

# Sets jdk_version to the major version of the JDK or JRE in folder $1.
jdk_read_version() {
  jdk_version=''
  if [ -r "$1/release" ]; then
    while IFS='=' read -r jdk_key jdk_value || [ -n "$jdk_key" ]; do
      [ "$jdk_key" != JAVA_VERSION ] || jdk_version=$jdk_value
    done <"$1/release"
  else
    jdk_version=$("$1/bin/java" -version 2>&1 </dev/null | sed -n 's/.* version \("[^"]*"\).*/\1/p')
  fi
  jdk_version=${jdk_version#\"}
  jdk_version=${jdk_version#1.} # as in 1.8
  jdk_version=${jdk_version%%[!0-9]*}
}

# Adds folder $1, which is too old or no JDK, to the list for the message.
jdk_note() {
  jdk_place=$(cd -P "$1" && pwd) || return 0
  case $jdk_seen in *" $jdk_place
"*) return 0 ;; esac
  jdk_seen="$jdk_seen  ${jdk_version:-unknown version}$2 in $jdk_place
"
}

# Sets JAVA_HOME to the newest JDK of the folders given, if one is new enough.
jdk_choose() {
  jdk_best=$((jdk_needed - 1))
  jdk_home=''
  for jdk_folder; do
    [ -x "${jdk_folder:-/none}/bin/java" ] || continue
    jdk_read_version "$jdk_folder"
    if [ ! -x "$jdk_folder/bin/javac" ]; then
      jdk_note "$jdk_folder" ' (no JDK: it has no javac)'
    elif [ "${jdk_version:-0}" -lt "$jdk_needed" ]; then
      jdk_note "$jdk_folder" ''
    elif [ "$jdk_version" -gt "$jdk_best" ]; then
      jdk_best=$jdk_version
      jdk_home=$jdk_folder
    fi
  done
  [ -n "$jdk_home" ] || return 1
  JAVA_HOME=$jdk_home
  export JAVA_HOME
}

# The home of the java on PATH: what its link leads to.
jdk_on_path() {
  jdk_java=$(command -v java) || return 0
  jdk_java=$(readlink -f "$jdk_java") || return 0
  case $jdk_java in /usr/bin/java) ;; */bin/java) printf '%s\n' "${jdk_java%/bin/java}" ;; esac
}

# What macOS itself would choose.
jdk_of_macos() {
  [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v "$jdk_needed+" 2>/dev/null
}

jdk_choose "${JAVA_HOME:-}" ||
  jdk_choose "$(jdk_on_path)" ||
  jdk_choose /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/openjdk* /usr/local/jdk* \
    /opt/java/* /opt/jdk* /opt/openjdk* ||
  jdk_choose "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* ||
  jdk_choose "${ASDF_DATA_DIR:-${HOME:-}/.asdf}"/installs/java/* \
    "${MISE_DATA_DIR:-${HOME:-}/.local/share/mise}"/installs/java/* ||
  jdk_choose "${HOME:-}"/.jdks/* "${HOME:-}"/.gradle/jdks/* ||
  jdk_choose "$(jdk_of_macos)" ||
  jdk_choose /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home ||
  jdk_choose /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec || {
  {
    echo "Pairtrail needs a JDK $jdk_needed or newer."
    if [ -n "$jdk_seen" ]; then
      echo 'Found only:'
      printf '%s' "$jdk_seen"
    else
      echo 'Found no Java at all.'
    fi
    echo "Install one, for example:"
    echo "  from your distribution: openjdk-$jdk_needed-jdk (apt), java-$jdk_needed-openjdk-devel (dnf)"
    echo "  with SDKMAN:            sdk install java $jdk_needed-tem"
    echo "  with Homebrew:          brew install openjdk@$jdk_needed"
    echo "  from Adoptium:          Eclipse Temurin $jdk_needed"
    echo 'If it is in an unusual place, set JAVA_HOME to it.'
  } >&2
  exit 2
}
