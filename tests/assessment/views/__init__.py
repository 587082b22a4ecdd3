"""Tests of first views."""
