"""Hold the behaviour of prompts: cases replayed from recordings, judged, against a baseline."""
