#!/bin/sh
# Says what to do with an envelope: judge.sh ENVELOPE --account FILE...
quorate evaluate "$@" > verdict.txt
case $? in
  0) echo "submit it" ;;
  1) echo "do not submit it: $(head -n 1 verdict.txt)" ;;
  4) echo "not known: an account is missing" ;;
  *) echo "not judged: it says why above" ;;
esac
