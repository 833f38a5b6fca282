# Sourced by scripts/demo and scripts/test: installs what is missing from scripts/packages.txt.
# Asks for root only when something has to be installed.

setup_fail() { echo "Fout: $1" >&2; exit 5; }

boost_version() {  # 1.81 where the release has it (Debian 12), otherwise the release's own
  if apt-cache show libboost1.81-dev >/dev/null 2>&1; then echo 1.81; fi
}

wanted_packages() {
  local boost=$1
  sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' -e "s/{BOOST}/$boost/" scripts/packages.txt | while read -r package; do
    # libboost-json1.81-dev is how Debian names it with a version, libboost-json-dev without
    echo "$package"
  done
}

is_installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }

missing_packages() {
  local package
  for package in "$@"; do is_installed "$package" || echo "$package"; done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else setup_fail "voor het installeren is root nodig; voer uit als root: $*"
  fi
}

setup() {
  command -v apt-get >/dev/null 2>&1 || setup_fail "dit script kent alleen Debian en Ubuntu (apt-get); de benodigde pakketten staan in scripts/packages.txt"
  local boost packages missing
  if is_installed libboost1.81-dev; then boost=1.81; else boost=$(boost_version); fi
  mapfile -t packages < <(wanted_packages "$boost")
  mapfile -t missing < <(missing_packages "${packages[@]}")
  [ "${#missing[@]}" = 0 ] && return 0
  echo "Installeren: ${missing[*]}" >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  boost=$(boost_version)  # a bare system knows its packages only now
  mapfile -t packages < <(wanted_packages "$boost")
  mapfile -t missing < <(missing_packages "${packages[@]}")
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 ||
    setup_fail "het installeren is niet gelukt; zie de regels hierboven"
}
