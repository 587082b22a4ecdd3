"""Tests of codes, devices and who may join."""
