#!/bin/sh
# Starts QPDesk with the Python beside it, isolated from every other Python on the machine.
here=$(dirname "$(readlink -f "$0")")
exec "$here/python/qpdesk" -X utf8 -m qpdesk "$@"
