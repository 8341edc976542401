"""Hold the behaviour of prompts: cases, replayed from recordings, judged by evaluators, against a baseline."""
