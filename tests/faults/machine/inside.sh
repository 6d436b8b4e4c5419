#!/bin/bash
# Runs as the first process of a small Linux; the host's files are seen through hostfs.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t tmpfs tmpfs /run
mkdir -p /run/pts /run/lock
ip link set lo up
# The kernel's own options come as words of its command line.
for word in $(cat /proc/cmdline); do
    case $word in QPDESK_*=*) export "${word%%=*}=${word#*=}" ;; esac
done
cd "$QPDESK_ROOT" || exit
"$QPDESK_PYTHON" -P -m tests.faults.machine.$QPDESK_JOB 2>&1
echo o > /proc/sysrq-trigger
sleep 5
