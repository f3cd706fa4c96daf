#!/bin/sh
# `sh make/venv.sh .venv`: a .venv that works, made anew when it is missing or broken, was moved, or when PYTHON asks for another
# interpreter. Its python.stamp holds what it was made with and is left alone when nothing changed. What is in the way is told in
# one sentence with the command that helps; on Debian and Ubuntu as root the package is installed.
set -u
venv=$1
stamp=$venv/python.stamp
asked=${PYTHON:-}

stop() {
    printf '%s\n' "$1" "  → $2" >&2
    exit 1
}

# Version, path and real path of an interpreter, a line each; nothing when it does not run. For Python 2 too, which then hears that it is too old.
describe() {
    "$@" -c 'import os, sys
sys.stdout.write("%d.%d.%d\n%s\n%s\n" % (sys.version_info[:3] + (sys.executable, os.path.realpath(sys.executable))))' 2>/dev/null | tr -d '\r'
}

part() { printf '%s\n' "$found" | sed -n "$1p"; }

is_new_enough() {
    case $(part 1) in
        3.1[1-9].* | 3.[2-9][0-9].* | [4-9].*) return 0 ;;
        *) return 1 ;;
    esac
}

# `PYTHON` may be a path with spaces, or a command with an option (`py -3.13`).
look_for_asked() {
    found=$(describe "$asked")
    # shellcheck disable=SC2086
    [ -n "$found" ] || found=$(describe $asked)
    [ -n "$found" ] || stop "PYTHON=$asked is geen Python dat werkt." "Noem een ander: make serve PYTHON=/pad/naar/python3"
}

look_around() {
    oldest=
    for name in python3 python python3.14 python3.13 python3.12 python3.11; do
        found=$(describe "$name")
        is_new_enough && return
        [ -n "$found" ] && oldest=${oldest:-$found}
    done
    found=$oldest
    [ -n "$found" ] || stop "Er is geen Python gevonden; de cursus heeft Python 3.11 of nieuwer nodig." "$(how_to_get python)"
}

how_to_get() {
    if command -v apt-get >/dev/null 2>&1; then
        [ "$1" = python ] && set -- "python3 python3-venv"
        [ "$(id -u)" = 0 ] && echo "apt-get install $1" || echo "sudo apt-get install $1"
    elif [ "$1" != python ]; then
        echo "Installeer Python opnieuw, met pip en venv erbij."
    elif command -v brew >/dev/null 2>&1; then
        echo "brew install python"
    elif [ "${OS:-}" = Windows_NT ]; then
        echo "winget install Python.Python.3.13"
    else
        echo "Installeer het met het pakketbeheer van je systeem, of van python.org."
    fi
}

can_make() { "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; }

bring_venv() {
    package=python$(part 1 | cut -d. -f1,2)-venv
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        echo "$ apt-get install $package"
        DEBIAN_FRONTEND=noninteractive
        export DEBIAN_FRONTEND
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$package"; } >/dev/null 2>&1
    fi
    can_make || stop "Python $(part 1) ($python) kan geen .venv maken: ensurepip of venv ontbreekt." "$(how_to_get "$package")"
}

inside() { if [ -d "$venv/Scripts" ]; then echo "$venv/Scripts/python"; else echo "$venv/bin/python"; fi; }

here=$(pwd -P)
kept=$(cat "$stamp" 2>/dev/null)
works=no
"$(inside)" -c 'import pip' >/dev/null 2>&1 && [ "$(printf '%s\n' "$kept" | sed -n 3p)" = "$here" ] && works=yes
[ $works = yes ] && [ -z "$asked" ] && exit 0

if [ -n "$asked" ]; then look_for_asked; else look_around; fi
is_new_enough || stop "De cursus heeft Python 3.11 of nieuwer nodig; dit is $(part 1)." "Installeer een nieuwere Python, of noem er een die er al is: make serve PYTHON=/pad/naar/python3"
key=$(part 1; part 3; echo "$here")
[ $works = yes ] && [ "$kept" = "$key" ] && exit 0

python=$(part 2)
can_make || bring_venv
"$python" -m venv --clear "$venv" && "$(inside)" -c 'import pip' || stop "Python $(part 1) ($python) kon hier geen .venv maken." "Mag je in deze map schrijven, en is er plaats op de schijf?"
printf '%s\n' "$key" >"$stamp"
