#!/usr/bin/env bash
# Runs once, when Gradescope builds the autograder's image: grading needs nothing but Java.
set -e
if ! command -v java > /dev/null; then
  apt-get update
  apt-get install -y --no-install-recommends openjdk-17-jre-headless
fi
