# shellcheck shell=bash
# Shared by bin/demo and bin/test: everything a fresh machine lacks. Sourced, not run; the caller sets -eu.
# What may be installed with apt is installed; what may not is named with the exact command.

PDF_PACKAGES=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core) # WeasyPrint; it crashes without a font
TEST_PACKAGES=(poppler-utils) # the tests read PDFs with pdftotext
BROWSER_PACKAGES=(libatomic1) # Playwright's driver; the browser itself is found, or installed, by bin/test

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
VENV=$ROOT/.venv
VAR=$ROOT/var
cd "$ROOT"

say() { printf '%s\n' "$*" >&2; }
die() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

# One at a time: a second start waits for the first. The lock goes when the process does, however it ends.
lock() {
  mkdir -p "$VAR"
  exec 9>"$VAR/prepare.lock"
  flock -n 9 || { say "Another bin/demo or bin/test is preparing this folder; waiting for it ..." && flock 9; }
}
unlock() { exec 9>&-; }

# Prints how to become root: "" (we are), "sudo", or fails when we cannot.
become_root() {
  [ "$(id -u)" = 0 ] && return 0
  command -v sudo >/dev/null || return 1
  if sudo -n true 2>/dev/null || [ -t 0 ]; then echo sudo; else return 1; fi
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
is_whole() { [ ! -e "$VENV/half-made" ] && "$VENV/bin/python" -c '' 2>/dev/null; }

# install_packages PACKAGE...: those that are missing, all in one go; or stops and says which command does it.
install_packages() {
  local missing=() package sudo log=$VAR/apt.log
  is_whole || "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
  for package in "$@"; do is_installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  local by_hand="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
  command -v apt-get >/dev/null || die "This is no Debian or Ubuntu, so these have to be installed by hand, under the names they have here:
Pango 1.44 or newer, HarfBuzz with its subset library, a font, Python's venv; for the tests also pdftotext, PostgreSQL and Chromium.
On Debian: $by_hand"
  sudo=$(become_root) || die "Some system packages are missing, and this user may not install them. Run this as root, or ask someone
who may, then start again:

    $by_hand"
  say "Installing system packages${sudo:+ (sudo may ask for your password)}: ${missing[*]} ..."
  local apt=($sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  {
    "${apt[@]}" update # may fail for a source that has nothing to do with us; what counts is the installation
    $sudo dpkg --configure -a # a run that was stopped halfway leaves dpkg halfway; finishing that mends it
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}"
  } >"$log" 2>&1 </dev/null || {
    tail -n 15 "$log" >&2
    die "apt could not install them (all of its output: $log). When that is mended:

    $by_hand"
  }
}

# Sets PYTHON to a Python that will do.
find_python() {
  PYTHON=$(command -v python3) || die "python3 is not here. Python 3.11 or newer is needed:

    apt-get update && apt-get install -y python3 python3-venv"
  "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    die "Python 3.11 or newer is needed; $PYTHON is $("$PYTHON" -V 2>&1)."
}

# prepare_venv NAME FILE: the virtual environment with what FILE requires. The stamp is written last and a half-made
# environment carries a mark, so what was stopped halfway is never taken for whole but made anew.
prepare_venv() {
  local name=$1 file=$2 stamp=$VENV/stamp-$1 wanted
  wanted=$({ "$PYTHON" -V && cat requirements.txt "$file"; } | sha256sum)
  if is_whole && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then return 0; fi

  if ! is_whole || ! "$VENV/bin/python" -c 'import pip' 2>/dev/null; then
    say "Making the virtual environment ..."
    rm -rf "$VENV" && mkdir "$VENV" && touch "$VENV/half-made"
    "$PYTHON" -m venv "$VENV" || die "python3 could not make a virtual environment in $VENV."
  fi
  say "Installing the $name requirements (a minute; only now and when they change) ..."
  touch "$VENV/half-made"
  # only files whose digest stands there, and no package that has to be built: a build would fetch tools that nobody pinned
  "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$file" ||
    die "pip could not install the requirements; its message is above. Start again when that is mended."
  rm "$VENV/half-made"
  echo "$wanted" >"$stamp"
}

# Neither command runs with the settings of production by accident.
development_settings() {
  unset SECRET_KEY ALLOWED_HOSTS DATABASE_URL SITE_URL EMAIL_URL DEFAULT_FROM_EMAIL TRUSTED_PROXY_COUNT STATIC_ROOT SLOTS_DIR PDF_AT_ONCE PREVIEWS_DIR
  export DEBUG=on DJANGO_SETTINGS_MODULE=privacy_builder.settings
}
