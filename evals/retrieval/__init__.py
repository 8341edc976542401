"""Measure the search on questions of our own: which passages it finds, and which questions it refuses."""
