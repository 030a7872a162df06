# SPDX-License-Identifier: GPL-3.0-or-later
# Run by root in the clean Debian: an administrator's life with the package, from its first day to its purge.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive HOME=/root

fail() {
    printf 'error: %s\n' "$*"
    systemctl status --no-pager freeholdd || true
    journalctl --no-pager --lines 80 || true
    exit 1
}
trap 'fail "line $LINENO: $BASH_COMMAND"' ERR
set -E

step() { printf '== %s\n' "$*"; }
apt() { apt-get -qq -y --no-install-recommends "$@" >/packages/apt.log 2>&1 || { cat /packages/apt.log; false; }; }
is() { [ "$2" = "$3" ] || fail "$1 is \"$2\", not \"$3\"."; }
state() { systemctl show --value --property "$1" freeholdd; }
as_engine() { runuser -u freehold -- "$@"; }
as_ana() { runuser -u ana -- env -C /home/ana HOME=/home/ana XDG_RUNTIME_DIR=/run/user/1000 "$@"; }
house() { "$@" freeholdctl house show | sed -n 's/^id: *//p'; }
# refused SENTENCE-PART COMMAND…: fails as a refusal does, and says so.
refused() {
    local part=$1 said status=0
    shift
    said=$("$@" 2>&1) || status=$?
    is "the status of $*" "$status" 1
    grep -q "$part" <<<"$said" || fail "$* said: $said"
}
data=/var/lib/freehold

step "installs, and starts nothing that nobody asked for"
apt install /packages/older.deb
is "the engine" "$(state ActiveState)" inactive
is "the system unit" "$(systemctl is-enabled freeholdd || true)" disabled
is "the user unit" "$(systemctl --global is-enabled freehold-engine || true)" disabled
getent passwd freehold >/dev/null

step "the system's engine starts under its unit, with two capabilities and no more"
systemctl start freeholdd
process=$(state MainPID)
is "its user" "$(stat --format %U "/proc/$process")" freehold
for set in CapEff CapPrm CapBnd CapAmb; do
    is "$set" "$(sed -n "s/^$set:\t//p" "/proc/$process/status")" 0000000000001400
done
is "the data's place" "$(stat --format '%U %a' $data)" "freehold 700"
as_engine freeholdctl status

step "a house is made in it"
as_engine freeholdctl house create Smith --timezone Europe/Berlin
as_engine freeholdctl person add Ana
made=$(house as_engine)
[ -n "$made" ] || fail "the house has no id."

step "another user may do what was given, and nothing more"
useradd --create-home --uid 1000 --shell /bin/bash ana
refused "no access" as_ana freeholdctl device list
as_engine freeholdctl access grant ana guest
as_ana freeholdctl device list | grep -q clean
refused "needs the role" as_ana freeholdctl device rename clean mine
as_engine freeholdctl access withdraw ana
refused "no access" as_ana freeholdctl device list

step "killed, the engine is started again, and its folder says meanwhile whose machine this is"
systemctl kill --signal KILL freeholdd
until [ "$(state SubState)" = auto-restart ]; do sleep 0.05; done
[ -d /run/freehold ]
until [ "$(state ActiveState)" = active ]; do sleep 0.05; done
process=$(state MainPID)

is "the engine before the upgrade" "$(state ActiveState)" active
step "an upgrade restarts the engine, and the house is there"
apt install /packages/newer.deb
is "the engine" "$(state ActiveState)" active
[ "$(state MainPID)" != "$process" ] || fail "the old engine still runs."
is "the house" "$(house as_engine)" "$made"
as_engine freeholdctl person list | grep -q Ana

step "removed, the engine ends and the house stays"
apt remove freehold
[ ! -e /usr/bin/freeholdd ]
[ ! -e "/proc/$(pgrep -x freeholdd || echo none)" ]
[ -d $data/config/.git ]

step "installed again, the house is back"
apt install /packages/newer.deb
systemctl start freeholdd
is "the house" "$(house as_engine)" "$made"
systemctl stop freeholdd
is "how the engine ended" "$(state Result)" success
[ ! -e /run/freehold ]

step "a person's own engine starts under the user unit"
systemctl start user@1000.service
as_ana systemctl --user start freehold-engine
as_ana freeholdctl house create Own
is "whose the engine is" "$(pgrep -x --uid ana freeholdd | wc -l)" 1
as_ana systemctl --user stop freehold-engine

if [ -x /usr/bin/freehold ]; then
    step "the desktop app opens with what the package depends on"
    status=0
    as_ana env QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software timeout 10 freehold >/packages/desktop.log 2>&1 ||
        status=$?
    cat /packages/desktop.log
    is "its end" "$status" 124 # ended by timeout: until then it ran
    if grep -iE 'is not installed|(cannot|could not) load' /packages/desktop.log; then
        fail "the desktop app misses something that the package should depend on."
    fi
    pkill -x --uid ana freeholdd || true
fi

step "purged, the system's house is gone; a person's own is not touched"
apt purge freehold
[ ! -e $data ]
[ -d /home/ana/.local/share/freehold/config/.git ]
for left in /usr/bin/freehold /usr/bin/freeholdctl /usr/lib/systemd/system/freeholdd.service /etc/systemd/system/multi-user.target.wants/freeholdd.service; do
    [ ! -e $left ] || fail "$left was left behind."
done
echo "every step done"
