#!/bin/sh
# Installs a Debian package, runs it as an ordinary user, and removes it, in a root of its own: this system's files
# under a layer that takes every change. Of the project and of anybody's home nothing is visible in there.
#
# Call as root: unshare --mount --pid --fork --kill-child clean-root.sh PACKAGE RESULT PROJECT
# RESULT is a folder for what was found; every file in it is one answer.
set -eu
package=$1 result=$2 project=$3

mount --make-rprivate /
mount -t proc proc /proc
layers=$(mktemp -d)
mount -t tmpfs layers "$layers"
mkdir "$layers/upper" "$layers/work" "$layers/root"
root=$layers/root
mount -t overlay overlay -o "lowerdir=/,upperdir=$layers/upper,workdir=$layers/work" "$root"
for folder in tmp run root home; do mount -t tmpfs -o mode=1777 none "$root/$folder"; done
if [ -d "$root$project" ]; then mount -t tmpfs none "$root$project"; fi
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --rbind /sys "$root/sys"
cp "$package" "$root/tmp/package.deb"

path=/usr/sbin:/usr/bin:/sbin:/bin
inside() { chroot "$root" env -i PATH=$path DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
install() { inside apt-get install -y -q --no-install-recommends "$@"; }

# What a desktop has: menus, file types, and a way to look at windows.
desktop='desktop-file-utils shared-mime-info x11-utils util-linux'
if ! install $desktop > "$result/desktop.log" 2>&1; then
  # A system that has never looked for packages knows of none.
  inside apt-get update -q >> "$result/desktop.log" 2>&1
  install $desktop >> "$result/desktop.log" 2>&1
fi
chmod a+r "$root/tmp/package.deb"
install /tmp/package.deb > "$result/install.log" 2>&1
inside dpkg -L sriov-manager > "$result/files"
inside stat -c '%U %a' /usr/lib/sriov-manager/chrome-sandbox > "$result/chrome-sandbox"
inside desktop-file-validate /usr/share/applications/sriov-manager.desktop > "$result/desktop-file" 2>&1 || true
grep -h sriov "$root/usr/share/applications/mimeinfo.cache" > "$result/desktop-database" || true
grep -h '^Exec=' "$root/usr/share/applications/sriov-manager.desktop" > "$result/desktop-command" || true
grep -h sriov "$root/usr/share/mime/globs" > "$result/file-types" || true

inside useradd --create-home visitor
# Every command here becomes the next, so that the process in the background is the program.
chroot "$root" env -i PATH=$path LC_ALL=C.UTF-8 HOME=/home/visitor DISPLAY="$DISPLAY" \
  SRIOV_MANAGER_PICTURE=/home/visitor/window.png \
  setpriv --reuid visitor --regid visitor --init-groups \
  sriov-manager > "$result/stdout" 2> "$result/stderr" &
program=$!
waited=0
# The picture's path is printed once the window has been painted.
until grep -q window.png "$result/stdout" || [ $waited -gt 300 ]; do
  sleep 0.1
  waited=$((waited + 1))
done
cp "$root/home/visitor/window.png" "$result/window.png" 2> "$result/picture.log" || true
inside env DISPLAY="$DISPLAY" xwininfo -root -tree > "$result/windows" 2>&1 || true
visitor=$(inside id -u visitor)
for process in /proc/[0-9]*; do
  if [ "$(stat -c %u "$process" 2> /dev/null)" != "$visitor" ]; then continue; fi
  command=$(tr '\0' ' ' < "$process/cmdline")
  echo "$(sed -n 's/^Seccomp:\t//p' "$process/status") $(readlink "$process/ns/pid" || echo none) $command"
done > "$result/processes"
readlink /proc/self/ns/pid > "$result/own-namespace"
kill -TERM $program
code=0
wait $program || code=$?
echo $code > "$result/exit-code"
waited=0
while pgrep -u "$visitor" > /dev/null && [ $waited -lt 50 ]; do
  sleep 0.1
  waited=$((waited + 1))
done
pgrep -a -u "$visitor" > "$result/left-processes" || true

inside userdel --remove visitor > "$result/userdel.log" 2>&1
inside apt-get purge -y -q sriov-manager > "$result/purge.log" 2>&1
(cd "$layers/upper" && find . -iname '*sriov*') > "$result/left-files"
# A file that is gone is a device 0/0 in the layer; the manager of packages keeps its own diary.
(cd "$layers/upper" && find . -type f -not -path './var/log/*' -not -path './var/lib/dpkg/*' \
  -not -path './var/cache/*' -exec grep -il sriov {} +) > "$result/left-mentions" || true
